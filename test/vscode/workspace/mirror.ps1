$user = 'anna'
imapsync `
  --host1 imap.source.example --user1 $user --passfile1 ./secrets/pass1 `
  --host2 imap.dest.example --user2 $user --passfile2 ./secrets/pass2 `
  --usecash --delete2
