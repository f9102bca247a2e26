import assert from 'node:assert/strict';
import { findSearchKey, searchKeys } from '../../server/src/core/catalogue/searchKeys.js';

/** The keys of the list in RFC 3501, 6.4.4, besides the set of message numbers. */
const rfc3501 = [
  ...['ALL', 'ANSWERED', 'BCC', 'BEFORE', 'BODY', 'CC', 'DELETED', 'DRAFT', 'FLAGGED', 'FROM', 'HEADER', 'KEYWORD'],
  ...['LARGER', 'NEW', 'NOT', 'OLD', 'ON', 'OR', 'RECENT', 'SEEN', 'SENTBEFORE', 'SENTON', 'SENTSINCE', 'SINCE'],
  ...['SMALLER', 'SUBJECT', 'TEXT', 'TO', 'UID', 'UNANSWERED', 'UNDELETED', 'UNDRAFT', 'UNFLAGGED', 'UNKEYWORD'],
  'UNSEEN',
];

describe('The keys of IMAP SEARCH', () => {
  it('are those of RFC 3501 for every server and those of extensions for some', () => {
    const everywhere = searchKeys.filter(({ capability }) => capability === null).map(({ name }) => name);
    assert.deepEqual(everywhere.sort(), rfc3501.sort());
    for (const name of ['OLDER', 'YOUNGER', 'MODSEQ', 'EMAILID', 'X-GM-RAW', 'FUZZY', 'SAVEDSINCE'])
      assert.ok(findSearchKey(name)?.capability, name);
  });

  it('are each there once, found in any letter case, with one line and a source', () => {
    assert.equal(new Set(searchKeys.map(({ name }) => name)).size, searchKeys.length);
    for (const key of searchKeys) {
      assert.equal(findSearchKey(key.name.toLowerCase()), key);
      assert.match(key.summary, /^[A-Z][^\n!]{8,120}\.$/, key.name);
      assert.match(key.source, /^RFC \d+|^IMAP Extensions, /, key.name);
    }
    assert.equal(findSearchKey('FOOBAR'), undefined);
    assert.equal(findSearchKey('constructor'), undefined);
  });

  it('select by flags where their name or argument is a flag, and by what only one server knows', () => {
    assert.deepEqual(
      searchKeys
        .filter(({ byFlag }) => byFlag)
        .map(({ name }) => name)
        .sort(),
      rfc3501.filter((name) => /SEEN|ANSWERED|FLAGGED|DELETED|DRAFT|KEYWORD|^(NEW|OLD|RECENT)$/.test(name)),
    );
    assert.equal(findSearchKey('UID')?.byServer, true);
    assert.equal(findSearchKey('X-GM-RAW')?.byServer, undefined);
  });
});
