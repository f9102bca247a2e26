import assert from 'node:assert/strict';
import { signatureHelp } from '../../server/src/core/features/signatureHelp.js';
import { analyse, type FileDialect, optionFacts } from '../../server/src/core/languageService.js';

/** The signature at the mark, its active parameter between brackets. */
function shown(source: string, dialect: FileDialect = 'posix'): string | null {
  const found = help(source, dialect);
  if (found === null) return null;
  const { label, parameters, active } = found;
  const { start, end } = parameters[active]!;
  return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
}

function help(source: string, dialect: FileDialect = 'posix') {
  const offset = source.indexOf('¦');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return signatureHelp(analyse(text, dialect), offset);
}

describe('Signature help', () => {
  const cases: readonly (readonly [typed: string, expected: string | null])[] = [
    ['--maxsize ¦', '--maxsize [BYTES]'],
    ['--maxsize 35¦00', '--maxsize [BYTES]'],
    ['--maxsize=¦', '--maxsize [BYTES]'],
    ['--maxsi¦ze 5', null],
    ['--maxsize 5 ¦', null],
    ['--ssl1 ¦', null],
    ['--host1 ¦', '--host1 [HOST]'],
    ['--f1f2 ¦', '--f1f2 [SOURCE]=DESTINATION'],
    ['--f1f2 A¦', '--f1f2 [SOURCE]=DESTINATION'],
    ['--f1f2 A=¦', '--f1f2 SOURCE=[DESTINATION]'],
    ["--f1f2 'A b=C¦'", '--f1f2 SOURCE=[DESTINATION]'],
    ['--f1f2=A=¦', '--f1f2 SOURCE=[DESTINATION]'],
    ['--f1f2 A\\ b¦=C', '--f1f2 [SOURCE]=DESTINATION'],
    ['--regextrans2 ¦', '--regextrans2 s/[PATTERN]/REPLACEMENT/FLAGS'],
    ["--regextrans2 's¦", '--regextrans2 s/[PATTERN]/REPLACEMENT/FLAGS'],
    ["--regextrans2 's/So¦", '--regextrans2 s/[PATTERN]/REPLACEMENT/FLAGS'],
    ["--regextrans2 's/S\\/o¦/x/'", '--regextrans2 s/[PATTERN]/REPLACEMENT/FLAGS'],
    ["--regextrans2 's/S\\/o/x¦/'", '--regextrans2 s/PATTERN/[REPLACEMENT]/FLAGS'],
    ["--regextrans2 's,a,b,g¦'", '--regextrans2 s,PATTERN,REPLACEMENT,[FLAGS]'],
    ["--regextrans2 's{a{b¦}}{c}'", '--regextrans2 s{[PATTERN]}{REPLACEMENT}FLAGS'],
    ["--regextrans2 's{a{b}} {c¦}'", '--regextrans2 s{PATTERN}{[REPLACEMENT]}FLAGS'],
    ["--regextrans2 's{a}{c}i¦'", '--regextrans2 s{PATTERN}{REPLACEMENT}[FLAGS]'],
    ["--regextrans2 'tr/a/b¦/'", '--regextrans2 tr/SEARCHLIST/[REPLACEMENTLIST]/FLAGS'],
    ['--skipmess ¦', '--skipmess m/[PATTERN]/FLAGS'],
    ["--skipmess '/a/¦'", '--skipmess /PATTERN/[FLAGS]'],
    ['--search ¦', '--search [KEY] …'],
    ['--search "¦"', '--search [KEY] …'],
    ['--search "SIN¦"', '--search [KEY] …'],
    ['--search "SINCE¦"', '--search SINCE [DATE]'],
    ['--search "SINCE ¦"', '--search SINCE [DATE]'],
    ['--search "SINCE 1-Feb¦"', '--search SINCE [DATE]'],
    ['--search "SINCE 1-Feb-2026 ¦"', '--search [KEY] …'],
    ['--search "SINCE 1-Feb-2026 LARGER ¦', '--search LARGER [BYTES]'],
    ['--search "NOT ¦"', '--search NOT [KEY]'],
    ['--search "OR SEEN ¦"', '--search OR KEY [KEY]'],
    ['--search "OR SEEN NOT DRAFT ¦"', '--search [KEY] …'],
    ['--search "OR SEEN (FROM a TO ¦"', '--search TO [TEXT]'],
    ['--search "OR SEEN (FROM a) ¦"', '--search [KEY] …'],
    ['--search "HEADER X-A ¦"', '--search HEADER NAME [TEXT]'],
    ['--search \'HEADER "X A¦', '--search HEADER [NAME] TEXT'],
    ['--search "FROM $x TO ¦"', '--search TO [TEXT]'],
    ['--sslargs1 ¦', '--sslargs1 [KEY]=VALUE'],
    ['--sslargs1 SSL_verify_mode=¦', '--sslargs1 SSL_verify_mode=[VALUE]'],
    ['--sslargs1 other=¦', '--sslargs1 KEY=[VALUE]'],
    ['--maxsi ¦', '--maxsize [BYTES]'],
    ['--maxs ¦', null],
  ];
  for (const [typed, expected] of cases) {
    it(typed, () => assert.equal(shown(`imapsync ${typed}`), expected));
  }

  it('tells kind, form, unit and default, and what is typed in readable units', () => {
    const found = help('imapsync --maxsize 35000000¦');
    assert.equal(found?.documentation, 'Skips messages larger than this many bytes.');
    const about = found.parameters[0]?.documentation ?? '';
    assert.match(about, /^A number of bytes, written in digits without a unit\./);
    assert.match(about, /Default: the APPENDLIMIT announced by host2/);
    assert.match(about, /`35000000` = 35\.0 MB \(33\.4 MiB\)/);
    assert.match(help('imapsync --errorsmax ¦')?.parameters[0]?.documentation ?? '', /whole number.*\n\nDefault `50`/);
    assert.match(help('imapsync --authmech1 ¦')?.parameters[0]?.documentation ?? '', /Known: `LOGIN`, `PLAIN`/);
    assert.match(help('imapsync --sslargs1 SSL_verify_mode=¦')?.parameters[1]?.documentation ?? '', /- `1`: check/);
  });

  it('is there in every dialect', () => {
    const places: readonly (readonly [FileDialect, string])[] = [
      ['cmd', 'imapsync --f1f2 "A=¦"'],
      ['powershell', "imapsync --f1f2 'A=¦'"],
      ['profile', '--f1f2 A=¦'],
      ['options-extra', '--timeout1 ¦'],
      ['table', 'user1;host1\nanna;b¦'],
      ['markdown', '```sh\nimapsync --f1f2 A=¦\n```\n'],
      ['dockerfile', 'CMD ["imapsync", "--f1f2", "A=¦"]'],
      ['yaml', 'services:\n  move:\n    command: imapsync --f1f2 A=¦\n'],
      ['crontab', '0 1 * * * imapsync --f1f2 A=¦\n'],
      ['systemd', '[Service]\nExecStart=/usr/bin/imapsync --f1f2 A=¦\n'],
      ['makefile', 'move:\n\timapsync --f1f2 A=¦\n'],
    ];
    const expected = new Map([
      ['options-extra', '--timeout1 [SECONDS]'],
      ['table', '--host1 [HOST]'],
    ]);
    for (const [dialect, text] of places)
      assert.equal(shown(text, dialect), expected.get(dialect) ?? '--f1f2 SOURCE=[DESTINATION]', dialect);
  });

  it('knows a form for every option with a value, and never repeats a secret', () => {
    for (const fact of optionFacts) {
      if (fact.value === 'none') continue;
      const found = help(`imapsync --${fact.name} T0psecret¦`);
      assert.ok(found !== null && found.parameters.length > 0, fact.name);
      assert.ok(found.label.startsWith(`--${fact.name} `), fact.name);
      if (fact.secret) assert.ok(!JSON.stringify(found).includes('T0psecret'), fact.name);
      for (const { start, end, documentation } of found.parameters) {
        assert.ok(start < end && end <= found.label.length && documentation !== '', fact.name);
      }
    }
  });

  it('says nothing outside of commands and in comments', () => {
    for (const text of ['echo ¦', '# imapsync --host1 ¦', '¦', 'imapsync --host1 a\n¦'])
      assert.equal(shown(text), null);
  });
});
