@echo off
REM Mirrors the mailbox of the sales team every night until the move is done.
setlocal
set "LOGDIR=C:\migration\log"

:: The MX record points to the old server until 1 December 2027, 22:00 in Berlin.
:: imapsync-lint: pre-cutover until 2027-12-01T22:00+01:00
"C:\Program Files\imapsync\imapsync.exe" ^
  --host1 mail.old-hoster.example --user1 sales@old-hoster.example --passfile1 secrets\sales1 ^
  --host2 imap.new-hoster.example --user2 sales@new-hoster.example --passfile2 secrets\sales2 ^
  --ssl1 --ssl2 ^
  --automap ^
  --delete2 ^
  --dry >> "%LOGDIR%\sales.log" 2>&1
if errorlevel 1 echo The pass for sales failed.
