@echo off
rem Moves one mailbox.
imapsync ^
  --host1 imap.source.example --user1 anna --passfile1 secrets\pass1 ^
  --host2 imap.dest.example --user2 anna --passfile2 secrets\pass2 ^
  --usecash --delete2
