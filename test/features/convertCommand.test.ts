import assert from 'node:assert/strict';
import { analyse, type Dialect, type FileDialect } from '../../server/src/core/languageService.js';
import { amount, steadySeed } from '../amount.js';
import { Dice } from '../oracle/dice.js';
import { createRandom } from '../seededRandom.js';
import { randomCommand } from './optionCommands.js';
import { rewriteAt } from './rewriting.js';

type Shell = 'posix' | 'cmd' | 'powershell';

/** The script of another shell for the first command of a text; null where none is offered. */
function convert(text: string, to: Shell, from: FileDialect = 'posix'): string | null {
  const { action } = rewriteAt(text, to, from);
  return action?.kind === 'new-file' ? action.content : null;
}

/** The command that a script of the other shell starts with one option. */
const option = (text: string, to: Shell, from?: FileDialect): string | undefined =>
  convert(text, to, from)?.trimEnd().split(/\r?\n/).at(-1)?.trim();

describe('writing a command for another shell', () => {
  it('keeps the order, writes one option on a line and names the program as that system does', () => {
    const text = "/usr/bin/imapsync --user1 'a b' --host1 h --dry > log || exit 1\n";
    assert.equal(
      convert(text, 'cmd'),
      '@echo off\r\nimapsync.exe ^\r\n  --user1 "a b" ^\r\n  --host1 h ^\r\n  --dry\r\n',
    );
    assert.equal(convert(text, 'powershell'), "imapsync.exe `\r\n  --user1 'a b' `\r\n  --host1 h `\r\n  --dry\r\n");
    assert.equal(
      convert('.\\imapsync.exe --user1 "a b" ^\r\n  --exclude "100%%"\r\n', 'posix', 'cmd'),
      "#!/bin/sh\n./imapsync \\\n  --user1 'a b' \\\n  --exclude 100%\n",
    );
    assert.equal(
      convert("& 'C:\\a b\\imapsync.exe' --user1 'it''s'\n", 'cmd', 'powershell'),
      '@echo off\r\n"C:\\a b\\imapsync.exe" ^\r\n  --user1 "it\'s"\r\n',
    );
    assert.equal(
      convert('"C:\\a b\\imapsync.exe" --dry\r\n', 'powershell', 'cmd'),
      "& 'C:\\a b\\imapsync.exe' `\r\n  --dry\r\n",
    );
    assert.equal(
      convert('docker run --rm gilleslamiral/imapsync imapsync --dry\n', 'cmd'),
      '@echo off\r\ndocker run --rm gilleslamiral/imapsync imapsync ^\r\n  --dry\r\n',
    );
  });

  it('puts the comments of a profile above the command', () => {
    assert.equal(
      convert("# a\n--host1 h\n\n# 100% ^\n--user1 'a b'\n", 'cmd', 'profile'),
      '@echo off\r\nREM a\r\nREM 100%%\r\nimapsync.exe ^\r\n  --host1 h ^\r\n  --user1 "a b"\r\n',
    );
    assert.equal(convert('# a\n--host1 h\n', 'posix', 'profile'), '#!/bin/sh\n# a\nimapsync \\\n  --host1 h\n');
  });

  it('translates variables and arguments of the script', () => {
    const command = 'imapsync --user1 "$A" --user2 $B --passfile1 "x ${C}" --host1 "$1"';
    assert.match(convert(command, 'cmd') ?? '', /--user1 "%A%" .* "%B%" .* "x %C%" .* "%~1"/s);
    assert.match(
      convert(command, 'powershell') ?? '',
      /"\$env:A" .* "\$env:B" .* "x \$\{env:C\}" .* "\$\(\$args\[0\]\)"/s,
    );
    assert.equal(option('imapsync.exe --user1 %A%-b', 'posix', 'cmd'), '--user1 "${A}-b"');
    assert.equal(option('imapsync.exe --user1 "%A%"', 'powershell', 'cmd'), '--user1 "$env:A"');
    assert.equal(option('imapsync.exe --user1 $env:A', 'cmd', 'powershell'), '--user1 "%A%"');
    assert.equal(option('imapsync.exe --user1 "$Name"', 'posix', 'powershell'), '--user1 "$Name"');
    assert.equal(option('imapsync "$@"', 'cmd'), '%*');
    assert.equal(option('imapsync.exe %*', 'powershell', 'cmd'), '@args');
    assert.equal(option('imapsync.exe @args', 'posix', 'powershell'), '"$@"');
    assert.equal(option("imapsync --user1 'a$b'", 'powershell'), "--user1 'a$b'");
  });

  it('writes what a variable holds where that is known', () => {
    assert.equal(option('U=\'a b\'\nimapsync --user1 "$U"\n'.replace('imapsync', '¦imapsync'), 'cmd'), '--user1 "a b"');
  });

  it('is not offered for what the other shell has no counterpart of', () => {
    for (const command of [
      'imapsync $OPTIONS',
      'imapsync --user1 "$(cat x)"',
      'imapsync --user1 "${A%.*}"',
      'imapsync --host1 "${A[@]}"',
      "imapsync --user1 'a\nb'",
      'sudo imapsync --dry',
      'A=b imapsync --dry',
      "bash -c 'imapsync --dry'",
      'imapsync --dry "',
    ]) {
      assert.equal(convert(command, 'cmd'), null, command);
      assert.equal(convert(command, 'powershell'), null, command);
    }
    // Windows PowerShell loses them on the way to the program.
    for (const command of ["imapsync --user1 'a\"b'", "imapsync --user1 ''", "imapsync --user1 'a b\\'"]) {
      assert.equal(convert(command, 'powershell'), null, command);
      assert.notEqual(convert(command, 'cmd'), null, command);
    }
    assert.equal(convert('imapsync.exe --user1 $a.b\n', 'posix', 'powershell'), null);
    assert.equal(convert('for %%i in (a) do imapsync.exe --user1 %%i\n', 'posix', 'cmd'), null);
    assert.equal(convert('# x\n\n```sh\nimapsync --dry\n```\n', 'cmd', 'markdown'), null);
    assert.equal(rewriteAt('imapsync --dry\n', 'cmd', 'posix', {}).action, undefined);
  });

  const count = amount(600, 'CONVERSIONS');
  const seed = steadySeed(20261127);
  for (const from of ['posix', 'cmd', 'powershell', 'profile'] as const) {
    it(`hands over the same arguments in ${count} random commands of ${from} (seed ${seed})`, () => {
      const dice = new Dice(createRandom(seed));
      let converted = 0;
      for (let index = 0; index < count; index++) {
        const command = randomCommand(dice, { dialect: from as Dialect, wild: false });
        const text = from === 'profile' ? command.replace(/^.*?imapsync(?:\.exe)?/, '') : command.replace(/^sudo /, '');
        for (const to of ['posix', 'cmd', 'powershell'] as const) {
          const script = convert(text, to, from);
          if (script === null) continue;
          converted++;
          const argv = (one: string, dialect: FileDialect) =>
            analyse(one, dialect).source.invocations[0]!.words.map(({ value }) => value);
          assert.deepEqual(argv(script, to), argv(text, from), `${text}\nbecame\n${script}`);
        }
      }
      assert.ok(converted > count, `${converted} scripts were made`);
    });
  }
});
