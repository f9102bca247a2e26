import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { originOf } from '../../server/src/core/syntax/moveSyntax.js';
import { recogniseDialect } from '../../server/src/core/syntax/recognise.js';
import { everything } from './everything.js';
import { hostInsertions, hostScripts } from './hostScripts.js';

const now = Date.UTC(2026, 10, 23);
const root = path.join(import.meta.dirname, '../../..');

interface Script {
  readonly name: string;
  readonly text: string;
  readonly dialect: FileDialect;
}

const examples = ['dangerous', 'safe'].flatMap((folder) =>
  readdirSync(path.join(root, 'examples', folder)).flatMap((name): Script[] => {
    const dialect = recogniseDialect({ path: name });
    if (dialect === undefined || dialect === 'profile') return [];
    return [
      { name: `${folder}/${name}`, text: readFileSync(path.join(root, 'examples', folder, name), 'utf8'), dialect },
    ];
  }),
);

const intricate = `#!/bin/bash
# imapsync-lint: pre-cutover until 2026-12-01
run() {
  imapsync --delete2 "$@" # imapsync-lint: disable-line=unknown-option
}
cat <<EOF | tee log
imapsync --nothing
$(imapsync --host1 a --unknown)
EOF
case $1 in
  a) imapsync --host1 a --usecache --search1 x ;;
  *) (cd /tmp && bash -c 'imapsync --password1 canary --maxsize 10M') ;;
esac
x=$((1 + 2)); [[ -n $x ]] && imapsync --ssl --delete 2 &
imapsync \\
  # the old server
  --host1 a \\

  --user1 b
imapsync --host1 a --exclude ^(a|b)$ --user1 <user> 2>&1 >> log
  --dry
# imapsync-lint: post-cutover
sudo imapsync --gmail1 --host2 imap.fastmail.com --delete2
`;

const flowing = `#!/bin/bash
IMAPSYNC=\${IMAPSYNC:-imapsync}
$IMAPSYNC --host1 a \\
  # the old server
  --user1 <user>
  --dry
OPTS="--dry --automap --maxsize 10M --host1 $OLD"
HOST='imap.example.com'
ARGS=(--ssl1 --ssl2 "--user1=$HOST")
$IMAPSYNC $OPTS --host2 "$HOST" "\${ARGS[@]}"
CMD="imapsync --host1 a --delete2"
eval "$CMD --user2 'y z'" || { HOST=other; exit 1; }
move() {
  local user=$1; shift
  imapsync --user1 "$user" "$@" --port1 "\${PORT:-143}"
}
move bob --dry --host1 h1
while IFS=';' read -r h1 u1; do
  imapsync --host1 "$h1" --user1 "$u1" $OPTS
  if [ -n "$x" ]; then OPTS+=' --nolog'; fi
done < accounts.csv
set -- --usecache --search1 x
(HOST=inner; imapsync --host1 "$HOST" "$@") | tee log
imapsync --host1 "$HOST" $OPTS
`;

const intricateBatch = `@echo off & setlocal EnableDelayedExpansion
:: imapsync-lint: pre-cutover until 2026-12-01
set "OPTS=--dry --ssl1"
for /f "tokens=1,2 delims=;" %%a in (accounts.csv) do (
  set N=%%a
  call imapsync --user1 "%%a" --user2 !N! --delete2 "^x$" & rem imapsync-lint: disable-line=unknown-option
  if "%%b"=="" (imapsync --unknown) else imapsync --maxsize 10M
)
rem note^
imapsync --nothing
endlocal
cmd /c "imapsync --password1 canary --maxsize 10M"
:next
REM imapsync-lint: post-cutover
imapsync --host1 a ^
  rem the old server
  --host2 b \\
  --ssl2
%IMAPSYNC% --host1 a ^ 
  --host2 b
set "IMAPSYNC=C:\\tools\\imapsync.exe"
%IMAPSYNC% --host1 a
  --host2 b
start "" /wait imapsync.exe ^
  --gmail1 --host2 imap.fastmail.com --delete2 > log 2>&1
`;

