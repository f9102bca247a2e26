# accounts.csv: user1,passfile1,user2,passfile2 in its first line

$common = @('--ssl1', '--ssl2', '--automap')

foreach ($account in Import-Csv .\accounts.csv) {
    & C:\imapsync\imapsync.exe @common `
        --host1 imap.old-hoster.example --user1 $account.user1 --passfile1 $account.passfile1 `
        --host2 imap.new-hoster.example --user2 $account.user2 --passfile2 $account.passfile2 `
        --maxsize 35M `
        --exclude '^Junk$' '^Trash$' `
        --delete2 2>&1 | Tee-Object -Append -FilePath .\migration.log
}
