import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogReader } from '../../../server/src/core/passes/log/logReader.js';
import type { LogSummary } from '../../../server/src/core/passes/log/logSummary.js';
import { captured, captures } from './captures.js';

function summaryOf(...chunks: readonly string[]): LogSummary {
  const reader = new LogReader();
  for (const chunk of chunks) reader.feed(chunk);
  return reader.summary();
}

/** The numbers that an IMAP sequence set names. */
function uidsOf(set: string): ReadonlySet<number> {
  const uids = new Set<number>();
  for (const range of set === '' ? [] : set.split(',')) {
    const [first, last = first] = range.split(':').map(Number);
    for (let uid = first!; uid <= last!; uid++) uids.add(uid);
  }
  return uids;
}

function assertPart(part: string, whole: string | undefined, what: string): void {
  const all = uidsOf(whole ?? '');
  for (const uid of uidsOf(part)) assert.ok(all.has(uid), `${what} has no ${uid}`);
}

/** What is said of a cut output is said of the whole one too. */
function assertTrueSoFar(cut: LogSummary, whole: LogSummary): void {
  if (cut.outcome !== 'interrupted') assert.equal(cut.outcome, whole.outcome);
  if (cut.dry !== null) assert.equal(cut.dry, whole.dry);
  if (cut.messagesToCopy !== undefined) {
    assert.deepEqual(cut.folders, whole.folders?.slice(0, cut.folders?.length));
    for (const [folder, { count, uids }] of Object.entries(cut.messagesToCopy)) {
      assertPart(uids, whole.messagesToCopy?.[folder]?.uids, folder);
      assert.equal(count, uidsOf(uids).size);
    }
  }
  for (const [folder, count] of Object.entries(cut.messagesNotSimulated ?? {})) {
    assert.equal(count, whole.messagesNotSimulated?.[folder], folder);
  }
  for (const list of ['foldersToCreate', 'foldersOnlyOnHost2'] as const) {
    const soFar = cut[list];
    if (soFar !== undefined) assert.deepEqual(soFar, whole[list]?.slice(0, soFar.length), list);
  }
  for (const key of ['host1Messages', 'host2Messages'] as const) {
    for (const [folder, uids] of Object.entries(cut.deletions?.[key] ?? {})) {
      assertPart(uids, whole.deletions?.[key][folder], folder);
    }
  }
  for (const [folder, uids] of Object.entries(cut.ignoredNoHeader ?? {})) {
    assertPart(uids, whole.ignoredNoHeader?.[folder], folder);
  }
  if (cut.couldBe !== undefined) assert.equal(cut.couldBe, whole.couldBe);
  if (cut.sizesBefore !== undefined) assert.deepEqual(cut.sizesBefore, whole.sizesBefore);
  if (cut.final.exitLine) assert.deepEqual(cut.final, whole.final);
}

