// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are words of scripts.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, workspaceFile } from './editing.js';
import { host, screenshot, waitFor } from './harness.js';
import { Messages } from './messages.js';
import { endTasks, type PrintedPlan, planOf, privateFolderOf, StartedTasks, setProgram, waitForRun } from './passes.js';
import { Recorder, type Recording } from './recorder.js';

const pair = /anna@source\.example → anna@dest\.example/;
const command = `imapsync --host1 imap.gmail.com --user1 anna@source.example --passfile1 ./secrets/pass1 \\
  --host2 imap.dest.example --user2 anna@dest.example --passfile2 ./secrets/pass2 --ssl1 --ssl2`;

/** Asserts that a run is the printed plan, but for the real path of the private folder. */
function assertRanAsPlanned(recording: Recording, plan: PrintedPlan): void {
  const folder = privateFolderOf(recording);
  const fill = (text: string): string => text.replaceAll('{private}', folder);
  assert.deepEqual(recording.argv, plan.argv.map(fill));
  assert.equal(recording.cwd, fill(plan.cwd));
  for (const [name, value] of Object.entries(plan.env)) {
    const found = recording.env.get(name);
    if (value !== null) assert.equal(found, fill(value), name);
    else assert.ok(found === undefined || found === '', `${name} is ${found}`);
  }
}

