import assert from 'node:assert/strict';
import { readSubstitution } from '../../server/src/core/folders/perl/substitution.js';

/** Value, name, and what Perl makes of the name; the oracle tests ask Perl itself about many more. */
const changes: readonly (readonly [value: string, name: string, result: string])[] = [
  ['s/Sent/Sent Items/', 'Sent Items', 'Sent Items Items'],
  ['s,^sent$,Sent Items,i', 'SENT', 'Sent Items'],
  ['s{Sent} {Out}', 'Sent/Sent', 'Out/Sent'],
  ['s<a>/b/g', 'aXa', 'bXb'],
  ['s|a\\|b|x|', 'b', 'x'],
  ["s'Sent'$1'", 'Sent', '$1'],
  ['s/(\\w)(\\w+)/\\U$1\\E\\L$2/g', 'sENT mail', 'Sent Mail'],
  ['s,([^/]+),\\u\\L$1\\E,g', 'my/FOLDER', 'My/Folder'],
  ['s/^x(\\d)/${1}0/', 'x1', '10'],
  ['s/(?<y>\\d+)/Year $+{y}/', 'a 2020', 'a Year 2020'],
  ["s/\\./[$&|$`|$']/", 'a.b', 'a[.|a|b]b'],
  ['s/(.)\\1/<\\1>/', 'folder aa', 'folder <a>'],
  ['s/|a/X/g', 'a', 'XXX'],
  ['s/a*/X/g', 'aab', 'XXbX'],
  ['s/^(?!INBOX)/Old\\//', 'Work', 'Old/Work'],
  ['s/(?<=a)b/x/', 'bab', 'bax'],
  ['s/a++b|a/x/', 'aac', 'xac'],
  ['s/ (\\w+) # a word\n \\. /$1-/x', 'a.b', 'a-b'],
  ['s/\\Qa.b\\E/x/', 'axb a.b', 'axb x'],
  ['s/Envoyé/Sent/', 'Envoyés', 'Sents'],
  ['s/é/\\U$&/', 'é', 'é'],
  ['tr/a-c/A-C/', 'abcd', 'ABCd'],
  ['y,*%.#,_,', 'a*b%c', 'a_b_c'],
  ["tr/'//d", "it's", 'its'],
  ['tr/a-z//cd', 'A b-c', 'bc'],
  ['tr/ //s', 'a   b', 'a b'],
  ['s/a/b/ # a note', 'a', 'b'],
  ['s,a,b,,', 'a', 'b'],
  ['s/a/b/; s/b/c/', 'a', 'b'],
  ['/Sent/', 'Sent', 'Sent'],
  ['"Sent"', 'Sent', 'Sent'],
  ['s/Sent/Out/r', 'Sent', 'Sent'],
  ['tr/a-c/A-C/r', 'abc', 'abc'],
];

const unknowns: readonly (readonly [value: string, part: string])[] = [
  ['s/a/lc($&)/e', 'e'],
  ['s/a/$mysync->{h2_sep}/', '$mysync'],
  ['s/a$sync/b/', '$sync'],
  ['s/(?{ 1 })a/b/', '(?{'],
  ['s/a/$1[0]/', '$1'],
  ['s//b/', ''],
  ['s/a/b/ or s/c/d/', 'or s/c/d/'],
  ['s/(?:(a)|b)*/c/', '(?:(a)|b)*'],
  ['s/\\x{263A}/b/', '\\x{263A}'],
  ['lc $h2_fold', 'lc $h2_fold'],
];

