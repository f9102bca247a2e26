import assert from 'node:assert/strict';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import { fragments, readSamples } from './samples.js';

const size = 65_536;
const budget = 50;
const rounds = 8;
/** Where nothing is there to begin with, nothing doubles. */
const beginning = 'imapsync first\nx=1\nset "x=1"\n$x = 1\nimapsync second\n';

/** What is repeated until it fills 64 KB: alone, with the name of the program, and closed again far behind. */
const repeated = [
  ...fragments,
  ...[
    '((a) ',
    '$((a) ',
    'a[$(',
    '"$(',
    '"${x:-',
    'x{,',
    '{a,b}',
    '\\`',
    '`\n',
    "bash -c '",
    'eval "',
    'sudo ',
    'xargs ',
  ],
  ...['imapsync $x\n', 'imapsync "`', 'x=$x$x\n', 'x+=$x\n', 'x="$x $x"; imapsync $x\n', 'a+=("${a[@]}" b)\n'],
  ...[
    'set -- "$@" "$@"\n',
    'f() { f "$@"; }; f a\n',
    'f() { imapsync "$@"; }\nf a\n',
    'if x; then x=1; fi; imapsync $x\n',
  ],
  ...[
    'imapsync --delete 2 --dry --host1 a --port1 x --nope\n',
    'imapsync --a=b ',
    '--regextrans2 s/a/b/ ',
    '-',
    '--',
    '-- ',
  ],
  ...['imapsync --host1 a \\\n', 'imapsync ^\n', 'imapsync `\n', '  --x ', '=', ':', '\u2013', '\u201c', '\u00a0'],
];

describe('the time that hostile texts take', function () {
  this.timeout(600_000);

  const allowed = budget * slowness();

  for (const dialect of new Set(readSamples().map((sample) => sample.dialect))) {
    it(`reads any 64 KB as ${dialect} in ${budget} ms of processor time`, () => {
      const slow = repeated.flatMap((opener) => {
        const body = opener.repeat(Math.ceil((size - 100) / opener.length)).slice(0, size - 100);
        return [`${beginning}${body}\nimapsync last\n`, `${body.slice(0, -1)}imapsync --x`].flatMap((text) => {
          const best = leastTime(() => readSource(text, dialect), allowed);
          return best > allowed ? [`${JSON.stringify(opener)} took ${best.toFixed(0)} ms`] : [];
        });
      });
      assert.deepEqual(slow, []);
    });
  }
});

/** Milliseconds of processor time, the best of a few rounds: what else the machine does hardly counts in it. */
function leastTime(work: () => unknown, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > enough; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** How many times longer a plain calculation takes here than on the machine for which the budget was set; at least 1. */
function slowness(): number {
  const calculate = (): void => {
    let text = '';
    for (let index = 0; index < 200_000; index++) text += String.fromCharCode(97 + ((index * 7) % 26));
    if (text.indexOf('zz') > 0) throw new Error('no two letters alike stand side by side');
    for (let index = 0, sum = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  };
  return Math.max(1, leastTime(calculate, 0) / 6);
}
