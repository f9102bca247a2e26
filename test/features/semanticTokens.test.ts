import assert from 'node:assert/strict';
import {
  analyse,
  createLanguageService,
  type FileDialect,
  type TextRange,
  tokenModifiers,
  tokenTypes,
} from '../../server/src/core/languageService.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

/** Each token as `text:type.modifier`, our own types without the name in front. */
function shown(text: string, dialect: FileDialect = 'posix', range?: TextRange): readonly string[] {
  const tokens = service.semanticTokens(analyse(text, dialect), range);
  const result: string[] = [];
  for (let index = 0; index < tokens.length; index += 4) {
    const [start = 0, length = 0, type = 0, bits = 0] = tokens.subarray(index, index + 4);
    const name = (tokenTypes[type] ?? '?').replace(/^imapsync/, '');
    const modifiers = tokenModifiers.filter((_, bit) => (bits >> bit) & 1).map((modifier) => `.${modifier}`);
    result.push(`${text.slice(start, start + length)}:${name}${modifiers.join('')}`);
  }
  return result;
}

describe('semantic tokens', () => {
  for (const sample of samples.filter(({ rows }) => rows !== true)) {
    it(`are the same in ${sample.what} as everywhere`, () => {
      assert.deepEqual(shown(sample.text, sample.dialect), [
        ...['host1:Option.source', 'imap.a.example:Host.source', 'user1:Option.source', 'anna:Account.source'],
        ...['passfile1:Option.source', 'p1:File.source'],
        ...['host2:Option.destination', 'imap.b.example:Host.destination'],
        ...['user2:Option.destination', 'anna:Account.destination'],
        ...['passfile2:Option.destination', 'p2:File.destination', 'delete2:Option.destination.deletes'],
      ]);
    });
  }

  it('tell the columns of a table by side, whatever their order', () => {
    assert.deepEqual(shown('host2,user2,password2,host1,dry,colour\nb,anna,s3cret,a,yes,red\n', 'table'), [
      ...['host2:Option.destination', 'user2:Option.destination', 'password2:Option.destination'],
      ...['host1:Option.source', 'dry:Option.rehearses', 'colour:UnknownOption'],
      ...['b:Host.destination', 'anna:Account.destination', 's3cret:Secret.destination', 'a:Host.source'],
      'yes:Option.rehearses',
    ]);
    assert.deepEqual(shown('a;u;p;b;v;q;--maxsize 5\n', 'table').slice(-3), [
      'q:Secret.destination',
      'maxsize:Option',
      '5:number',
    ]);
  });

  it('tell what negates an option, what rehearses and what imapsync does not know', () => {
    assert.deepEqual(shown('imapsync --nossl2 --no-dry -dry --bogus=1 --nodelete2 --noexclude'), [
      ...['no:Negation.negated', 'ssl2:Option.destination.negated'],
      ...['no-:Negation.negated', 'dry:Option.negated'],
      'dry:Option.rehearses',
      '--bogus:UnknownOption',
      ...['no:Negation.negated', 'delete2:Option.destination.negated'],
      ...['no:Negation.negated', 'exclude:Option.negated'],
    ]);
  });

  it('leave quotes, escapes and line ends to the grammar', () => {
    assert.deepEqual(shown("imapsync --folder 'Sent Items' --folder Sent\\ Mail --folder a'b'"), [
      ...['folder:Option', 'Sent Items:Folder'],
      ...['folder:Option', 'Sent:Folder', 'Mail:Folder'],
      ...['folder:Option', 'a:Folder', 'b:Folder'],
    ]);
    assert.deepEqual(shown("imapsync --folder 'a\r\nb'"), ['folder:Option', 'a:Folder', 'b:Folder']);
  });

  it('tell kinds of values', () => {
    assert.deepEqual(
      shown(
        "imapsync --maxsize=9 --regextrans2 's/a/b/' --useheader Date --authmech1 PLAIN --password1=x --subfolder2 old",
      ),
      [
        ...['maxsize:Option', '9:number', 'regextrans2:Option.destination', 's/a/b/:Pattern.destination'],
        ...['useheader:Option', 'Date:property', 'authmech1:Option.source', 'PLAIN:enumMember.source'],
        ...['password1:Option.source', 'x:Secret.source', 'subfolder2:Option.destination', 'old:Folder.destination'],
      ],
    );
  });

  it('mark what only the shell knows', () => {
    assert.deepEqual(shown('imapsync --user1 "$1@a.example" --user2 x$(id -u) "$@"'), [
      ...['user1:Option.source', '$1:variable.dynamic', '@a.example:Account.source'],
      ...['user2:Option.destination', 'x:Account.destination', '$@:variable.dynamic'],
    ]);
    assert.deepEqual(shown('imapsync --user1 "%USER%" --user2 %1', 'cmd'), [
      ...['user1:Option.source', '%USER%:variable.dynamic', 'user2:Option.destination', '%1:variable.dynamic'],
    ]);
    assert.deepEqual(shown('imapsync --user1 $u.name @rest', 'powershell'), [
      ...['user1:Option.source', '$u.name:variable.dynamic', '@rest:variable.dynamic'],
    ]);
  });

  it('reach what variables hold, once however often it is used', () => {
    const text = 'OPTS="--dry --maxsize 5000000"\nimapsync $OPTS\nimapsync $OPTS\n';
    assert.deepEqual(shown(text), [
      ...['dry:Option.rehearses', 'maxsize:Option', '5000000:number'],
      ...['$OPTS:variable.dynamic', '$OPTS:variable.dynamic'],
    ]);
    assert.deepEqual(shown(text, 'posix', { start: 0, end: 10 }), ['dry:Option.rehearses']);
  });

  it('cover directives', () => {
    assert.deepEqual(
      shown(
        [
          '# imapsync-lint: pre-cutover until 2026-12-01',
          'imapsync --dry # imapsync-lint: disable-line=delete-2,no-such -- because',
          '# imapsync-lint: disable-file',
          '# imapsync-lint: what',
        ].join('\n'),
      ),
      [
        ...['imapsync-lint:Directive', 'pre-cutover:Marker', '2026-12-01:number', 'dry:Option.rehearses'],
        ...['imapsync-lint:Directive', 'disable-line:Disable', 'delete-2:Rule', 'no-such:Rule'],
        ...['imapsync-lint:Directive', 'disable-file:Disable'],
      ],
    );
  });

  it('of a range are those of the whole file that lie in it', () => {
    for (const { text, dialect } of samples) {
      const middle = text.length >> 1;
      const parts = [
        { start: 0, end: middle },
        { start: middle, end: text.length },
      ].map((range) => shown(text, dialect, range));
      assert.deepEqual([...new Set(parts.flat())].sort(), [...new Set(shown(text, dialect))].sort());
    }
  });

  it('stay the same when the text is edited around them', () => {
    for (const { text, dialect } of samples) {
      const start = text.startsWith('FROM') || text.startsWith('---') ? text : `\n${text}`;
      const analysis = analyse(start, dialect, analyse(text, dialect));
      assert.deepEqual(service.semanticTokens(analysis), service.semanticTokens(analyse(start, dialect)));
    }
  });
});
