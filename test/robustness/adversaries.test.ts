import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { fragments, readSamples } from './samples.js';

const size = 65_536;
const budget = 50;
const rounds = 5;
const now = Date.UTC(2026, 10, 23);

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

  for (const dialect of new Set(readSamples().map((sample) => sample.dialect))) {
    it(`no 64 KB of ${dialect} keep the processor busy for more than ${budget} ms`, () => {
      const slow = repeated.flatMap((opener) => {
        const body = opener.repeat(Math.ceil((size - 40) / opener.length)).slice(0, size - 40);
        return [`imapsync first\n${body}\nimapsync last\n`, `${body.slice(0, -1)}imapsync --x`].flatMap((text) => {
          const best = leastTime(() => lint(analyse(text, dialect), { config: defaultConfig, now }));
          return best > budget ? [`${JSON.stringify(opener)} took ${best.toFixed(0)} ms`] : [];
        });
      });
      assert.deepEqual(slow, []);
    });
  }
});

/** Milliseconds of processor time, the best of a few rounds: what else the machine does hardly counts in it. */
function leastTime(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > budget; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
