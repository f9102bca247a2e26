import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, createLanguageService, lint, parseOutput } from '../../server/src/core/languageService.js';
import { marked, now } from '../features/cursor.js';
import { read, words } from './notation.js';

const service = createLanguageService();

describe("imapsync's options_extra.txt", () => {
  it('is its first line', () => {
    assert.deepEqual(words('--ssl1 --folder a\n--ssl2\n', 'options-extra'), ['--ssl1', '--folder', 'a']);
    assert.deepEqual(words('\n--ssl2\n', 'options-extra'), []);
    assert.deepEqual(words('--ssl1\r\n', 'options-extra'), ['--ssl1']);
  });

  it('quotes as Text::ParseWords does', () => {
    assert.deepEqual(words(`a\\ b "c\\d\\"" 'e\\'f' ""g`, 'options-extra'), [
      "a\\ b → a + ' ' from \\  + b",
      `"c\\d\\"" → 'c' + 'd' from \\d + '"' from \\"`,
      "'e\\'f'",
      `""g → '' + g`,
    ]);
  });

  it('gives no word where a quote stays open or a backslash ends the line', () => {
    for (const text of ['--ssl1 "a', "--ssl1 'a\\'", '--ssl1 \\']) {
      const [invocation] = read(text, 'options-extra').invocations;
      assert.deepEqual([invocation?.words, invocation?.incomplete], [[], true]);
    }
  });

  it('can hold directives below its first line', () => {
    const text = '--maxsize 3\n# imapsync-lint: disable-file=options-extra-ignored\n';
    assert.deepEqual(lint(analyse(text, 'options-extra'), { now }), []);
    assert.equal(lint(analyse(text.slice(0, 12), 'options-extra'), { now }).length, 1);
  });

  it('is silenced below its first line', () => {
    const text = '--maxsize 3\n';
    const analysis = analyse(text, 'options-extra');
    const actions = service.quickFixes(analysis, { start: 0, end: 3 }, lint(analysis, { now }));
    const edits = actions.flatMap((action) => (action.kind === 'quick-fix' ? action.edits : []));
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start, newText]),
      [[11, '\n# imapsync-lint: disable-file=options-extra-ignored']],
    );
  });

  it('is printed as a profile, with the options that imapsync takes from it', () => {
    const { dialect, invocations } = parseOutput(analyse('--host1 x --fold a --err 3', 'options-extra'));
    assert.equal(dialect, 'profile');
    assert.deepEqual(
      invocations[0]!.options.map(({ name, value }) => [name, value]),
      [
        ['folder', 'a'],
        ['errorsmax', '3'],
      ],
    );
    assert.deepEqual(invocations[0]!.errors, []);
  });

  it('is completed with the options that imapsync takes from it', () => {
    const { offset, analysis } = marked('--dry --|', 'options-extra');
    const labels = service.complete(analysis, offset, { byBlank: false, now }).entries.map(({ label }) => label);
    assert.ok(labels.includes('--timeout1') && labels.includes('--folder'));
    assert.ok(!labels.includes('--host1') && !labels.includes('--dry'));
  });

  it('is read whatever it holds', () => {
    const part = fc.constantFrom('"', "'", '\\', ' ', '\n', '\r\n', 'a', '--ssl1', '#', '\0', '\ud800', '\ufeff');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        read(text, 'options-extra');
        for (const { range } of lint(analyse(text, 'options-extra'), { now })) {
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 2000 },
    );
    for (const opener of ['"', "'", '\\', '"a" ', '\\" ', '\n', 'a\n']) {
      assert.ok(read(opener.repeat(50_000), 'options-extra').invocations.length <= 1);
    }
  });
});