const intricatePowerShell = `#!/usr/bin/env pwsh
# imapsync-lint: pre-cutover until 2026-12-01
param([string]$Extra = 'x')
function Sync-Mailbox($row) {
  imapsync --delete2 @args # imapsync-lint: disable-line=unknown-option
}
$text = @"
imapsync --nothing "$(imapsync --host1 a --unknown)"
"@
$options = @{ imapsync = 'x'; other = (imapsync --usecache --search1 x) }
if ($row) { imapsync --host1 a }
# between
elseif ($other) { Invoke-Expression 'imapsync --password1 canary --maxsize 10M' }
else { bash -c "imapsync --ssl" }
<# imapsync --old
#>
Import-Csv accounts.csv |
  ForEach-Object { & "C:\\imapsync\\imapsync.exe" --user1 $_.user1 --delete 2 }
imapsync --host1 a \`
  # the old server
  --host2 b ^
  --ssl2
$imapsync = 'imapsync'
& $imapsync --host1 a \` # c
  --host2 b
$result = imapsync \`
  --gmail1 --host2 imap.fastmail.com \`
  --delete2 2>&1
# imapsync-lint: post-cutover
imapsync --% --delete2 %X% | Out-Null
`;

const scripts: readonly Script[] = [
  ...examples,
  { name: 'an intricate script', text: intricate, dialect: 'posix' },
  { name: 'the same with CRLF', text: intricate.replaceAll('\n', '\r\n'), dialect: 'posix' },
  { name: 'a script full of variables', text: flowing, dialect: 'posix' },
  { name: 'an intricate batch file', text: intricateBatch, dialect: 'cmd' },
  { name: 'an intricate PowerShell script', text: intricatePowerShell, dialect: 'powershell' },
  {
    name: 'an intricate PowerShell script with CRLF',
    text: intricatePowerShell.replaceAll('\n', '\r\n'),
    dialect: 'powershell',
  },
  { name: 'an intricate batch file with CRLF', text: intricateBatch.replaceAll('\n', '\r\n'), dialect: 'cmd' },
  ...(Object.keys(hostScripts) as (keyof typeof hostScripts)[]).flatMap((format): Script[] => {
    const text = hostScripts[format];
    return [
      { name: `an intricate ${format} file`, text, dialect: format },
      { name: `an intricate ${format} file with CRLF`, text: text.replaceAll('\n', '\r\n'), dialect: format },
    ];
  }),
];

/** What an edit can put in: each may change how all that follows is read. */
const insertions = [
  ...[
    "'",
    '"',
    '`',
    '$(',
    ')',
    '((',
    '))',
    '#',
    '\\\n',
    '\n',
    '\r\n',
    ' ',
    '<<EOF\n',
    'EOF\n',
    'case x in\n',
    'esac\n',
  ],
  ...[
    'imapsync --delete2\n',
    'x',
    '--delete2',
    '{',
    '}',
    '|',
    '&',
    ';',
    '\0',
    '\ufeff',
    '# imapsync-lint: pre-cutover\n',
  ],
  ...[
    '^\n',
    '^',
    '%',
    '%%a',
    '!',
    '::',
    'rem ',
    '(',
    'setlocal enabledelayedexpansion\n',
    'endlocal\n',
    'call ',
    ':l\n',
    '  # note\n',
    ' \\\n',
    ' \\ \n',
    '  --dry\n',
    '  --dry \\\n',
    ' /\n',
    '(a|b)',
    '|c',
    ' <user> ',
    ' 2>&1 >f\n',
    '\u00a0',
    '--ssl1',
  ],
  ...[
    ' ^\n',
    ' ^ \n',
    ' `\n',
    ' ` \n',
    ' ` # c\n',
    '\n--dry ^\n',
    '\n--dry `\n',
    ' rem c\n',
    'HOST = --dry\n',
    '$HOST=x\n',
    'set N = x\n',
    '#requires -version 7.4\n',
    '%IMAPSYNC% ',
    '& $imapsync ',
    '$IMAPSYNC ',
  ],
  ...['`\n', '"@\n', '@"\n', "@'\n", '<#', '#>', '@(', '$x = ', ', ', 'else { ', '$(', '--%', 'if (', 'catch { '],
  ...['# imapsync-lint: disable-file\n', '# imapsync-lint: disable=unknown-option\n', '😀', 'a[', '=(', 'done\n'],
  ...hostInsertions,
];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  inserted: fc.oneof(fc.constant(''), fc.constantFrom(...insertions), fc.string({ maxLength: 3 })),
});