const refusals: readonly (readonly [value: string, part: string])[] = [
  ['', ''],
  ['lamp', 'lamp'],
  ['Sent', 'Sent'],
  ['s/Sent/Out', 's/Sent/Out'],
  ['s/Sent', 's/Sent'],
  ['s/(Sent/Out/', '('],
  ['s/Sent)/Out/', ')'],
  ['s/[Sent/Out/', '['],
  ['s/*/x/', '*'],
  ['s/a**/x/', '*'],
  ['s/Sent/a@bc/', '@bc'],
  ['s/Sent/$foo/', '$foo'],
  ['s/é$foo/x/', '$foo'],
  ['s/Sent/Out$/', '$'],
  ['s/Sent/Out/Q', 'Q'],
  ['s/Sent/Out/ s/a/b/', 's/a/b/'],
  ['s/a/b//', '/'],
  ['s/(a)\\2/x/', '\\2'],
  ['tr/b-a/x/', 'b-a'],
  ['tr/a/b/g', 'g'],
];

describe('readSubstitution', () => {
  it('gives the names that Perl gives', () => {
    for (const [value, name, result] of changes) {
      const read = readSubstitution(value);
      assert.equal(read.kind, 'substitution', value);
      const kind = result === name ? 'same' : 'changed';
      if (read.kind === 'substitution') assert.deepEqual(read.apply(name), { kind, name: result }, value);
    }
  });

  it('says of values that can not change anything that they have no effect', () => {
    const effectOf = (value: string): string | null => {
      const read = readSubstitution(value);
      return read.kind === 'substitution' ? read.effect : null;
    };
    assert.deepEqual(['/a/', '"a"', 's/a/b/r', 'tr/a/b/r'].map(effectOf), ['none', 'none', 'none', 'none']);
    assert.equal(effectOf('s/a/b/'), 'some');
  });

  it('leaves open what only a program can tell, and names the place', () => {
    for (const [value, part] of unknowns) {
      const read = readSubstitution(value);
      assert.equal(read.kind, 'unknown', value);
      if (read.kind === 'unknown' && part !== '') {
        assert.equal(value.slice(read.range.start, read.range.end).slice(0, part.length), part, value);
      }
    }
  });

  it('knows separators and prefixes of the servers where it is told them', () => {
    const settings = { h1_sep: '.', h1_prefix: 'INBOX.', h2_sep: '/', h2_prefix: 'Old/' };
    const read = readSubstitution("s/-/$mysync->{h2_sep}$sync->{ 'h2_prefix' }\\U$mysync->{h1_prefix}/", settings);
    assert.deepEqual(read.kind === 'substitution' && read.apply('a-b'), { kind: 'changed', name: 'a/Old/INBOX.b' });
    for (const value of ['s/a/$mysync->{user1}/', 's/a/$mysync->{h2_sep}{x}/', 's/$mysync->{h2_sep}/x/']) {
      assert.equal(readSubstitution(value, settings).kind, 'unknown', value);
    }
  });

  it('finds what Perl refuses, and where', () => {
    for (const [value, part] of refusals) {
      const read = readSubstitution(value);
      assert.equal(read.kind, 'invalid', value);
      if (read.kind === 'invalid') assert.equal(value.slice(read.range.start, read.range.end), part, value);
    }
  });

  it('gives up on a pattern that takes too many steps, and can be used again', () => {
    const read = readSubstitution('s/^(a|aa)+$/x/');
    assert.equal(read.kind, 'substitution');
    if (read.kind !== 'substitution') return;
    assert.deepEqual(read.apply(`${'a'.repeat(60)}!`), { kind: 'timeout' });
    assert.deepEqual(read.apply('aaa'), { kind: 'changed', name: 'x' });
    assert.equal(read.apply(`${'a'.repeat(200_000)}`).kind, 'timeout');
  });

  it('takes any text, and says only of names in Unicode that properties of characters are not followed there', () => {
    for (const value of [
      '\0',
      '\ud800',
      's/\ud800/x/',
      `s/${'('.repeat(50_000)}`,
      `s/${'(?:'.repeat(50_000)}/x/`,
      's',
      's{',
      'tr/',
    ]) {
      assert.ok(readSubstitution(value).kind, value.slice(0, 10));
    }
    const read = readSubstitution('s/\\p{Lu}/x/');
    assert.equal(read.kind === 'substitution' && read.apply('aB').kind, 'changed');
    assert.equal(read.kind === 'substitution' && read.apply('é').kind, 'unknown');
  });
});
