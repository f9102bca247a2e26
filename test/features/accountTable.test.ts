import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  analyse,
  applyChanges,
  createLanguageService,
  lint,
  type Problem,
  parseOutput,
} from '../../server/src/core/languageService.js';
import { cli } from '../cli/support/memoryHost.js';
import { marked, now } from './cursor.js';

const service = createLanguageService();
const row = 'imap.a.example;anna;s3cret-1;imap.b.example;bert@b.example;s3cret-2';

function hoverAt(source: string): { markdown: string; covered: string } | null {
  const { text, offset, analysis } = marked(source, 'table');
  const answer = service.hover(analysis, offset, { now });
  return answer && { markdown: answer.markdown, covered: text.slice(answer.range.start, answer.range.end) };
}

function take(source: string, label: string): string {
  const { text, offset, analysis } = marked(source, 'table');
  const { entries } = service.complete(analysis, offset, { byBlank: false, now });
  const entry = entries.find((one) => one.label === label);
  assert.ok(entry, `${label} is not proposed at ${source}`);
  return applyChanges(text, [entry.change]);
}

function problemsIn(text: string): readonly Problem[] {
  return lint(analyse(text, 'table'), { now });
}

/** The text after each suggestion, by title. */
function suggested(text: string): Record<string, string> {
  const titles = problemsIn(text).flatMap((problem) => problem.suggestions?.() ?? []);
  return Object.fromEntries(titles.map(({ title, edits }) => [title, applyChanges(text, edits)]));
}

