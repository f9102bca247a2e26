import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import type { Problem } from '../../server/src/core/problem.js';
import { rules } from '../../server/src/core/rules/index.generated.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { problemsIn } from './linting.js';
import { type Example, type Mark, readRulePages } from './rulePages.js';

const pages = readRulePages();
const claimed = ['posix', 'profile'] as const;

type Dress = (text: string, dialect: FileDialect) => string;

/** The same example in other clothes: its problems must stay where they are. */
const clothes = [
  { name: 'as written', dress: (text: string, _: FileDialect) => text, shift: 0 },
  { name: 'with CRLF', dress: (text: string) => text.replaceAll('\n', '\r\n'), shift: 0 },
  { name: 'after astral characters', dress: afterAstralCharacters, shift: 1 },
];

function afterAstralCharacters(text: string, dialect: FileDialect): string {
  return `${dialect === 'cmd' ? 'rem' : '#'} \u{1f4e8}\u{1f600}\n${text}`;
}

describe('pages of the rules', () => {
  it('exist for every rule, and for nothing else', () => {
    assert.deepEqual(
      pages.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
  });

  for (const page of pages) {
    const rule = rules.find(({ id }) => id === page.id)!;
    describe(page.id, () => {
      it('begins with its name and says its level, since when it is there and when not to use it', () => {
        assert.ok(page.text.startsWith(`# ${page.id}\n`));
        assert.ok(/^Level: .*\bSince release \d+\.\d+\.\d+\./m.test(page.text), 'level and release');
        assert.ok(page.text.includes(`\nLevel: ${rule.severity}`), 'the level of the rule');
        assert.ok(/^## When not to use it$/m.test(page.text), 'when not to use it');
      });

      it('shows something bad and something good in each dialect it claims', () => {
        for (const dialect of rule.dialects ?? claimed) {
          for (const kind of ['bad', 'good']) {
            const found = page.examples.some((each) => each.kind === kind && isIn(each, dialect));
            assert.ok(found, `no ${kind} example in ${dialect}`);
          }
        }
      });

      it('shows each of its messages', () => {
        const shown = new Set(page.examples.flatMap(({ marks }) => marks.map(({ message }) => message)));
        assert.deepEqual([...shown].sort(), Object.keys(rule.messages).sort());
      });

      page.examples.forEach((example, index) => {
        const title = `line ${example.at}: ${example.kind}${example.number || ''} (${example.dialect})`;
        if (example.kind === 'bad' || example.kind === 'good') {
          const windowsMatters = page.examples.some(({ windows }) => windows);
          for (const { name, dress, shift } of windowsMatters
            ? clothes.filter(({ name }) => name !== 'with CRLF')
            : clothes) {
            // The first line of that file is all that counts.
            if (example.dialect === 'options-extra' && shift > 0) continue;
            it(`${title}, ${name}, is reported exactly where it is marked`, () =>
              checkMarks(rule, example, dress, shift));
          }
        } else {
          const bad = page.examples.slice(0, index).findLast((each) => each.kind === 'bad');
          it(`${title} is what the change gives, and is clean`, () => checkChange(rule, bad, example));
        }
      });
    });
  }
});

function checkMarks(rule: Rule, example: Example, dress: Dress, shift: number): void {
  const text = dress(asWritten(example), example.dialect);
  const { invocations } = analyse(text, example.dialect);
  assert.ok(invocations.length > 0 || rule.checkDirectives !== undefined, 'the example holds no command');
  assert.ok(
    example.kind === 'bad' ? example.marks.length > 0 : example.marks.length === 0,
    'marks belong to bad examples',
  );
  const expected = example.marks.map((mark) => describeMark(rule, { ...mark, line: mark.line + shift }));
  assert.deepEqual(
    reportsOf(rule, text, example).map((problem) => describeProblem(rule, text, problem)),
    expected,
  );
}

function checkChange(rule: Rule, bad: Example | undefined, example: Example): void {
  assert.ok(bad !== undefined && bad.dialect === example.dialect, 'a change follows the bad example that it changes');
  const text = asWritten(bad);
  const before = reportsOf(rule, text, bad);
  const [problem] = before;
  const change = example.kind === 'fix' ? problem?.fix?.() : problem?.suggestions?.()[example.number - 1];
  assert.ok(change !== undefined, 'there is no such change');
  const after = applyChanges(text, change.edits);
  assert.equal(after, example.text);
  assert.equal(reportsOf(rule, after, example).length, before.length - 1, 'the rule still reports the place');
}

/** Whether the file of an example, or a command line in it, is in this dialect. */
function isIn({ dialect, text }: Example, claimed: string): boolean {
  return dialect === claimed || analyse(text, dialect).invocations.some((each) => each.dialect === claimed);
}

function asWritten({ text, windows }: Example): string {
  return windows ? text.replaceAll('\n', '\r\n') : text;
}

function reportsOf(rule: Rule, text: string, { dialect }: Example): readonly Problem[] {
  return problemsIn(text, dialect).filter((problem) => problem.rule === rule.id);
}

function describeMark(rule: Rule, { line, start, end, message, severity }: Mark): string {
  return `${line}:${start}-${end} ${message} ${severity ?? rule.severity}`;
}

function describeProblem(rule: Rule, text: string, { range, message, severity }: Problem): string {
  const before = text.slice(0, range.start);
  const line = before.split('\n').length - 1;
  const start = range.start - (before.lastIndexOf('\n') + 1);
  return `${line}:${start}-${start + range.end - range.start} ${messageKey(rule, message)} ${severity}`;
}

/** The template that a message was made from. */
function messageKey(rule: Rule, message: string): string {
  const matching = Object.entries(rule.messages).filter(([, template]) => {
    const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.|()[\]{}*+?]/g, '\\$&'));
    return new RegExp(`^${literal.join('[^]*')}$`).test(message);
  });
  const [best] = matching.sort(([, a], [, b]) => b.length - a.length);
  return best?.[0] ?? `no template gives: ${message}`;
}
