import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { foldLog } from '../../server/src/core/features/logFolding.js';
import { isLog } from '../../server/src/core/syntax/recogniseLog.js';

const logs = new URL('../../../test/fixtures/logs/', import.meta.url);

/** The folds of a text as `first line … last line`, cut. */
function shown(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const cut = (line: number): string => lines[line]!.slice(0, 24).trim();
  return foldLog(text).map(({ startLine, endLine }) => `${cut(startLine)} … ${cut(endLine)}`);
}

describe('folding logs', () => {
  it('folds the sections of a pass, and the lists and folders in them', () => {
    const text = readFileSync(new URL('real-folder-errors.txt', logs), 'utf8');
    assert.deepEqual(shown(text), [
      'Here is imapsync 2.229 o … Host2: IMAP server [imap',
      'Modules version list ( u … Unicode::String      2.1',
      'Host1: connecting and lo … Host1: success login on',
      'Host2: connecting and lo … Host2: success login on',
      '++++ Listing folders … Good! SEARCH ALL works o',
      'Host1: folders list (fir … [INBOX.Locked]',
      'Host2: folders list (fir … [INBOX]',
      'Folders in host2 not in … [Clients]',
      'Folders sizes before the … Time spent on sizing:',
      '++++ Looping on each one … Host1 folder INBOX.Locke',
      'Folder     1/4 [INBOX] … msg INBOX/5 {1086}',
      'Folder     2/4 [INBOX.Cl … Host2 folder Clients/New',
      'Folder     3/4 [INBOX.Da … Host1: folder INBOX.Dama',
      'Folder     4/4 [INBOX.Lo … Host1 folder INBOX.Locke',
      'Folders sizes after the … Strange: cpu_time 1.57 >',
      '++++ Statistics … Homepage: https://imapsy',
      '++++ Listing 8 errors en … The most frequent error',
    ]);
  });

  it('folds what a log holds so far', () => {
    assert.deepEqual(shown(''), []);
    assert.deepEqual(shown('++++ Statistics'), []);
    assert.deepEqual(shown('Folder     1/4 [INBOX]   -> [INBOX]\nmsg'), ['Folder     1/4 [INBOX] … msg']);
    assert.deepEqual(shown('++++ Looping on\nETA: x\nFolder 1/2 [a]  -> [a]\nx\n\nETA: y\n'), [
      '++++ Looping on … x',
      'Folder 1/2 [a]  -> [a] … x',
    ]);
  });

  it('counts lines as editors do', () => {
    assert.deepEqual(foldLog('\r\n\r++++ Statistics\r\na : b\rExiting with'), [{ startLine: 2, endLine: 3 }]);
  });

  it('gives each fold of each log lines of its own, nested or apart', () => {
    for (const name of readdirSync(logs).filter((one) => one.endsWith('.txt'))) {
      const text = readFileSync(new URL(name, logs), 'utf8');
      const lineCount = text.split(/\r\n|\n|\r/).length;
      const folds = foldLog(text);
      const ends: number[] = [];
      folds.forEach(({ startLine, endLine }, index) => {
        assert.ok(startLine < endLine && endLine < lineCount, `${name}: ${startLine} to ${endLine}`);
        if (index > 0) assert.ok(startLine > folds[index - 1]!.startLine, `${name}: two folds begin in one line`);
        while (ends.length > 0 && ends.at(-1)! < startLine) ends.pop();
        assert.ok(endLine <= (ends.at(-1) ?? endLine), `${name}: folds overlap in line ${endLine}`);
        ends.push(endLine);
      });
      if (text.includes('++++ Looping')) assert.ok(folds.length > 8, name);
    }
  });
});

describe('recognising logs', () => {
  it('goes by language, folder and first line', () => {
    const firstLine = 'Here is imapsync 2.229 on host mailmig, a linux system';
    assert.ok(isLog({ languageId: 'imapsync-log' }));
    assert.ok(isLog({ path: 'C:\\move\\LOG_imapsync\\2026_11_23.txt', languageId: 'plaintext' }));
    assert.ok(isLog({ path: '/move/LOG_imapsync/home/alice.txt' }));
    assert.ok(isLog({ languageId: 'shellscript', firstLine }));
    assert.ok(!isLog({ path: '/move/LOG_imapsync/clean.sh' }));
    assert.ok(!isLog({ languageId: 'markdown', firstLine }));
    assert.ok(!isLog({ path: 'a.txt', firstLine: 'imapsync --dry' }));
  });
});
