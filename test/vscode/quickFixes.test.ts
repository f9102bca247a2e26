import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, fixProblem } from './actions.js';
import { closeAll, openFile, openText, placeOf, waitForProblems, waitForServer } from './editing.js';
import { screenshot, waitFor } from './harness.js';

const head = `#!/bin/sh
imapsync \\
  --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./p1 \\
  --host2 imap.dest.example --user2 anna@dest.example --passfile2 ./p2 \\
  --ssl1 --ssl2 --automap \\
`;

/** A rule, the last line of a command that breaks it, the title of the fix, and that line or a part of the text afterwards. */
const fixes: readonly (readonly [rule: string, line: string, title: RegExp, expected: RegExp])[] = [
  [
    'delete2-without-pre-cutover-marker',
    '  --delete2',
    /^Mark as run before the cutover/,
    /\n# imapsync-lint: pre-cutover until [0-9-]+\nimapsync \\\n/,
  ],
  ['delete2-without-pre-cutover-marker', '  --delete2', /^Remove --delete2/, /--automap\n$/],
  [
    'unknown-option',
    '  --usecash --tmpdir /var/tmp',
    /^Change to --usecache/,
    /\n {2}--usecache --tmpdir \/var\/tmp\n$/,
  ],
  ['ambiguous-option', '  --host --dry', /--host1$/, /\n {2}--host1 --dry\n$/],
  ['invalid-value', '  --maxsize 35M', /35000000/, /--maxsize 35000000\n$/],
  ['delete-2', '  --delete 2', /--delete2/, /\n {2}--delete2\n$/],
  ['unexpected-value', '  --dry=1', /./, /--dry\n$/],
];

describe('quick fixes', () => {
  afterEach(closeAll);

  for (const [rule, line, title, expected] of fixes) {
    it(`repair ${line.trim()} (${rule})`, async () => {
      const { document } = await openText(`${head}${line}\n`);
      await waitForProblems(document, (rules) => rules.includes(rule));
      await fixProblem(document, rule, title);
      assert.match(document.getText(), expected);
      await waitForProblems(document, (rules) => !rules.includes(rule));
    });
  }

  it('move a password into a file of its own', async () => {
    const { document } = await openText(
      "imapsync --host1 a.example --user1 u --password1 'open sesame' --host2 b.example --user2 v --passfile2 ./p2 --dry\n",
    );
    await waitForProblems(document, (rules) => rules.includes('password-on-command-line'));
    await fixProblem(document, 'password-on-command-line', /^Read the password from/);
    assert.match(document.getText(), /--user1 u --passfile1 \S+ --host2/);
    assert.doesNotMatch(document.getText(), /sesame/);
    await waitForProblems(document, (rules) => !rules.includes('password-on-command-line'));
  });

  it('map Sent between providers in a profile, and mark it', async () => {
    const { document } = await openFile('batch.imapsync');
    await waitForProblems(document, (rules) => rules.includes('sent-folder-not-mapped'));
    await fixProblem(document, 'sent-folder-not-mapped', /"\[Gmail\]\/Sent Mail" to "Sent Items"/);
    assert.ok(
      document.getText().includes("--regextrans2 's/^\\[Gmail\\]\\/Sent Mail$/Sent Items/'"),
      document.getText(),
    );
    await waitForProblems(document, (rules) => !rules.includes('sent-folder-not-mapped'));
    await fixProblem(document, 'delete2-without-pre-cutover-marker', /^Mark as run/);
    const solved = ['sent-folder-not-mapped', 'delete2-without-pre-cutover-marker'];
    await waitForProblems(document, (rules) => rules.length > 0 && !rules.some((rule) => solved.includes(rule)));
  });

  it('offer the mapping of Sent and of delimiters on any command', async () => {
    const { document } = await openFile('article.sh');
    await waitForServer(document);
    const place = placeOf(document, '--timeout');
    const offered = await actionsAt(document, new vscode.Range(place, place), vscode.CodeActionKind.Refactor);
    const titles = offered.map(({ title }) => title);
    assert.ok(
      titles.some((title) => /Sent/.test(title)),
      titles.join(' | '),
    );
    for (const [expression, inserted] of [
      ['s/\\./\\//g', "--regextrans2 's/\\./\\//g'"],
      ['s/\\//./g', "--regextrans2 's/\\//./g'"],
    ] as const) {
      const title = titles.find((one) => one.includes(` ${expression}: `));
      assert.ok(title, titles.join(' | '));
      const before = document.getText();
      await applyAction(offered, title);
      assert.ok(document.getText().includes(inserted), document.getText());
      await vscode.commands.executeCommand('undo');
      assert.ok(await waitFor(() => document.getText() === before));
    }
  });

  it('silence a rule for one command, and only that', async () => {
    const { document } = await openText(`${head}  --usecash\n\nimapsync --host1 a --host2 b --usecash\n`);
    await waitForProblems(document, (rules) => rules.filter((rule) => rule === 'unknown-option').length === 2);
    await fixProblem(document, 'unknown-option', /^Silence unknown-option for this command/);
    await waitForProblems(document, (rules) => rules.filter((rule) => rule === 'unknown-option').length === 1);
  });

  it('that change what is migrated are left out of fix all', async () => {
    const text = `${head}  --maxsize 35M --delete2\n`;
    const { document } = await openText(text);
    await waitForProblems(document, (rules) => rules.includes('delete2-without-pre-cutover-marker'));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    for (const { edit } of await actionsAt(document, whole, vscode.CodeActionKind.SourceFixAll)) {
      if (edit !== undefined) await vscode.workspace.applyEdit(edit);
    }
    assert.match(document.getText(), /--delete2/);
  });

  it('can be read in their menu', async () => {
    const editor = await openFile('mirror.sh');
    await waitForProblems(editor.document, (rules) => rules.includes('delete2-without-pre-cutover-marker'));
    const place = placeOf(editor.document, '--delete2', 3);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await screenshot('quick-fixes');
    await vscode.commands.executeCommand('hideCodeActionWidget');
  });
});
