#!/bin/sh
# Moves one mailbox from Google Workspace to Microsoft 365.

# First pass: everything, again and again until the numbers agree.
imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/anna1 \
  --host2 outlook.office365.com --user2 anna@dest.example --passfile2 ./secrets/anna2 \
  --ssl1 --ssl2 \
  --usecache --tmpdir /var/lib/imapsync \
  --maxsize 35000000

# Only this year's mail.
imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/anna1 \
  --host2 outlook.office365.com --user2 anna@dest.example --passfile2 ./secrets/anna2 \
  --ssl1 --ssl2 \
  --usecache --tmpdir /var/lib/imapsync \
  --search1 'SENTSINCE 1-Jan-2026'
