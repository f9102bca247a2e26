import assert from 'node:assert/strict';
import {
  type Action,
  type Analysis,
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
} from '../../server/src/core/languageService.js';
import { amount, isFuzzing, steadySeed } from '../amount.js';
import { fullAbilities } from '../features/rewriting.js';
import { Dice } from '../oracle/dice.js';
import { createRandom } from '../seededRandom.js';
import { RandomEdits } from './randomEdits.js';
import { fragments, readSamples } from './samples.js';

const service = createLanguageService();
const count = amount(800, 'REWRITES');
const seed = steadySeed(20261128);

/** The option settings of a file: for each command each option with its values, in their order. */
function settingsOf({ invocations }: Analysis): unknown {
  return invocations.map(({ uses, errors, open }) => {
    const byName: Record<string, unknown[]> = {};
    for (const { name, negated, value } of uses) {
      byName[name] ??= [];
      byName[name]!.push([negated, value]);
    }
    return { byName, errors: errors.map(({ kind }) => kind).sort(), open };
  });
}

/** Applies everything that is offered, and compares what must stay the same. */
function tryAll(text: string, dialect: FileDialect, offset: number): number {
  const analysis = analyse(text, dialect);
  const actions = service.rewrites(analysis, { start: offset, end: offset }, fullAbilities);
  for (const action of actions) tryAction(analysis, action);
  const formatted = applyChanges(text, service.formatProfile(analysis));
  if (formatted !== text) assert.deepEqual(settingsOf(analyse(formatted, dialect)), settingsOf(analysis), text);
  for (const side of [1, 2] as const) {
    const moved = service.movePasswordAt(analysis, { start: offset, end: offset }, { side, file: "/a b/it's" });
    if (moved !== null) applyChanges(text, moved.edits);
  }
  return actions.length;
}

function tryAction(analysis: Analysis, action: Action): void {
  const { text, dialect } = analysis.source;
  if (action.kind === 'new-file') {
    const edits = action.editsFor('name of file');
    if (edits !== null) analyse(applyChanges(text, edits), dialect);
  } else if (action.kind === 'refactoring') {
    const after = analyse(applyChanges(text, action.edits), dialect);
    if (action.id === 'format') {
      assert.deepEqual(settingsOf(after), settingsOf(analysis), `${text}\nbecame\n${after.source.text}`);
    } else if (action.id === 'names') {
      assert.equal(after.invocations.length, analysis.invocations.length, text);
    }
  }
}

describe('rewrites of any text', function () {
  this.timeout(300_000);

  it(`keep the settings in ${count} examples edited at random (seed ${seed})`, () => {
    const samples = readSamples().filter(({ text }) => text.length < 20_000);
    const random = createRandom(seed);
    const dice = new Dice(random);
    const edits = new RandomEdits(
      random,
      samples.map(({ text }) => text),
    );
    let offered = 0;
    for (let index = 0; index < count; index++) {
      const sample = samples[index % samples.length]!;
      let { text } = sample;
      for (let edit = dice.below(4); edit > 0; edit--) text = edits.apply(text);
      const at = dice.pick(analyse(text, sample.dialect).invocations.map(({ headRange }) => headRange.start));
      offered += tryAll(text, sample.dialect, at ?? 0);
    }
    assert.ok(offered > count, `${offered} rewrites were offered`);
  });

  it('take no time that grows with the square of the length', () => {
    const size = 32_768;
    const openers = [
      ...(isFuzzing ? fragments : [' ', '\ufeff', '"', '`', '^', '- ', '\n', '$x']),
      '--dry ',
      '--host1 a ',
      '--host1 $x ',
      '--maxag 5 ',
      '"$x" ',
      '\\\n --dry ',
      '# a\n--dry\n',
    ];
    for (const dialect of ['posix', 'cmd', 'powershell', 'profile', 'markdown'] as const) {
      for (const opener of openers) {
        const body = opener.repeat(size / opener.length);
        const command = dialect === 'profile' ? '' : `x=1\nimapsync $x --host1 a `;
        const text = `${dialect === 'markdown' ? '```sh\n' : ''}${command}${body} --dry\n`;
        const analysis = analyse(text, dialect);
        const offset = text.indexOf('imapsync') + 1;
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < 6 && best > 1500; round++) {
          const started = performance.now();
          for (const action of service.rewrites(analysis, { start: offset, end: offset }, fullAbilities)) {
            if (action.kind === 'new-file') action.editsFor('x');
          }
          service.formatProfile(analysis);
          best = Math.min(best, performance.now() - started);
        }
        assert.ok(best <= 1500, `${dialect} ${JSON.stringify(opener)} took ${best.toFixed(0)} ms`);
      }
    }
  });
});
