import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, fixProblem } from './actions.js';
import { closeAll, openFile, placeOf, ruleOf, waitForProblems } from './editing.js';
import { screenshot } from './harness.js';

const marker = 'delete2-without-pre-cutover-marker';

interface Kind {
  readonly file: string;
  readonly language: string;
  /** How a marker stands in the file. */
  readonly comment: RegExp;
  /** The mapping of the delimiter as it is written there; absent where no place can hold its characters. */
  readonly mapping?: RegExp;
  /** Rows of a table have no lenses. */
  readonly lenses: boolean;
}

const kinds: readonly Kind[] = [
  {
    file: 'mirror.bat',
    language: 'bat',
    comment: /^REM imapsync-lint: pre-cutover until \S+\r?\nimapsync \^/m,
    mapping: /--delete2 \^\r?\n {2}--regextrans2 "?s\/\\\.\/\\\/\/g"?\r?$/m,
    lenses: true,
  },
  {
    file: 'mirror.ps1',
    language: 'powershell',
    comment: /^# imapsync-lint: pre-cutover until \S+\nimapsync `/m,
    mapping: /--delete2 `\n {2}--regextrans2 '?s\/\\\.\/\\\/\/g'?$/m,
    lenses: true,
  },
  {
    file: 'notes.md',
    language: 'markdown',
    comment: /^# imapsync-lint: pre-cutover until \S+\nimapsync \\/m,
    mapping: /--delete2 \\\n {2}--regextrans2 's\/\\\.\/\\\/\/g'\n```/,
    lenses: true,
  },
  {
    file: 'compose.yaml',
    language: 'dockercompose',
    comment: /^ {6}# imapsync-lint: pre-cutover until \S+\n {6}- imapsync$/m,
    mapping: /^ {6}- --delete2\n {6}- --regextrans2\n {6}- ['"]?s\/\\{1,2}\.\/\\{1,2}\/\/g['"]?$/m,
    lenses: true,
  },
  {
    file: 'Dockerfile',
    language: 'dockerfile',
    comment: /^# imapsync-lint: pre-cutover until \S+\nCMD \[/m,
    mapping: /"--delete2", "--regextrans2", "s\/\\\\\.\/\\\\\/\/g"\]/,
    lenses: true,
  },
  {
    file: 'accounts.imapsync.csv',
    language: 'imapsync-table',
    comment: /^# imapsync-lint: pre-cutover until \S+\nimap\.source\.example;/m,
    lenses: false,
  },
  {
    file: 'move.service',
    language: 'systemd-unit-file',
    comment: /^# imapsync-lint: pre-cutover until \S+\nExecStart=/m,
    mapping: /--delete2 \\\n {2}--regextrans2 \S+/,
    lenses: true,
  },
];

describe('each kind of file', () => {
  afterEach(closeAll);

  for (const { file, language, comment, mapping, lenses } of kinds) {
    it(`is linted, explained and repaired: ${file}`, async () => {
      const { document } = await openFile(file);
      assert.equal(document.languageId, language);
      const problems = await waitForProblems(
        document,
        (rules) => rules.includes(marker) && rules.includes('unknown-option'),
      );
      const problem = problems.find((one) => ruleOf(one) === marker);
      assert.equal(document.getText(problem?.range), '--delete2');

      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, '--delete2', 3),
      );
      assert.ok(
        hovers.some(({ contents }) =>
          contents.some((part) => /`--delete2`/.test(typeof part === 'string' ? part : part.value)),
        ),
        'no hover',
      );

      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      assert.equal(
        found.some(({ command }) => command?.command === 'imapsync.runDryPass'),
        lenses,
      );

      if (mapping !== undefined) {
        const place = placeOf(document, '--delete2');
        const offered = await actionsAt(document, new vscode.Range(place, place), vscode.CodeActionKind.Refactor);
        await applyAction(offered, / s\/\\\.\/\\\/\/g: /);
        assert.match(document.getText(), mapping);
      }
      await fixProblem(document, 'unknown-option', /^Change to --usecache/);
      await waitForProblems(document, (rules) => !rules.includes('unknown-option'));
      await fixProblem(document, marker, /^Mark as run before the cutover/);
      assert.match(document.getText(), comment);
      await waitForProblems(document, (rules) => !rules.includes(marker));
    });
  }

  it('can be read in Markdown', async () => {
    const { document } = await openFile('notes.md');
    await waitForProblems(document, (rules) => rules.includes(marker));
    await screenshot('markdown');
  });
});
