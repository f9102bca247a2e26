import assert from 'node:assert/strict';
import { logReport } from '../../server/src/core/features/logReport.js';
import { LogReader } from '../../server/src/core/passes/log/logReader.js';
import { captured, captures } from '../passes/log/captures.js';

function reportOn(text: string): string {
  const reader = new LogReader();
  reader.feed(text);
  return logReport(reader.summary());
}

function verdictOf(name: string): string {
  const [first = ''] = reportOn(captured(`${name}.txt`)).split('\n');
  return first;
}

describe('the report on an output of imapsync', () => {
  it('begins with the verdict', () => {
    const verdicts: Readonly<Record<string, string>> = {
      'dry-automap':
        'The dry pass came to its end without errors: imapsync would copy 116 messages, create 6 folders and delete nothing.',
      'dry-delete2':
        'The dry pass came to its end without errors: imapsync would copy 3 messages and delete 6 messages on the destination.',
      'dry-delete2folders':
        'The dry pass came to its end without errors: imapsync would copy 3 messages and delete 3 folders on the destination.',
      'dry-delete1emptyfolders':
        'The dry pass came to its end without errors: imapsync would copy 10 messages, create 1 folder and delete 9 messages on the source and 1 folder on the source.',
      'real-delete1':
        'The pass came to its end without errors: imapsync copied 3 messages and deleted 26 messages on the source.',
      'real-folder-errors':
        'The pass came to its end with 8 errors, so something is missing: imapsync copied 5 messages, created 1 folder and deleted nothing.',
      'real-exitwhenover':
        'imapsync ended the pass itself before all folders were done; until then it copied 9 messages and deleted nothing.',
      'real-sigint-twice':
        'The pass was stopped from outside. Until then imapsync copied 31 messages and deleted nothing.',
      'unknown-option': 'imapsync refused to run. Nothing was compared and nothing was changed.',
      'host1-not-resolvable': 'imapsync could not connect. Nothing was compared and nothing was changed.',
      'justlogin-wrong-password2': 'A server refused the login. Nothing was compared and nothing was changed.',
      'missing-user2': 'imapsync only tested the connections, and they work. Nothing was compared.',
      'justlogin-ok': 'Both logins work. Nothing was compared.',
      justautomap: 'imapsync only listed folders. No message was compared.',
      justfoldersizes: 'imapsync only measured the folders. No message was compared.',
      version: 'imapsync printed its version and did nothing else.',
      abort: 'This run did nothing but stop another imapsync.',
    };
    for (const [name, verdict] of Object.entries(verdicts)) assert.equal(verdictOf(name), `**${verdict}**`, name);
  });

  it('says of an output that stops what was done until then', () => {
    const text = captured('dry-automap.txt');
    assert.match(
      reportOn(text.slice(0, 3000)),
      /^\*\*The output has no end: .* It had not come to any folder\.\*\*\n$/,
    );
    const cut = text.slice(0, text.indexOf('msg INBOX/13 '));
    assert.match(reportOn(cut), /^\*\*The output has no end: .* would copy 2 messages and delete nothing\.\*\*\n/);
  });

  it('lists what is deleted, folders by raw and readable name, and errors with what to do', () => {
    assert.match(
      reportOn(captured('dry-delete2.txt')),
      /## Would be deleted\n\n- 4 messages in `INBOX` on the destination: UID `13:16`\n/,
    );
    assert.match(reportOn(captured('real-delete2.txt')), /## Deleted\n/);
    const dry = reportOn(captured('dry-automap.txt'));
    assert.match(dry, /\| `INBOX\.&ZeVnLIqe-` \(INBOX\.日本語\) \| `&ZeVnLIqe-` \(日本語\) \(new\) \| 5 \|\n/);
    assert.match(dry, /Only counted, not compared: 39 messages in 6 folders /);
    assert.match(dry, /Left out: 1 message without a header .*`--addheader`/);
    assert.match(
      reportOn(captured('dry-delete1.txt')),
      /`--delete1` a real pass also deletes each message that it copies/,
    );
    const failed = reportOn(captured('real-folder-errors.txt'));
    assert.match(failed, /Exit code 117, `EXIT_ERR_SELECT`: /);
    assert.match(failed, /\n8\. Host1 Folder INBOX\.Locked: Could not select: /);
  });

  it('keeps its tables whole whatever the names', () => {
    const names = ['a|b', 'c`d', '\\|', 'e\\', '<b>', '&-|'];
    const text = names.map((name, index) => `Folder ${index}/6 [${name}]  -> [x]\n`).join('');
    const rows = reportOn(text)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    assert.equal(rows.length, names.length + 2);
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 4, row);
  });

  it('shows no secret and no subject of any output there is', () => {
    for (const { name, text } of captures) {
      const reader = new LogReader();
      reader.feed(text);
      for (const shown of [reportOn(text), JSON.stringify(reader.summary())]) {
        assert.doesNotMatch(shown, /lab-secret|Subject:\[[^…]/, name);
      }
    }
  });
});
