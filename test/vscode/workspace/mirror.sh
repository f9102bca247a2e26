#!/bin/bash
# Mirrors two mailboxes until the domain moves.
set -eu

imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/pass1 \
  --host2 imap.dest.example --user2 anna@dest.example --passfile2 ./secrets/pass2 \
  --ssl1 --ssl2 --automap \
  --delete2

imapsync --host1 imap.old.example --user1 bert --password1 'open sesame' \
  --host2 imap.new.example --user2 bert --passfile2 ./secrets/pass2 \
  --ssl1 --ssl2 --usecash --maxsize 35M
