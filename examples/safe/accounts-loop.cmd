@echo off
rem accounts.csv: user1;passfile1;user2;passfile2

for /f "tokens=1-4 delims=;" %%a in (accounts.csv) do (
  imapsync.exe ^
    --host1 imap.old-hoster.example --user1 "%%a" --passfile1 "%%b" ^
    --host2 imap.new-hoster.example --user2 "%%c" --passfile2 "%%d" ^
    --ssl1 --ssl2 --automap ^
    --maxsize 35000000 ^
    --exclude "^Junk$" --exclude "^Trash$" ^
    --dry < nul
)