async function writeScript(name: string, text: string): Promise<vscode.Uri> {
  const file = workspaceFile(name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

const passes = [
  ['imapsync.runConnectPass', 'connect'],
  ['imapsync.runLoginPass', 'login'],
  ['imapsync.runFoldersPass', 'folders'],
  ['imapsync.runDryPass', 'dry'],
] as const;

if (vscode.workspace.isTrusted) {
  describe('a pass', () => {
    let recorder: Recorder;
    let started: StartedTasks;
    before(async () => {
      recorder = new Recorder();
      await setProgram(recorder.program);
    });
    beforeEach(() => {
      recorder.reset();
      started = new StartedTasks();
    });
    afterEach(async () => {
      recorder.release();
      started.dispose();
      await endTasks();
      await closeAll();
    });
    after(async () => {
      await setProgram(undefined);
      recorder.dispose();
    });

    for (const [name, pass] of passes) {
      it(`runs exactly what imapsync-lint plan prints (${pass})`, async () => {
        const file = await writeScript(`${pass}.sh`, `#!/bin/sh\n\n${command}\n`);
        await vscode.commands.executeCommand(name, file.toString(), 2);
        assertRanAsPlanned(await waitForRun(recorder), await planOf(file, 3, pass));
      });
    }

    it('runs for the cursor of the active editor', async () => {
      const file = await writeScript('cursor.sh', `#!/bin/sh\nimapsync --version\n${command}\n`);
      const editor = await vscode.window.showTextDocument(file);
      editor.selection = new vscode.Selection(3, 5, 3, 5);
      await vscode.commands.executeCommand('imapsync.runDryPass');
      assertRanAsPlanned(await waitForRun(recorder), await planOf(file, 3, 'dry'));
    });

    it('runs in a terminal named after the accounts, which stays open, by a process without a shell', async () => {
      const file = await writeScript('terminal.sh', `${command}\n`);
      await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
      await waitForRun(recorder);
      const terminal = await waitFor(() => vscode.window.terminals.find(({ name }) => pair.test(name)));
      assert.ok(terminal, vscode.window.terminals.map(({ name }) => name).join());
      assert.equal(started.tasks.length, 1);
      const execution = started.tasks[0]?.execution;
      assert.ok(execution instanceof vscode.ProcessExecution);
      assert.equal(execution.process, recorder.program);
      await vscode.commands.executeCommand('notifications.clearAll');
      await screenshot('terminal');
    });

    it('leaves nothing behind', async () => {
      const file = await writeScript('leaves.sh', `${command}\n`);
      await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
      const folder = privateFolderOf(await waitForRun(recorder));
      assert.ok(await waitFor(() => !existsSync(folder)), folder);
    });

    it('shows what it takes away before it runs, and hands a password over by a private file alone', async () => {
      const file = await writeScript(
        'canary.sh',
        `imapsync --host1 a.example --user1 anna --password1 'c4nary w0rd' --host2 b.example --user2 anna --password2 c4nary2 --delete1\n`,
      );
      const editor = await vscode.window.showTextDocument(file);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('notifications.clearAll');
      const done = vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
      await screenshot('changes');
      const recording = await waitForRun(recorder, true);
      await done;
      assert.deepEqual(recording.passwords, ['c4nary w0rd\n', 'c4nary2\n']);
      assertRanAsPlanned(recording, await planOf(file, 1, 'dry'));
      assert.doesNotMatch(JSON.stringify([recording.argv, ...recording.env]), /c4nary/);
      assert.ok(!recording.argv.includes('--delete1'));
      for (const { mode, name } of recording.listing) {
        if (name !== '..') assert.match(mode, /^[d-]r[w-][x-]------/, `${mode} ${name}`);
      }
      assert.doesNotMatch(JSON.stringify(started.tasks), /c4nary/);
      assert.doesNotMatch(vscode.window.terminals.map(({ name }) => name).join(), /c4nary/);
      assert.ok(await waitFor(() => !existsSync(privateFolderOf(recording))));
    });

    it('hands words over untouched, whatever a shell would make of them', async () => {
      const file = await writeScript(
        'words.sh',
        `imapsync --host1 a.example --user1 anna --passfile1 ./p1 --host2 b.example --user2 anna --passfile2 ./p2 \\\n  --folder 'a b' --folder '"$HOME" ; touch x' --folder 'ü 日本 \\ %PATH%' --folder '*' --regextrans2 's/(.)x/\${1}y/'\n`,
      );
      await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
      const recording = await waitForRun(recorder);
      assertRanAsPlanned(recording, await planOf(file, 1, 'dry'));
      for (const word of ['a b', '"$HOME" ; touch x', 'ü 日本 \\ %PATH%', '*', 's/(.)x/${1}y/']) {
        assert.ok(recording.argv.includes(word), word);
      }
    });

    it('takes executable and leading arguments from imapsync.path', async () => {
      await setProgram(['/bin/sh', recorder.program]);
      try {
        const file = await writeScript('leading.sh', `${command}\n`);
        await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
        assertRanAsPlanned(await waitForRun(recorder), await planOf(file, 1, 'dry'));
      } finally {
        await setProgram(recorder.program);
      }
    });

    it('runs the program that the command names, where imapsync.path is empty', async () => {
      await setProgram(undefined);
      try {
        const file = await writeScript('named.sh', `"${recorder.program}" ${command.replace('imapsync ', '')}\n`);
        await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
        assertRanAsPlanned(await waitForRun(recorder), await planOf(file, 1, 'dry'));
      } finally {
        await setProgram(recorder.program);
      }
    });

    it('runs for a profile and for a text that is not saved anywhere', async () => {
      const { document } = await openFile('batch.imapsync');
      await vscode.commands.executeCommand('imapsync.runDryPass', document.uri.toString(), 1);
      assertRanAsPlanned(await waitForRun(recorder), await planOf(document.uri, 2, 'dry'));
      await endTasks();
      recorder.reset();
      const untitled = await openText(command);
      await vscode.commands.executeCommand('imapsync.runDryPass', untitled.document.uri.toString(), 0);
      assert.ok((await waitForRun(recorder)).argv.includes('--dry'));
    });

    if (!host.packaged) {
      describe('and its messages', () => {
        let messages: Messages;
        beforeEach(() => {
          messages = new Messages();
        });
        afterEach(() => messages.dispose());

        it('say that imapsync is missing, and lead to the setting', async () => {
          await setProgram('/nowhere/imapsync');
          try {
            const file = await writeScript('missing.sh', `${command}\n`);
            messages.press = 'Open setting imapsync.path';
            await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
            assert.match(messages.shown.join(), /imapsync was not found on this machine.*\/nowhere\/imapsync/);
            assert.deepEqual(messages.offered[0], ['Open setting imapsync.path', 'Installation page']);
            assert.ok(
              await waitFor(() => /Settings/.test(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '')),
            );
            assert.deepEqual(started.tasks, []);
          } finally {
            await setProgram(recorder.program);
          }
        });

        it('ask for variables once, for secrets each time and without echo', async () => {
          const text =
            'imapsync --host1 "$from" --user1 anna --password1 "$secret" --host2 b.example --user2 anna --passfile2 ./p2\n';
          const file = await writeScript('variables.sh', text);
          messages.answers = ['a.example', 'c4nary'];
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          const first = await waitForRun(recorder);
          assert.ok(first.argv.includes('a.example'));
          assert.equal(first.passwords[0], 'c4nary\n');
          assert.deepEqual(
            messages.asked.map(({ password }) => password),
            [false, true],
          );
          assert.match(String(messages.asked[0]?.validateInput?.('')), /needs a value/);
          await endTasks();
          recorder.reset();
          messages.answers = ['c4nary'];
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          assert.ok((await waitForRun(recorder)).argv.includes('a.example'));
          assert.equal(messages.asked.length, 3);
          assert.doesNotMatch(messages.all(), /c4nary/);
          assert.doesNotMatch(JSON.stringify(started.tasks), /c4nary/);
        });

        it('give up when a value is not given', async () => {
          const file = await writeScript(
            'give-up.sh',
            'imapsync --host1 "$unknown" --user1 a --passfile1 p --host2 b --user2 b --passfile2 p\n',
          );
          messages.answers = [undefined];
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          assert.equal(messages.asked.length, 1);
          assert.deepEqual(messages.shown, []);
          assert.deepEqual(started.tasks, []);
        });

        it('list what is changed, show the plan, and run nothing when the list is closed', async () => {
          const file = await writeScript('closed.sh', `${command} --delete1 --pipemess 'sh -c evil'\n`);
          const choices: (string | undefined)[] = [
            '$(list-selection) Show the whole command, and all reasons in full',
            undefined,
          ];
          messages.pick = () => choices.shift();
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          assert.match(messages.picked.join('\n'), /--delete1 removed .*UID EXPUNGE/);
          assert.match(messages.picked.join('\n'), /--pipemess removed/);
          assert.ok(
            await waitFor(() => /Dry pass/.test(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '')),
          );
          await vscode.commands.executeCommand('notifications.clearAll');
          await screenshot('plan');
          assert.deepEqual(started.tasks, []);
          assert.equal(recorder.recording(), undefined);
        });

        it('say with which exit code it ended, and what that means', async () => {
          const file = await writeScript('exit.sh', `${command}\n`);
          recorder.exitWith(161);
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          const shown = await waitFor(() => messages.shown.find((text) => text.includes('exit code 161')));
          assert.match(shown ?? '', /user1|source|log ?in|password/i);
        });

        it('offer to stop a pass of the same accounts that is running, and deletes its folder then', async () => {
          const file = await writeScript('twice.sh', `${command}\n`);
          recorder.hold();
          const first = vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          const folder = privateFolderOf(await waitForRun(recorder));
          assert.ok(existsSync(folder));
          messages.press = 'Stop it';
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          assert.match(messages.shown[0] ?? '', /^A pass of anna@source\.example.* is running already\.$/);
          assert.deepEqual(messages.offered[0], ['Show terminal', 'Stop it']);
          await first;
          assert.ok(!existsSync(folder));
          assert.equal(started.tasks.length, 1);
        });

        it('let a second click at once start nothing', async () => {
          const file = await writeScript('clicks.sh', `${command}\n`);
          recorder.hold();
          const clicks = [0, 1, 2].map(() => vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0));
          await waitForRun(recorder);
          assert.ok(await waitFor(() => messages.shown.length === 2));
          recorder.release();
          await Promise.all(clicks);
          assert.equal(started.tasks.length, 1);
        });

        it('refuse words that VS Code itself would replace', async () => {
          const file = await writeScript('replaced.sh', `${command} --folder '\${env:HOME}'\n`);
          await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), 0);
          assert.match(messages.shown.join(), /would put values of its own into "\$\{env:HOME\}"/);
          assert.deepEqual(started.tasks, []);
        });

        it('say why a command can not be run dry', async () => {
          const file = await writeScript('refused.sh', `imapsync --usecash\nls\n`);
          for (const line of [0, 1]) await vscode.commands.executeCommand('imapsync.runDryPass', file.toString(), line);
          assert.match(messages.shown[0] ?? '', /^Dry pass can not run\. .*exit code 64/);
          assert.match(messages.shown[1] ?? '', /^No imapsync command stands at line 2\./);
          assert.deepEqual(started.tasks, []);
        });
      });
    }
  });
} else {
  describe('without trust', () => {
    after(closeAll);

    it('no pass runs, and the reason is said', async () => {
      const started = new StartedTasks();
      const messages = host.packaged ? undefined : new Messages();
      try {
        const file = await writeScript('untrusted.sh', `${command}\n`);
        for (const [name] of passes) await vscode.commands.executeCommand(name, file.toString(), 0);
        assert.deepEqual(started.tasks, []);
        assert.deepEqual(vscode.window.terminals, []);
        if (messages !== undefined) {
          assert.equal(messages.shown.length, passes.length);
          assert.match(messages.shown[0] ?? '', /trusted workspace only/);
          assert.deepEqual(messages.offered[0], ['Manage workspace trust']);
        }
      } finally {
        started.dispose();
        messages?.dispose();
      }
    });
  });
}
