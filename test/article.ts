/** The template that the reference article recommends, as a script. */
export const template = String.raw`imapsync \
--host1 imap.gmail.com --user1 user@source.com --passfile1 ./pass1 \
--host2 imap.trekmail.net --user2 user@dest.com --passfile2 ./pass2 \
--timeout 120 --keepalive1 --keepalive2 \
--usecache \
--automap \
--regextrans2 's/^\[Gmail\]\/Sent Mail/Sent Items/' \
--exclude '^\[Gmail\]/All Mail' \
--maxbytespersecond 500000 \
--maxmessagespersecond 2 \
--dry
`;

/** What the article warns of, all in one command. */
export const dangerous = `#!/bin/bash
imapsync --host1 imap.gmail.com --user1 a@source.com --password1 'S3cret' \\
  --host2 outlook.office365.com --user2 a@dest.com --passfile2 ./pass2 \\
  --usecache --maxsize 35000000 \\
  --delete2 --bogus
`;
