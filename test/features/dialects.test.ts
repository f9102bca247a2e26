import assert from 'node:assert/strict';
import {
  type Analysis,
  analyse,
  applyChanges,
  createLanguageService,
  type Invocation,
  lint,
  type Problem,
  type TextChange,
} from '../../server/src/core/languageService.js';
import { now } from './cursor.js';
import { type Sample, samples } from './dialectSamples.js';

const service = createLanguageService();
const marker = 'delete2-without-pre-cutover-marker';

function read(sample: Sample, text = sample.text): Analysis {
  return analyse(text, sample.dialect);
}

function problemsOf(analysis: Analysis): readonly Problem[] {
  return lint(analysis, { now });
}

function only(analysis: Analysis): Invocation {
  assert.equal(analysis.invocations.length, 1, analysis.source.text);
  return analysis.invocations[0]!;
}

function valuesOf(analysis: Analysis): readonly (string | null)[] {
  return only(analysis).syntax.words.map(({ value }) => value);
}

/** The file after the quick fix with this title at its one problem of the marker rule. */
function fixed(sample: Sample, title: RegExp): string {
  const analysis = read(sample);
  const problems = problemsOf(analysis).filter(({ rule }) => rule === marker);
  const whole = { start: 0, end: sample.text.length };
  const action = service.quickFixes(analysis, whole, problems).find((one) => title.test(one.title));
  assert.ok(action && 'edits' in action, `${title} is not offered in ${sample.what}`);
  return applyChanges(sample.text, action.edits);
}

function refactored(sample: Sample, title: RegExp): string {
  const analysis = read(sample);
  const action = service.rewrites(analysis, only(analysis).range).find((one) => title.test(one.title));
  assert.ok(action && 'edits' in action, `${title} is not offered in ${sample.what}`);
  return applyChanges(sample.text, action.edits as readonly TextChange[]);
}

function lineOf(text: string, index: number): string {
  return text.split('\n')[index] ?? '';
}

for (const sample of samples) {
  describe(`features in ${sample.what}`, () => {
    it('find the command, its lens, its symbol and its one problem', () => {
      const analysis = read(sample);
      const invocation = only(analysis);
      const problems = problemsOf(analysis);
      assert.deepEqual(
        problems.map(({ rule, message }) => (rule === marker ? rule : message)),
        [marker],
      );
      const place = problems[0]!.range;
      assert.equal(sample.text.slice(place.start, place.end), '--delete2');
      const summary = 'anna@imap.a.example → anna@imap.b.example · real run · deletes on the destination';
      assert.deepEqual(
        service.codeLenses(analysis).map(({ title }) => title),
        sample.rows ? [] : ['Run dry pass', summary],
      );
      for (const { range } of service.codeLenses(analysis)) assert.deepEqual(range, invocation.headRange);
      const [symbol] = service.documentSymbols(analysis);
      assert.equal(symbol?.name, 'anna@imap.a.example → anna@imap.b.example');
      assert.ok(
        symbol.range.start <= symbol.selectionRange.start && symbol.selectionRange.end <= symbol.range.end,
        'the selection of the symbol lies outside of it',
      );
    });

    it('explain the option and the command', () => {
      const analysis = read(sample);
      const option = service.hover(analysis, sample.text.indexOf('--delete2') + 3, { now });
      assert.match(option?.markdown ?? '', /^\*\*`--delete2`/);
      const { executable } = only(analysis).syntax;
      if (executable === null) return;
      const command = service.hover(analysis, executable.range.end - 1, { now });
      assert.match(command?.markdown ?? '', /Source: `anna@imap\.a\.example`|anna/);
    });

    it('mark the command as run before the cutover, in a comment of the file', () => {
      const text = fixed(sample, /^Mark as run before the cutover/);
      const analysis = read(sample, text);
      assert.deepEqual(problemsOf(analysis), [], text);
      assert.deepEqual(valuesOf(analysis), valuesOf(read(sample)));
    });

    if (!sample.rigid)
      it('remove the option and nothing else', () => {
        const text = fixed(sample, /^Remove --delete2/);
        const analysis = read(sample, text);
        assert.deepEqual(valuesOf(analysis), valuesOf(read(sample)).slice(0, -1), text);
        assert.deepEqual(problemsOf(analysis), [], text);
      });

    it('silence the rule for the command and in the file', () => {
      for (const title of [/^Silence \S+ for this command/, /^Silence \S+ in this file/]) {
        const text = fixed(sample, title);
        const analysis = read(sample, text);
        assert.deepEqual(problemsOf(analysis), [], text);
        assert.deepEqual(valuesOf(analysis), valuesOf(read(sample)));
      }
      const text = fixed(sample, /^Silence \S+ in this file/);
      assert.match(lineOf(text, sample.silencedOnLine ?? 0), /imapsync-lint: disable-file=/);
    });

    if (!sample.rows && !sample.rigid)
      it('add options in the quoting and on the lines of the file', () => {
        const text = refactored(sample, /s\/\\\.\/\\\/\/g/);
        const analysis = read(sample, text);
        assert.equal(only(analysis).value('regextrans2'), 's/\\./\\//g', text);
        assert.deepEqual(
          problemsOf(analysis).map(({ rule }) => rule),
          [marker],
          text,
        );
      });

    it('complete options and values', () => {
      const at = sample.text.indexOf('--delete2');
      const before = `${sample.text.slice(0, at)}--authm`;
      const analysis = read(sample, before + sample.text.slice(at + '--delete2'.length));
      const { entries } = service.complete(analysis, before.length, { byBlank: false, now });
      const entry = entries.find(({ label }) => label === '--authmech1');
      assert.ok(entry, `${sample.what} offers ${entries.slice(0, 5).map(({ label }) => label)}`);
      const text = applyChanges(analysis.source.text, [entry.change]);
      assert.equal(valuesOf(read(sample, text)).at(-1), '--authmech1', text);

      const given = `${sample.text.slice(0, at)}--authmech1=L`;
      const half = read(sample, given + sample.text.slice(at + '--delete2'.length));
      const value = service.complete(half, given.length, { byBlank: false, now }).entries[0];
      assert.ok(value, `${sample.what} offers no values`);
      const whole = applyChanges(half.source.text, [value.change]);
      assert.equal(only(read(sample, whole)).value('authmech1'), value.label, whole);
    });
  });
}