function applied(text: string, { at, removed, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

const runs = Number(process.env.IMAPSYNC_LINT_EDIT_RUNS ?? 60);

describe('reading only what changed', function () {
  this.timeout(600_000);

  for (const { name, text: start, dialect } of scripts) {
    it(`answers what a reading of the whole answers, through random edits of ${name}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
          let text = start;
          let analysis = analyse(text, dialect);
          lint(analysis, { config: defaultConfig, now });
          for (const each of edits) {
            text = applied(text, each);
            analysis = analyse(text, dialect, analysis);
            lint(analysis, { config: defaultConfig, now });
            assert.deepEqual(everything(analysis, now), everything(analyse(text, dialect), now));
          }
        }),
        { numRuns: runs },
      );
    });
  }

  it('remembers how far the last line looked ahead that it read', () => {
    const texts = [
      'true\nx\n  - --a\nimapsync\n',
      'true\nimapsync\n  - --a\nimapsync\n',
      'true\nimapsync\n  --a\nimapsync\n',
    ];
    let analysis = analyse(texts[0]!, 'posix');
    for (const text of texts.slice(1)) analysis = analyse(text, 'posix', analysis);
    assert.deepEqual(everything(analysis, now), everything(analyse(texts.at(-1)!, 'posix'), now));
    assert.equal(analysis.invocations[0]!.syntax.slips?.[0]?.kind, 'missing-sign');
  });

  it('notices that the last script of a YAML file has lost its line end', () => {
    const before = 'run: |\n  imapsync --user1 "a\n';
    const analysis = analyse(before.slice(0, -1), 'yaml', analyse(before, 'yaml'));
    assert.deepEqual(everything(analysis, now), everything(analyse(before.slice(0, -1), 'yaml'), now));
  });

  it('keeps the command lines behind an edit without reading them again', () => {
    const before = analyse(intricate, 'posix');
    const text = intricate.replace('run() {', 'run() {\n  true');
    const after = analyse(text, 'posix', before);
    assert.notEqual(after.source.lines?.readings, 0);
    const last = after.invocations.at(-1);
    assert.ok(last !== undefined && 'distance' in last && last.distance === '\n  true'.length);
  });

  it('takes nothing twice of an expansion that never ends', () => {
    for (const opening of ['`a', '$(a', '"$(a']) {
      const text = `imapsync 1\n: <<E\n${opening}\n`;
      const edited = text.replace('<<', ' <<');
      const after = everything(analyse(edited, 'posix', analyse(text, 'posix')), now);
      assert.deepEqual(after, everything(analyse(edited, 'posix'), now), opening);
    }
  });

  it('keeps the command lines of a host format that an edit leaves as they are, before it and behind it', () => {
    for (const format of Object.keys(hostScripts) as (keyof typeof hostScripts)[]) {
      const text = hostScripts[format];
      const before = analyse(text, format);
      const { end } = before.invocations[Math.floor(before.invocations.length / 2)]!.range;
      const after = analyse(`${text.slice(0, end)} --dry${text.slice(end)}`, format, before);
      const known = new Set(before.source.invocations.map((syntax) => originOf(syntax).origin));
      const kept = after.source.invocations.filter((syntax) => known.has(originOf(syntax).origin));
      assert.ok(kept.length >= before.invocations.length - 2, format);
      assert.ok(kept.includes(after.source.invocations[0]!) && kept.includes(after.source.invocations.at(-1)!), format);
    }
  });

  it('reads the whole again after many edits, so that old versions of the text can be forgotten', () => {
    let analysis = analyse(intricate, 'posix');
    const readings: number[] = [];
    for (let round = 0; round < 70; round++) {
      analysis = analyse(`${analysis.source.text}\n# ${round}\n`, 'posix', analysis);
      readings.push(analysis.source.lines!.readings);
    }
    assert.equal(Math.max(...readings), 64);
    assert.ok(readings.includes(0));
  });
});
