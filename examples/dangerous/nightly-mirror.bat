@echo off
REM Mirrors the mailbox of the sales team every night until the move is done.
setlocal
set "LOGDIR=C:\migration\log"

"C:\Program Files\imapsync\imapsync.exe" ^
  --host1 mail.old-hoster.example --user1 sales@old-hoster.example --password1 "correct horse battery" ^
  --host2 imap.new-hoster.example --user2 sales@new-hoster.example --passfile2 secrets\sales2 ^
  --ssl1 --ssl2 ^
  --automap ^
  --delete2 ^
  --quiet >> "%LOGDIR%\sales.log" 2>&1
if errorlevel 1 echo The pass for sales failed.
