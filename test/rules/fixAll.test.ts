import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Analysis, analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { fixAll } from '../../server/src/core/features/fixAll.js';
import { type FileDialect, recogniseDialect } from '../../server/src/core/languageService.js';
import { lint } from '../../server/src/core/linter.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { PieceText } from '../../server/src/core/text/pieces.js';
import { now } from './linting.js';
import { readRulePages } from './rulePages.js';

const options = { config: defaultConfig, now };
const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';

interface Text {
  readonly name: string;
  readonly dialect: FileDialect;
  readonly text: string;
}

function badExamples(): readonly Text[] {
  return readRulePages().flatMap(({ id, examples }) =>
    examples
      .filter(({ kind }) => kind === 'bad')
      .map(({ text, dialect, at, windows }) => ({
        name: `${id}.md:${at}`,
        dialect,
        text: windows ? text.replaceAll('\n', '\r\n') : text,
      })),
  );
}

function exampleFiles(): readonly Text[] {
  const folder = new URL('../../../examples/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const address = new URL(name.replaceAll('\\', '/'), folder);
    if (!/\.\w+$/.test(name)) return [];
    const text = readFileSync(address, 'utf8');
    const dialect = recogniseDialect({ path: name, firstLine: text.split(/[\r\n]/, 1)[0]! });
    return dialect === undefined ? [] : [{ name, dialect, text }];
  });
}

const texts = [
  ...badExamples(),
  ...exampleFiles(),
  {
    name: 'much that can be fixed',
    dialect: 'posix' as const,
    text: `# imapsync-lint: disable=delete-2\nimapsync ${accounts} --dry \\\n  ${'--maxsize 5000000 '.repeat(6)}--nofoldersizes\nimapsync ${accounts} --dry ${'--timeout1 60 '.repeat(3)}\n`,
  },
];

/** What imapsync gets: each option with what it comes to, in the order of their names. */
function settingsOf({ uses }: Invocation): string {
  const settings = new Map<string, unknown[]>();
  for (const { name, value, negated } of uses) settings.set(name, [value, negated]);
  return JSON.stringify([...settings].sort());
}

const argvOf = ({ syntax }: Invocation): readonly (string | null)[] => syntax.words.map(({ value }) => value);

/** Applies one fix after the other, each time asking anew. */
function oneByOne(text: string, dialect: FileDialect): Analysis {
  let analysis = analyse(text, dialect);
  for (let step = 0; step < 100; step++) {
    const problem = lint(analysis, options).find(({ fix }) => fix !== undefined);
    if (problem === undefined) return analysis;
    const { edits } = problem.fix!();
    const next = analyse(applyChanges(analysis.source.text, edits), dialect);
    // A fix speaks of one command: all others get the words that they had.
    assert.equal(next.invocations.length, analysis.invocations.length, problem.rule);
    analysis.invocations.forEach((invocation, index) => {
      if (invocation === problem.invocation) return;
      assert.deepEqual(argvOf(next.invocations[index]!), argvOf(invocation), problem.rule);
    });
    if (problem.rule === 'repeated-option' || problem.rule === 'unused-directive') {
      assert.deepEqual(next.invocations.map(settingsOf), analysis.invocations.map(settingsOf), problem.rule);
    }
    analysis = next;
  }
  throw new Error('fixes go on for ever');
}

describe('fixing everything', () => {
  it('comes to an end, and to what fixing one after the other comes to', () => {
    let changed = 0;
    for (const { name, dialect, text } of texts) {
      const fixed = fixAll(analyse(text, dialect), options);
      assert.deepEqual(
        fixed.problems.filter(({ fix }) => fix !== undefined).map(({ rule }) => rule),
        [],
        name,
      );
      assert.equal(applyChanges(text, fixed.changes), fixed.analysis.source.text, name);
      assert.equal(fixed.analysis.source.text, oneByOne(text, dialect).source.text, name);
      assert.deepEqual(fixAll(fixed.analysis, options).changes, [], name);
      if (fixed.changes.length > 0) changed++;
    }
    assert.ok(changed >= 3, `only ${changed} texts were changed`);
  });

  it('leaves alone what is not asked for, and lines that no fix speaks of', () => {
    const text = `\ufeff#!/bin/sh\r\nimapsync ${accounts} --dry --timeout1 60 --timeout1 60\r\n`;
    const analysis = analyse(text, 'posix');
    assert.deepEqual(fixAll(analysis, { ...options, concerns: () => false }).changes, []);
    const { source } = fixAll(analysis, options).analysis;
    assert.equal(source.text, text.replace(' --timeout1 60', ''));
  });

  it('adds up changes of changed text', () => {
    const pieces = new PieceText('abcdef');
    pieces.apply([
      { range: { start: 1, end: 3 }, newText: 'XYZ' },
      { range: { start: 6, end: 6 }, newText: '!' },
    ]);
    // aXYZdef!
    pieces.apply([{ range: { start: 2, end: 5 }, newText: '-' }]);
    // aX-ef!
    const changes = pieces.changes();
    assert.deepEqual(changes, [
      { range: { start: 1, end: 4 }, newText: 'X-' },
      { range: { start: 6, end: 6 }, newText: '!' },
    ]);
    assert.equal(applyChanges('abcdef', changes), 'aX-ef!');
  });
});
