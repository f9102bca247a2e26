#!/usr/bin/env bash
# accounts.csv: user1;passfile1;user2;passfile2

while IFS=';' read -r user1 passfile1 user2 passfile2 _; do
  imapsync \
    --host1 imap.old-hoster.example --user1 "$user1" --passfile1 "$passfile1" \
    --host2 imap.new-hoster.example --user2 "$user2" --passfile2 "$passfile2" \
    --ssl --automap \
    --maxsize 35M \
    --exclude Junk Trash \
    --delete 2
done < accounts.csv
