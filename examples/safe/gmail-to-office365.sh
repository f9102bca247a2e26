#!/bin/sh
# Moves one mailbox from Google Workspace to Microsoft 365: connect, log in, look at the folders, rehearse, copy.

# Do both servers answer?
imapsync \
  --host1 imap.gmail.com --host2 outlook.office365.com \
  --ssl1 --ssl2 \
  --justconnect

# Do both log-ins work?
imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/anna1 \
  --host2 outlook.office365.com --user2 anna@dest.example --passfile2 ./secrets/anna2 --oauthaccesstoken2 ./secrets/token2 \
  --ssl1 --ssl2 \
  --justlogin

# Where will each folder go?
imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/anna1 \
  --host2 outlook.office365.com --user2 anna@dest.example --passfile2 ./secrets/anna2 --oauthaccesstoken2 ./secrets/token2 \
  --ssl1 --ssl2 \
  --regextrans2 's/^\[Gmail\]\/Sent Mail$/Sent Items/' \
  --exclude '^\[Gmail\]/All Mail$' \
  --justfolders --dry

# What would be copied?
imapsync \
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/anna1 \
  --host2 outlook.office365.com --user2 anna@dest.example --passfile2 ./secrets/anna2 --oauthaccesstoken2 ./secrets/token2 \
  --ssl1 --ssl2 \
  --regextrans2 's/^\[Gmail\]\/Sent Mail$/Sent Items/' \
  --exclude '^\[Gmail\]/All Mail$' \
  --maxbytespersecond 500000 --maxmessagespersecond 2 \
  --dry