describe('reading the output of imapsync', () => {
  it('says what was said so far, wherever the output is cut', () => {
    for (const { name, text } of captures) {
      const whole = summaryOf(text);
      const reader = new LogReader();
      let at = 0;
      // Behind each line end, and at one place inside each line.
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
        for (const next of [at + ((end - at) >> 1), end + 1]) {
          reader.feed(text.slice(at, next));
          at = next;
          try {
            assertTrueSoFar(reader.summary(), whole);
          } catch (error) {
            throw new Error(`${name} cut at ${at}: ${(error as Error).message}`);
          }
        }
      }
      reader.feed(text.slice(at));
      assert.deepEqual(reader.summary(), whole, name);
    }
  });

  it('gives the same whatever the pieces', () => {
    fc.assert(
      fc.property(fc.constantFrom(...captures), fc.array(fc.nat(), { maxLength: 30 }), ({ text }, places) => {
        const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
        const chunks = [...cuts, text.length].map((cut, index) => text.slice(cuts[index - 1] ?? 0, cut));
        assert.deepEqual(summaryOf(...chunks), summaryOf(text));
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\0',
        '\ud800',
        '[',
        '] -> [',
        'msg a/',
        'Host1: ',
        'Folder 1/2 [',
        '__proto__',
        ' copying to ',
      ),
      fc.constantFrom(...captured('dry-f1f2.txt').split('\n'), ...captured('real-folder-errors.txt').split('\n')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        JSON.stringify(summaryOf(parts.join('')));
      }),
      { numRuns: 100 },
    );
  });

  it('reads line ends of terminals and of editors', () => {
    const text = captured('dry-automap.txt');
    assert.deepEqual(summaryOf(text.replaceAll('\n', '\r\r\n')), summaryOf(text));
    assert.deepEqual(summaryOf(text.trimEnd()), summaryOf(text));
  });

  it('knows the end by its words, also where the line has no end', () => {
    const head = 'Here is imapsync 2.229 on host a, a linux system with x\n';
    const exit = 'Exiting with return value 64 (EX_USAGE: command line usage error) 1/50 nb_errors/max_errors PID 1';
    assert.equal(summaryOf(head, exit).outcome, 'refused');
    assert.equal(summaryOf(head, exit.slice(0, -6)).outcome, 'interrupted');
  });

  it('takes its time for the lines and its room for the folders', () => {
    const reader = new LogReader();
    reader.feed('++++ Looping on each one of 1 folders to sync\nFolder 1/1 [A]  -> [B]\n');
    for (let uid = 1; uid <= 300_000; uid += 1000) {
      let chunk = '';
      for (let each = uid; each < uid + 1000; each++)
        chunk += `msg A/${each} copying to B \t(not really since --dry mode) \n`;
      reader.feed(chunk);
    }
    assert.deepEqual(reader.summary().messagesToCopy, { A: { count: 300_000, uids: '1:300000' } });
  });

  it('reads hostile lines in linear time', () => {
    const parts = [
      ...[
        'msg a/1 copying to ',
        'msg a/1 {1} copied to b/2 ',
        '] = [',
        '] -> [',
        '] ',
        ' ',
        '/1',
        '1',
        ' (current directory is ',
      ],
      ...[
        '" invalid for option x (',
        '/1 {1} ',
        ' could not append ',
        'Subject:[',
        '], Date:[',
        ' --password1=',
        '\t',
        '] has 1',
      ],
    ];
    const starts = [
      ...[
        '',
        'msg ',
        'Folder 1/1 [',
        '[',
        'Host1 folder 1/1 [',
        'Host1: ',
        'Host2: msg ',
        'Deleted ',
        'Created folder [',
      ],
      ...[
        '- msg ',
        'Value "',
        'Err 1/1: ',
        'Creating directory ',
        '/',
        'Host1: folder [',
        'Command line used, run by x:\n',
      ],
    ];
    const lists = ['', 'Folders in host2 not in host1:\n', 'Folders mapping from --automap feature:\n'];
    for (const part of parts) {
      for (const start of starts) {
        for (const list of start === '[' ? lists : ['']) {
          const text = `${list}${start}${part.repeat(1 + 100_000 / part.length)}\n`;
          const before = performance.now();
          summaryOf(text);
          const took = performance.now() - before;
          assert.ok(took < 300, `${JSON.stringify(start)} and ${JSON.stringify(part)} many times took ${took} ms`);
        }
      }
    }
  });

  it('lets go of a line that never ends', () => {
    const reader = new LogReader();
    for (let piece = 0; piece < 40; piece++) reader.feed('x'.repeat(1 << 16));
    reader.feed('\nFolder 1/1 [A]  -> [B]\n');
    assert.deepEqual(reader.summary().folders, [{ from: 'A', to: 'B' }]);
  });
});

describe('the end of a run', () => {
  const head = 'Here is imapsync 2.229 on host a, a linux system with x\n';
  const command = 'Command line used, run by /usr/bin/perl:\n/usr/bin/imapsync --host1 a\n';
  const exit = (status: number, text: string, errors: number): string =>
    `Exiting with return value ${status} (${text}) ${errors}/50 nb_errors/max_errors PID 7\n`;
  const loop = '++++ Looping on each one of 2 folders to sync\nFolder     1/2 [A]   -> [B]\n';

  it('is told by the words before it and by its status', () => {
    const cases: readonly (readonly [LogSummary['outcome'], string])[] = [
      [
        'refused',
        `${head}run.pid already exists, another imapsync may be curently running. Aborting imapsync.\n${exit(8, 'EXIT_PID_FILE_ERROR', 1)}`,
      ],
      ['refused', `${head}${command}Failure: no passfile\n${exit(66, 'EX_NOINPUT', 1)}`],
      ['connection-failed', `${head}${command}${exit(12, 'EXIT_TLS_FAILURE', 1)}`],
      ['login-failed', `${head}${command}${exit(16, 'EXIT_AUTHENTICATION_FAILURE', 1)}`],
      ['listed', `${head}${command}Exiting because of --justfolderlists\n${exit(0, 'EX_OK', 0)}`],
      [
        'stopped-early',
        `${head}${command}${loop}Maximum number of errors 5 reached ( x ). Exiting.\n${exit(114, 'EXIT_ERR_APPEND', 5)}`,
      ],
      [
        'completed',
        `${head}${command}${loop}Got a signal INT (my PID is 7 my PPID is 6)\n++++ End looping on each folder\n${exit(0, 'EX_OK', 0)}`,
      ],
      [
        'completed-with-errors',
        `${head}${command}${loop}++++ End looping on each folder\n${exit(117, 'EXIT_ERR_SELECT', 2)}`,
      ],
      [
        'interrupted',
        `${head}${command}${loop}Ended by a signal TERM (my PID is 7 my PPID is 6). I am asked to terminate immediately.\n${exit(6, 'EXIT_BY_SIGNAL', 1)}`,
      ],
      ['interrupted', `${head}${command}${loop}++++ End looping on each folder\n`],
    ];
    for (const [outcome, text] of cases) assert.equal(summaryOf(text).outcome, outcome, text);
    assert.match(summaryOf(cases[0]![1]).errors.items[0]!, /^run\.pid already exists/);
  });
});

