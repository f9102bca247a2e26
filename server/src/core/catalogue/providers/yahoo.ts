import { defineProviders } from '../provider.js';

export const yahooProviders = defineProviders([
  {
    id: 'yahoo',
    name: 'Yahoo Mail',
    kind: 'hosted',
    hosts: ['imap.mail.yahoo.com', 'export.imap.mail.yahoo.com'],
    separator: '/',
    prefix: '',
    folders: {
      sent: [{ raw: 'Sent', language: 'en', automap: true }],
      drafts: [{ raw: 'Draft', language: 'en' }],
      trash: [{ raw: 'Trash', language: 'en', source: 's6', automap: true }],
      junk: [
        { raw: 'Bulk Mail', language: 'en', source: 's3' },
        { raw: 'Bulk', language: 'en' },
      ],
      archive: [{ raw: 'Archive', language: 'en', source: 's8', automap: true }],
    },
    specialUseNote:
      'Capability not announced in the transcripts seen; whether plain LIST carries flags was not established. "Draft" and "Bulk Mail" are not in the automap name list.',
    authentication: {
      password: 'app-password',
      oauth: 'XOAUTH2',
      note: 'Account password fails. App passwords worked for years; several sources say Yahoo withdraws them in early 2026 in favour of OAuth only, while ISPDB still lists a password. Try OAuth first.',
      source: 's4',
    },
    limits: [
      {
        what: 'messages visible per folder',
        value: 10000,
        unit: 'messages',
        note: 'Normal host shows only the newest; the export host shows all',
        source: 's4',
      },
      {
        what: 'SEARCH result',
        value: 1000,
        unit: 'messages',
        note: 'One report: 1000 of 10000 returned',
        source: 's6',
      },
      { what: 'rate limiting', note: 'Server slows or refuses after many requests; figures unpublished', source: 's7' },
      { what: 'fetch refusals', note: 'NO [UNAVAILABLE] on UID FETCH', source: 's8' },
    ],
    recommended: [
      { options: "--regexmess 's{(?<![\\n])\\z}{\\r\\n}gxms'", when: 'Yahoo as destination' },
      { options: '--host1 export.imap.mail.yahoo.com', when: 'more than 10000 messages in a folder' },
      { options: '--noabletosearch1 --errorsmax 10000', when: '2017 advice for a mailbox with fetch refusals' },
    ],
    notes:
      'The regex adds a missing final line break. The export host tip comes from other tools, not the imapsync FAQ.',
    sources: {
      s1: 'Thunderbird ISPDB, github.com/thunderbird/autoconfig, ispdb/yahoo.com.xml, 2025-11-17',
      s2: 'https://github.com/jstedfast/MailKit/issues/274, 2015-12-16',
      s3: 'https://github.com/jstedfast/MailKit/issues/959, 2019-12-02',
      s4: 'FairEmail FAQ.md, github.com/M66B/FairEmail, 2026-06-28',
      s4b: 'https://github.com/thunderbird/thunderbird-android/issues/10245, 2025-12-10',
      s5: 'https://github.com/rustmailer/bichon/issues/144, 2026-02-04',
      s5b: 'https://github.com/rustmailer/bichon/issues/271, 2026-05-25',
      s6: 'https://github.com/s1t5/mail-archiver/issues/490, 2026-07-25',
      s7: 'https://github.com/postalsys/imapflow/issues/75, 2022-05-08',
      s8: 'https://github.com/imapsync/imapsync/issues/119, 2017-12-18',
      s9: 'imapsync FAQ.d/FAQ.Yahoo.txt, 2022-05-05',
    },
  },
  {
    id: 'aol',
    name: 'AOL Mail (also Verizon.net)',
    kind: 'hosted',
    hosts: ['imap.aol.com', 'export.imap.aol.com'],
    unverifiedHosts: ['export.imap.aol.com'],
    hostsNote: 'export.imap.aol.com: general knowledge, unverified',
    separatorNote: 'Same platform as Yahoo, so "/" with empty prefix is likely (general knowledge, unverified).',
    folders: {
      sent: [{ raw: 'Sent', language: 'en', automap: true }],
      drafts: [{ raw: 'Draft', language: 'en' }],
      trash: [{ raw: 'Trash', language: 'en', automap: true }],
      junk: [{ raw: 'Bulk', language: 'en' }],
      archive: [{ raw: 'Archive', language: 'en', automap: true }],
    },
    authentication: {
      password: 'app-password',
      oauth: 'XOAUTH2',
      note: 'Account password fails. App passwords worked for years; several sources say Yahoo withdraws them in early 2026 in favour of OAuth only, while ISPDB still lists a password. Try OAuth first.',
      source: 's2',
    },
    notes: 'Treat like Yahoo (general knowledge, unverified).',
    sources: {
      s1: 'Thunderbird ISPDB, github.com/thunderbird/autoconfig, ispdb/aol.com.xml, 2022-11-19',
      s2: 'FairEmail FAQ.md, github.com/M66B/FairEmail, 2026-08-22',
    },
  },
]);
