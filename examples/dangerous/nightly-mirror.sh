#!/bin/bash
# Mirrors the mailbox of the sales team every night until the move is done.
set -eu

imapsync \
  --host1 mail.old-hoster.example --user1 sales@old-hoster.example --password1 'correct horse battery' \
  --host2 imap.new-hoster.example --user2 sales@new-hoster.example --passfile2 ./secrets/sales2 \
  --ssl1 --ssl2 \
  --automap \
  --delete2 \
  --quiet