describe('features in account tables', () => {
  it('say of which option a field is the value', () => {
    const user = hoverAt(row.replace('anna', 'an|na'));
    assert.equal(user?.covered, 'anna');
    assert.match(user.markdown, /^\*\*`--user1`\*\* `anna`/);
    assert.match(hoverAt(`user1;user2;maxage\nanna;bert;3|0\n`)!.markdown, /^\*\*`--maxage`\*\* `30`/);
    assert.match(hoverAt(`user1;user2;ssl1\nanna;bert;y|es\n`)!.markdown, /--ssl1/);
    assert.match(hoverAt(`${row};--automap --d|ry;`)!.markdown, /--dry/);
  });

  it('show no password', () => {
    const hover = hoverAt(row.replace('s3cret-1', 's3c|ret-1'));
    assert.match(hover!.markdown, /--password1/);
    assert.ok(!hover!.markdown.includes('s3cret'));
  });

  it('list rows by their accounts, and put no lenses above them', () => {
    const analysis = analyse(`# note\n${row};--dry;\n`, 'table');
    assert.deepEqual(
      service.documentSymbols(analysis).map(({ name, detail, range }) => [name, detail, range.start]),
      [['anna@imap.a.example → bert@b.example', 'dry run', 7]],
    );
    assert.deepEqual(service.codeLenses(analysis), []);
    assert.deepEqual(service.rewrites(analysis, { start: 9, end: 9 }), []);
    assert.equal(service.sentQuestionAt(analysis, { start: 7, end: 20 }), null);
  });

  it('complete options and their values where they can stand', () => {
    assert.equal(take(`${row};--auto|;`, '--automap'), `${row};--automap;`);
    assert.equal(take(`${row};--dry |;`, '--automap'), `${row};--dry --automap;`);
    assert.equal(take(`${row};|;`, '--automap'), `${row};--automap;`);
    assert.equal(take(`${row};--authmech1 |`, 'PLAIN'), `${row};--authmech1 PLAIN`);
    assert.equal(
      take(row.replace('imap.b.example', '|'), 'imap.gmail.com'),
      row.replace('imap.b.example', 'imap.gmail.com'),
    );
    assert.equal(take('user1;user2;authmech1\na;b;L|\n', 'PLAIN'), 'user1;user2;authmech1\na;b;PLAIN\n');
    const { offset, analysis } = marked(`# a|b\n${row}`, 'table');
    assert.deepEqual(service.complete(analysis, offset, { byBlank: false, now }).entries, []);
  });

  it('remove an option with its blank, and empty the field of one that has a column', () => {
    const remove = 'Remove --delete2';
    assert.equal(suggested(`${row};--delete2;`)[remove], `${row};;`);
    assert.equal(suggested(`${row};--dry --delete2 --automap;`)[remove], `${row};--dry --automap;`);
    assert.equal(suggested(`${row};--delete2 --delete2 --automap;`)[remove], `${row};--automap;`);
    const tabs = row.replaceAll(';', '\t');
    assert.equal(suggested(`${tabs}\t--delete2\t`)[remove], `${tabs}\t\t`);
    const named = 'user1;delete2;user2;options\nanna;yes;bert;--delete2 --dry\n';
    assert.equal(suggested(named)[remove], 'user1;delete2;user2;options\nanna;;bert;--dry\n');
  });

  it('put a marker above the row it is for, below the header line', () => {
    const text = `user1;user2;delete2\nanna;bert;yes\ncarl;dora;no\n`;
    const [title] = Object.keys(suggested(text)).filter((each) => each.startsWith('Mark as run'));
    assert.match(suggested(text)[title!]!, /^user1;user2;delete2\n# imapsync-lint: pre-cutover until [\d-]+\nanna/);
    const marker = '# imapsync-lint: pre-cutover until 2026-12-01\n';
    assert.deepEqual(problemsIn(`${marker}${row};--delete2;\n`), []);
    assert.deepEqual(
      problemsIn(`${row};--delete2;\n${marker}${row.replaceAll('b', 'c')};--delete2;\n`).map(({ rule }) => rule),
      ['delete2-without-pre-cutover-marker'],
    );
  });

  it('silence a rule for one row, and in the file without touching its first line', () => {
    const text = `user1;user2;port1\nanna;bert;x\n`;
    const analysis = analyse(text, 'table');
    const problems = lint(analysis, { now });
    const actions = service.quickFixes(analysis, { start: 0, end: text.length }, problems);
    const silenced = (title: string): string => {
      const action = actions.find((each) => each.title === title);
      assert.ok(action?.kind === 'quick-fix');
      const changed = applyChanges(text, action.edits);
      assert.deepEqual(problemsIn(changed), []);
      return changed;
    };
    const header = 'user1;user2;port1\n# imapsync-lint: disable';
    assert.equal(silenced('Silence invalid-value for this command'), `${header}=invalid-value\nanna;bert;x\n`);
    assert.equal(silenced('Silence invalid-value in this file'), `${header}-file=invalid-value\nanna;bert;x\n`);
  });

  it('print a row as a command line', () => {
    const { dialect, invocations } = parseOutput(analyse(`${row};--dry;`, 'table'));
    assert.equal(dialect, 'table');
    const [invocation] = invocations;
    assert.equal(invocation!.executable, null);
    assert.deepEqual(invocation!.argv.slice(-3), ['--password2', 's3cret-2', '--dry']);
    assert.deepEqual(
      invocation!.options.map(({ name }) => name),
      ['host1', 'user1', 'password1', 'host2', 'user2', 'password2', 'dry'],
    );
  });

  const field = fc.constantFrom(
    'imap.a',
    'anna',
    's3cret',
    's3;cret',
    's3,cret',
    '"s3"',
    '',
    'yes',
    '-s3cret',
    '993--x',
    '35M',
  );
  const extra = fc.constantFrom(
    '',
    '--delete2',
    '--delete 2',
    '--pass1 s3cret',
    '--maxsize 35M',
    '--folder= ',
    '--ssl',
    '"a b"',
    '--usecache --maxage 3',
    'x',
    '–dry',
    '--excludea,b',
    '--useuid --search1 x',
  );
  const header = fc.constantFrom(
    '',
    'user1;password1;user2;password2;port1;options\n',
    'host1,ssl1,usr2,maxage,user2,options\n',
  );
  const separator = fc.constantFrom(';', ',', '|', ':', '\t');
  const table = fc
    .tuple(
      header,
      separator,
      fc.array(fc.tuple(fc.array(field, { minLength: 5, maxLength: 7 }), extra), { maxLength: 6 }),
    )
    .map(([head, sign, rows]) => head + rows.map(([fields, options]) => [...fields, options].join(sign)).join('\n'));

  it('leave all rows as they are but the one a suggestion is for', () => {
    fc.assert(
      fc.property(table, (text) => {
        const before = analyse(text, 'table');
        for (const { suggestions, invocation } of lint(before, { now })) {
          for (const { title, edits } of suggestions?.() ?? []) {
            if (invocation === undefined) continue;
            const after = analyse(applyChanges(text, edits), 'table');
            assert.equal(after.invocations.length, before.invocations.length, title);
            after.invocations.forEach((each, index) => {
              const old = before.invocations[index]!;
              if (old === invocation) assert.equal(each.syntax.table?.defect, null, title);
              else
                assert.deepEqual(
                  each.syntax.words.map(({ value }) => value),
                  old.syntax.words.map(({ value }) => value),
                );
            });
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never print a password', async () => {
    const secret = 'tr0ub4dor';
    for (const text of [
      `a;b;${secret};c;d;${secret};--port1 x`,
      `a;b;${secret};c;d;x;${secret}`,
      `a;b;${secret};c`,
      `a;b;x;${secret};c;d;${secret};;`,
      `user1;password1;user2;password2\na;"${secret};b;c`,
      `user1;password1;user2;password2;ssl1\na;b;c;d;${secret}`,
    ]) {
      const { stdout } = await cli(['lint', 'a.imapsync.csv'], { files: { '/base/a.imapsync.csv': text } });
      assert.match(stdout, /\[[a-z-]+\]/, text);
      assert.ok(!stdout.includes(secret), stdout);
    }
  });
});
