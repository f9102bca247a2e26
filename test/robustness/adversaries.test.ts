import assert from 'node:assert/strict';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import { isFuzzing } from '../amount.js';
import { fragments, readSamples } from './samples.js';

const size = 65_536;
/**
 * Milliseconds. The budget is 50, which `npm run fuzz` keeps; a test that may run beside others must only tell what grows
 * with the square of its length, which takes seconds.
 */
const budget = isFuzzing ? 50 : 1000;
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

  for (const dialect of new Set(readSamples().map((sample) => sample.dialect))) {
    it(`reads any 64 KB as ${dialect} in ${budget} ms`, () => {
      const slow = repeated.flatMap((opener) => {
        const body = opener.repeat(Math.ceil((size - 100) / opener.length)).slice(0, size - 100);
        return [`${beginning}${body}\nimapsync last\n`, `${body.slice(0, -1)}imapsync --x`].flatMap((text) => {
          const time = timeOver(budget, () => readSource(text, dialect));
          return time === null ? [] : [`${JSON.stringify(opener)} took ${time.toFixed(0)} ms`];
        });
      });
      assert.deepEqual(slow, []);
    });
  }
});

/**
 * The time of the work in milliseconds, or null where it takes no more than `limit` in the best of a few rounds,
 * each measured beside a calculation that shows how slow a busy machine is at that moment.
 */
function timeOver(limit: number, work: () => unknown): number | null {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const time = timeOf(work);
    if (time <= limit) return null;
    best = Math.min(best, time / Math.max(1, timeOf(calculate) / usualCalculation));
    if (best <= limit) return null;
  }
  return best;
}

/**
 * Milliseconds of processor time or on the clock, whichever is less: the threads of the garbage collector add to the one, the
 * other programs on the machine to the other.
 */
function timeOf(work: () => unknown): number {
  const clock = performance.now();
  const processor = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(processor);
  return Math.min(performance.now() - clock, (user + system) / 1000);
}

/** Milliseconds that `calculate` takes on the machine for which the limit was set. */
const usualCalculation = 4;

function calculate(): number {
  let text = '';
  for (let index = 0; index < 200_000; index++) text += String.fromCharCode(97 + ((index * 7) % 26));
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  return sum;
}
