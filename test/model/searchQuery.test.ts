import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchKeys } from '../../server/src/core/catalogue/searchKeys.js';
import { readSearchDate } from '../../server/src/core/model/search/searchArguments.js';
import { parseSearchQuery, type SearchTerm } from '../../server/src/core/model/search/searchQuery.js';

/** The parts of the expression that are wrong, each with what is said about it. */
function wrong(text: string): readonly string[] {
  return parseSearchQuery(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

/** The keys as a nested list. */
function outline(terms: readonly SearchTerm[]): unknown[] {
  return terms.map(({ kind, key, values, terms: inner }) => {
    const name = key?.name ?? kind;
    const rest = [...values.map(({ text }) => text), ...(inner.length > 0 ? [outline(inner)] : [])];
    return rest.length === 0 ? name : [name, ...rest];
  });
}

describe('IMAP SEARCH expressions', () => {
  // RFC 3501, sections 6.4.4 and 9; the first two lines were tried with imapsync 2.229 and a real server.
  const good = [
    ...['SUBJECT "hello world"', 'SENTSINCE 1-Jan-2018', 'SENTSINCE "1-Jan-2018"', 'NOT FROM x', '1:1', 'ALL'],
    ...['FLAGGED SINCE 1-Feb-1994 NOT FROM "Smith"', 'TEXT "string not in mailbox"', 'CHARSET UTF-8 TEXT x'],
    ...['OR SEEN (DELETED FROM a)', 'OR OR SEEN DRAFT NOT NOT NEW', '(SEEN)(DRAFT)', '((SEEN))', 'seen Not draft'],
    ...['UID 1:*', '*', '*:4', '1,3:7,9', 'UID $', 'LARGER 0', 'HEADER Message-Id ""', 'HEADER "X-Spam" yes'],
    ...['KEYWORD $Forwarded', 'UNKEYWORD NonJunk', 'SUBJECT a]b', 'SUBJECT "say \\"hi\\""', 'BODY {3}\r\na"('],
    ...['YOUNGER 86400', 'OLDER 1', 'EMAILID M6d99ac3275bb4e', 'FUZZY SUBJECT x', 'SAVEDSINCE 1-Feb-2026'],
    ...['MODSEQ 620162338', 'MODSEQ "/flags/\\\\draft" all 620162338', 'X-GM-RAW "has:attachment in:unread"'],
    ...['ANNOTATION /comment value.shared "x"', '  SEEN   DRAFT  ', 'BEFORE 29-feb-2024', 'SUBJECT Grüße'],
  ];
  for (const text of good) {
    it(`takes ${JSON.stringify(text)}`, () => assert.deepEqual(wrong(text), []));
  }

  // The first eight were tried too: servers answer BAD.
  const bad: readonly (readonly [text: string, ...wrong: RegExp[]])[] = [
    ['FOOBAR', /^FOOBAR: "FOOBAR" is no key of IMAP SEARCH\.$/],
    ['SUBJECT hello world', /^world: .*put all of that text into double quotes/],
    ['SENTSINCE 2018-01-01', /^2018-01-01: .*write 1-Jan-2018/],
    ['SENTSINCE 1/1/2018', /^1\/1\/2018: .*written like 1-Feb-2026/],
    ['BEFORE yesterday', /^yesterday: .*no date of IMAP/],
    ['OR FROM a', /^OR: OR needs yet another key/],
    ['(SEEN', /^\(: This parenthesis is not closed/],
    ['LARGER 1k', /^1k: "1k" is no whole number/],
    ['SEEN)', /^\): This parenthesis closes nothing/],
    ['()', /^\(\): There is no key between/],
    ['SINCE', /^SINCE: SINCE needs a date behind it/],
    ['(SINCE) SEEN', /^SINCE: SINCE needs a date/],
    ['SINCE (SEEN)', /^SINCE: SINCE needs a date/],
    ['NOT', /^NOT: NOT needs another key/],
    ['SINCE 31-Feb-2026', /^31-Feb-2026: There is no day/],
    ['SINCE 1-Fev-2026', /^1-Fev-2026: /],
    ['SINCE 1-Feb-26', /^1-Feb-26: /],
    ['UID 0:5', /^0:5: .*0 is no number/],
    ['0', /^0: "0" is no key/],
    ['UNSEN', /^UNSEN: .*UNSEEN is one/],
    ['KEYWORD \\Seen', /^\\Seen: .*keys of their own/],
    ['YOUNGER 0', /^0: /],
    ['SUBJECT "open', /^"open: This text has no closing double quote/],
    ['SUBJECT {5}', /^\{5\}: A literal needs a line end/],
    ['FROM a%b', /^a%b: .*double quotes/],
    ['CHARSET', /^CHARSET: /],
    ['CHARSET UTF-8', /There is no key in it/],
    ['SINCE 1-Feb-26 BEFORE 2026', /^1-Feb-26: /, /^2026: /],
    ['"SEEN"', /^"SEEN": /],
    ['EMAILID a.b', /^a\.b: /],
  ];
  for (const [text, ...expected] of bad) {
    it(`refuses ${JSON.stringify(text)} at its place`, () => {
      const found = wrong(text);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(found[index]!, pattern);
    });
  }

  it('sees which keys belong to which', () => {
    const { terms } = parseSearchQuery('SINCE 1-Feb-2026 OR NOT SEEN (FROM a 1:5) HEADER X-A "b c"');
    assert.deepEqual(outline(terms), [
      ['SINCE', '1-Feb-2026'],
      [
        'OR',
        [
          ['NOT', ['SEEN']],
          ['group', [['FROM', 'a'], 'set']],
        ],
      ],
      ['HEADER', 'X-A', 'b c'],
    ]);
  });

  it('says nothing about what only the shell knows', () => {
    for (const text of [
      'SINCE \ufffc',
      '\ufffc 2026',
      'LARGER \ufffc0 SEEN',
      'SUBJECT "\ufffc x"',
      '\ufffc',
      'UID \ufffc:*',
    ])
      assert.deepEqual(wrong(text), [], text);
    assert.equal(wrong('\ufffc SEEN SINCE x').length, 1);
  });

  it('takes every key of the catalogue with its arguments', () => {
    const examples: Readonly<Record<string, string>> = {
      date: '1-Feb-2026',
      flag: '$Junk',
      'mod-sequence': '7',
      number: '7',
      'object-id': 'a-b',
      'search-key': 'SEEN',
      seconds: '60',
      'sequence-set': '1:2',
    };
    for (const key of searchKeys) {
      const text = [key.name, ...key.arguments.map((argument) => examples[argument] ?? 'x')].join(' ');
      assert.deepEqual(wrong(text), [], text);
      if (key.arguments.length > 0) assert.equal(wrong(key.name).length, 1, key.name);
    }
  });

  it('reads dates as the first moment of their day, UTC', () => {
    assert.equal(readSearchDate('1-Feb-2026'), Date.UTC(2026, 1, 1));
    assert.equal(readSearchDate('01-FEB-2026'), Date.UTC(2026, 1, 1));
    assert.equal(readSearchDate('29-Feb-2025'), null);
    assert.equal(readSearchDate('2026-02-01'), null);
  });

  it('never throws, and stays within the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      ' ',
      'OR ',
      'NOT ',
      'SINCE ',
      '1-Feb-2026 ',
      '{3}\r\n',
      '\\',
      '\ud800',
      '\0',
      'é',
      'x',
      '\ufffc',
      'CHARSET ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { terms, problems } = parseSearchQuery(text);
        const inside = ({ start, end }: { start: number; end: number }): void =>
          assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify(text));
        const visit = (term: SearchTerm): void => {
          inside(term);
          term.values.forEach(inside);
          term.terms.forEach(visit);
        };
        terms.forEach(visit);
        problems.forEach(inside);
      }),
    );
  });

  it('reads fifty thousand openers in linear time', () => {
    for (const opener of ['(', 'NOT ', 'OR ', '"', '"x" ', 'x ', '(x) ', 'SINCE ', '{9}\r\n', 'FUZZY (', '"\\']) {
      const start = performance.now();
      parseSearchQuery(opener.repeat(50_000));
      assert.ok(performance.now() - start < 5000, opener);
    }
  });
});