describe('names in the output of imapsync', () => {
  const loop = '++++ Looping on each one of 2 folders to sync\n';

  it('may hold brackets, slashes and words of imapsync', () => {
    const { folders, messagesToCopy, deletions } = summaryOf(
      loop,
      'Folder     1/2 [[Gmail]/All Mail]                   -> [All -> Mail]                        \n',
      'msg [Gmail]/All Mail/7 copying to All -> Mail \t(not really since --dry mode) \n',
      'Host2: msg All -> Mail/3 marked \\Deleted on host2 [I9Whu736gOunMmOuczbrEA] \t(not really since --dry mode)\n',
      'Folder     2/2 [__proto__]                   -> [a]\n',
      'msg __proto__/1 {12}   copied to a/5 1.00 msgs/s  1.000 KiB/s 1.000 KiB copied \n',
    );
    assert.deepEqual(folders, [
      { from: '[Gmail]/All Mail', to: 'All -> Mail' },
      { from: '__proto__', to: 'a' },
    ]);
    assert.deepEqual(Object.entries(messagesToCopy ?? {}), [
      ['[Gmail]/All Mail', { count: 1, uids: '7' }],
      ['__proto__', { count: 1, uids: '1' }],
    ]);
    assert.deepEqual(deletions?.host2Messages, { 'All -> Mail': '3' });
  });

  it('come with messages out of order', () => {
    const lines = [9, 3, 5, 4, 3, 10, 1].map((uid) => `msg A/${uid} copying to B \t(not really since --dry mode) \n`);
    assert.deepEqual(summaryOf(loop, ...lines).messagesToCopy, { A: { count: 6, uids: '1,3:5,9:10' } });
  });
});

describe('what the output of imapsync should have kept private', () => {
  const command = (words: string): string => `Command line used, run by /usr/bin/perl:\n/usr/bin/imapsync ${words}\n`;
  const append = (subject: string): string =>
    `- msg INBOX/3 {90} could not append ( Subject:[${subject}], Date:["18-Jul-2024 10:00:00 +0000"], Size:[90], Flags:[] ) to folder INBOX: 12 NO Over quota`;

  it('is left out: subjects, whatever they hold', () => {
    for (const subject of ['Canary', '[Canary]', 'Canary], Date:[x', 'Re: Subject:[Canary]']) {
      const line = append(subject);
      for (const text of [line, `++++ Listing 1 errors encountered during the sync ( x ).\nErr 1/1: ${line}`]) {
        const { items } = summaryOf(`${text}\n`).errors;
        assert.equal(items.length, 1);
        assert.ok(!items[0]!.includes('Canary'), items[0]);
        assert.match(items[0]!, /^- msg INBOX\/3 \{90\} could not append \( Subject:\[…\], Date:.*Over quota$/);
      }
    }
    assert.ok(!JSON.stringify(summaryOf('- msg INBOX/3 {90} could not append ( Subject:[Canary\n')).includes('Canary'));
  });

  it('is left out: secrets that imapsync printed', () => {
    for (const words of [
      '--password1=Canary MASKED',
      '--PASSWORD2 Canary',
      '--oauthaccesstoken1 Canary',
      '-password1=Canary',
    ]) {
      const { dry, errors } = summaryOf(command(`--dry ${words}`), 'Error: can not use Canary here\n');
      assert.equal(dry, true);
      assert.deepEqual(errors.items, ['Error: can not use **** here']);
    }
  });

  it('is read off the command line: whether the pass is dry', () => {
    const cases: readonly (readonly [string, boolean])[] = [
      ['--host1 a', false],
      ['--dry', true],
      ['--DRY --host1 a', true],
      ['--dry --nodry', false],
      ['--no-dry -dry', true],
      ['--dry1', false],
      ['--folder x--dry', false],
    ];
    for (const [words, dry] of cases) assert.equal(summaryOf(command(words)).dry, dry, words);
    assert.equal(summaryOf(command('--folder Sent --dry'), 'Messages transferred      : 5 \n').dry, false);
    assert.equal(summaryOf('x\n').dry, null);
  });
});
