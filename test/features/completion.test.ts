import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  analyse,
  applyChanges,
  type CompletionEntry,
  createLanguageService,
  type FileDialect,
  lint,
  optionFacts,
  rules,
} from '../../server/src/core/languageService.js';
import { marked, now } from './cursor.js';

const service = createLanguageService();

function entriesAt(source: string, dialect?: FileDialect, byBlank = false): readonly CompletionEntry[] {
  const { offset, analysis } = marked(source, dialect);
  return service.complete(analysis, offset, { byBlank, now }).entries;
}

function labelsAt(source: string, dialect?: FileDialect): readonly string[] {
  return entriesAt(source, dialect).map(({ label }) => label);
}

/** The text after the proposal with this label has been taken. */
function take(source: string, label: string, dialect?: FileDialect): string {
  const { text } = marked(source, dialect);
  const entry = entriesAt(source, dialect).find((one) => one.label === label);
  assert.ok(entry, `${label} is not proposed at ${source}`);
  return applyChanges(text, [entry.change]);
}

describe('completion of options', () => {
  it('replaces the whole word under the cursor', () => {
    assert.equal(take('imapsync --us|', '--user1'), 'imapsync --user1');
    assert.equal(take('imapsync --us|er2 x', '--user1'), 'imapsync --user1 x');
    assert.equal(take('imapsync -|', '--user1'), 'imapsync --user1');
    assert.equal(take('imapsync --|', '--user1'), 'imapsync --user1');
    assert.equal(take('imapsync us|', '--user1'), 'imapsync --user1');
    assert.equal(take('imapsync --ho|=x --dry', '--host1'), 'imapsync --host1=x --dry');
  });

  it('works at a blank, between words and on an empty continued line', () => {
    assert.equal(take('imapsync |', '--dry'), 'imapsync --dry');
    assert.equal(take('imapsync --host1 a | --host2 b', '--dry'), 'imapsync --host1 a --dry --host2 b');
    assert.equal(take('imapsync \\\n  --host1 a \\\n  |', '--dry'), 'imapsync \\\n  --host1 a \\\n  --dry');
    assert.equal(take('imapsync \\\r\n  --host1 a \\\r\n  |', '--dry'), 'imapsync \\\r\n  --host1 a \\\r\n  --dry');
    assert.equal(take('imapsync \\\n  --|\n', '--dry'), 'imapsync \\\n  --dry\n');
  });

  it('works in half-typed text around the cursor', () => {
    assert.equal(take("imapsync --| --user2 'open", '--dry'), "imapsync --dry --user2 'open");
    assert.equal(take('if true; then imapsync --d|', '--dry'), 'if true; then imapsync --dry');
    assert.equal(take('x=$(imapsync --d|', '--dry'), 'x=$(imapsync --dry');
  });

  it('keeps the quotes around a word, also in lists', () => {
    assert.equal(take('imapsync "--ho|"', '--host1'), 'imapsync "--host1"');
    assert.equal(take("imapsync '--authmech1=|'", 'LOGIN'), "imapsync '--authmech1=LOGIN'");
    const cmd = (list: string): string => `FROM debian\nCMD [${list}]\n`;
    assert.equal(take(cmd('"imapsync", "--ho|"'), '--host1', 'dockerfile'), cmd('"imapsync", "--host1"'));
    assert.equal(
      take(cmd('"imapsync", "--authmech1", "|"'), 'LOGIN', 'dockerfile'),
      cmd('"imapsync", "--authmech1", "LOGIN"'),
    );
    const compose = (last: string): string =>
      `services:\n  a:\n    command:\n      - imapsync\n      - --dry\n      - ${last}\n`;
    assert.equal(take(compose('--ho|'), '--host1', 'yaml'), compose('--host1'));
  });

  it('keeps an option that a lone -- would hide from being proposed again', () => {
    assert.ok(!labelsAt('imapsync --| --user1 a').includes('--user1'));
  });

  it('proposes what the command lacks first, then what people use', () => {
    assert.deepEqual(labelsAt('imapsync |').slice(0, 9), [
      '--host1',
      '--user1',
      '--passfile1',
      '--host2',
      '--user2',
      '--passfile2',
      '--ssl1',
      '--ssl2',
      '--dry',
    ]);
    assert.deepEqual(
      labelsAt('imapsync --gmail1 --user1 a --password1 x --office2 --user2 b --passfile2 y |').slice(0, 1),
      ['--dry'],
    );
    const whole = 'imapsync --host1 a --user1 b --passfile1 c --host2 d --user2 e --passfile2 f --ssl1 --ssl2 --dry |';
    assert.deepEqual(labelsAt(whole).slice(0, 3), ['--port1', '--port2', '--nofoldersizes']);
  });

  it('counts a password in the environment as given', () => {
    assert.ok(!labelsAt('IMAPSYNC_PASSWORD1=x imapsync --host1 a --user1 b |').slice(0, 3).includes('--passfile1'));
  });

  it('never proposes what is already given, unless it can be repeated', () => {
    const labels = labelsAt('imapsync --user1 a --exclude b --dry --ssl1 |');
    assert.ok(!labels.includes('--user1'));
    assert.ok(!labels.includes('--dry'));
    assert.ok(!labels.includes('--ssl1'));
    assert.ok(labels.includes('--exclude'));
    assert.ok(labelsAt('imapsync --us|er1 a').includes('--user1'), 'the word under the cursor does not count');
    assert.ok(!labelsAt('imapsync | --user1 a').includes('--user1'), 'nor does it matter where the option stands');
  });

  it('proposes every option of the catalogue', () => {
    const labels = new Set(labelsAt('imapsync |'));
    for (const { name } of optionFacts) assert.ok(labels.has(`--${name}`), name);
  });

  it('proposes no-forms once the typed name asks for them, as they are begun', () => {
    assert.ok(!labelsAt('imapsync --au|').includes('--noautomap'));
    assert.ok(labelsAt('imapsync --noau|').includes('--noautomap'));
    assert.equal(take('imapsync --nofo|', '--nofoldersizes'), 'imapsync --nofoldersizes');
    assert.equal(take('imapsync --no-fo|', '--no-foldersizes'), 'imapsync --no-foldersizes');
    assert.ok(!labelsAt('imapsync --foldersizes --no|').includes('--nofoldersizes'));
  });

  it('asks to be asked again while the typed name can become a no-form', () => {
    const incomplete = (source: string): boolean => {
      const { offset, analysis } = marked(source);
      return service.complete(analysis, offset, { byBlank: false, now }).incomplete;
    };
    assert.ok(incomplete('imapsync --|'));
    assert.ok(incomplete('imapsync --n|'));
    assert.ok(!incomplete('imapsync --nof|'));
    assert.ok(!incomplete('imapsync --u|'));
  });

  it('matches what is typed: every proposal begins with the dashes that stand there', () => {
    for (const { filterText, label } of entriesAt('imapsync -us|')) assert.equal(filterText, label.slice(1));
  });

  it('marks options without effect, behind all others', () => {
    const entries = entriesAt('imapsync |');
    assert.equal(entries.findLast(({ deprecated }) => deprecated !== true)?.deprecated, false);
    const first = entries.findIndex(({ deprecated }) => deprecated === true);
    assert.ok(first > 0 && entries.slice(first).every(({ deprecated }) => deprecated === true));
  });

  it('works in a profile, also in an empty one and between its lines', () => {
    assert.equal(take('|', '--host1', 'profile'), '--host1');
    assert.equal(take('--host1 a\n|\n--host2 b\n', '--dry', 'profile'), '--host1 a\n--dry\n--host2 b\n');
    assert.equal(take('--host1 a\n# note\n--d|', '--dry', 'profile'), '--host1 a\n# note\n--dry');
    assert.equal(take('|\n--host1 a', '--dry', 'profile'), '--dry\n--host1 a');
  });

  it('is silent in comments, in redirections and outside of commands', () => {
    assert.deepEqual(labelsAt('imapsync --host1 a # --|'), []);
    assert.deepEqual(labelsAt('echo --|'), []);
    assert.deepEqual(labelsAt('imapsync --host1 a\n|'), []);
    assert.deepEqual(labelsAt('imapsync --host1 a; |'), []);
    assert.deepEqual(labelsAt('--host1 a\n# --|\n', 'profile'), []);
  });

  it('is silent where a blank alone opened the list and no values are known', () => {
    assert.deepEqual(entriesAt('imapsync |', 'posix', true), []);
    assert.ok(entriesAt('imapsync --authmech1 |', 'posix', true).length > 0);
  });

  it('explains a proposal when it is looked at', () => {
    const details = service.completionDetails({ option: 'delete2' }, now);
    assert.match(details ?? '', /`--delete2`/);
    assert.match(details ?? '', /strict mirror/);
    for (const { name } of optionFacts) assert.ok(service.completionDetails({ option: name }, now), name);
    assert.equal(service.completionDetails({ option: 'nosuch' }, now), null);
  });
});

describe('completion of values', () => {
  it('proposes login mechanisms behind a blank and behind an equals sign', () => {
    assert.equal(take('imapsync --authmech1 |', 'CRAM-MD5'), 'imapsync --authmech1 CRAM-MD5');
    assert.equal(take('imapsync --authmech1 PL|AIN --dry', 'CRAM-MD5'), 'imapsync --authmech1 CRAM-MD5 --dry');
    assert.equal(take('imapsync --authmech1=|', 'PLAIN'), 'imapsync --authmech1=PLAIN');
    assert.equal(take('imapsync --authme=|', 'PLAIN').startsWith('imapsync --authme='), true);
  });

  it('proposes headers that tell messages apart, not those that are given', () => {
    const labels = labelsAt('imapsync --useheader Message-Id --useheader |');
    assert.ok(labels.includes('Received'));
    assert.ok(!labels.includes('Message-Id'));
    assert.ok(!labels.includes('Subject'));
  });

  it('proposes hosts of known providers and the ports of IMAP', () => {
    assert.equal(take('imapsync --host1 imap.g|', 'imap.gmail.com'), 'imapsync --host1 imap.gmail.com');
    assert.deepEqual(labelsAt('imapsync --port1 |'), ['993', '143']);
    const gmail = entriesAt('imapsync --host2 |').find(({ label }) => label === 'imap.gmail.com');
    assert.ok(gmail);
    assert.match(service.completionDetails(gmail.explained!, now) ?? '', /Port 993[\s\S]*`--gmail2`/);
  });

  it('proposes Sent substitutions between the two providers, quoted for the dialect', () => {
    const command = 'imapsync --host1 imap.gmail.com --host2 outlook.office365.com --regextrans2 |';
    const value = String.raw`s/^\[Gmail\]\/Sent Mail$/Sent Items/`;
    assert.equal(take(command, value), `${command.slice(0, -1)}'${value}'`);
    const { analysis } = marked(`${take(command, value)}|`);
    assert.equal(analysis.invocations[0]?.value('regextrans2'), value);
  });

  it('keeps the quotes that are there', () => {
    assert.equal(take('imapsync --authmech1 "PL|"', 'LOGIN'), 'imapsync --authmech1 "LOGIN"');
  });

  it('never proposes a secret or an option where a value stands', () => {
    assert.deepEqual(labelsAt('imapsync --password1 |'), []);
    assert.deepEqual(labelsAt('imapsync --user1 --|'), []);
  });

  it('replaces no text behind the line when a quote is still open', () => {
    const result = take("imapsync --authmech1 'PL|\nimapsync --host1 a\n", 'PLAIN');
    assert.ok(result.endsWith('\nimapsync --host1 a\n'), result);
  });
});

describe('completion of directives', () => {
  it('proposes the keyword, then the directives', () => {
    assert.equal(take('# im|\nimapsync', 'imapsync-lint:'), '# imapsync-lint: \nimapsync');
    assert.deepEqual(labelsAt('# imapsync-lint: |\nimapsync'), [
      'pre-cutover until …',
      'post-cutover',
      'disable=',
      'disable-line=',
      'disable-file=',
    ]);
    assert.deepEqual(labelsAt('imapsync # imapsync-lint: |'), ['disable-line=', 'disable-file=']);
    assert.equal(take('# imapsync-lint: di|sable\n', 'disable-file='), '# imapsync-lint: disable-file=\n');
  });

  it('dates a new marker two weeks ahead', () => {
    const entry = entriesAt('# imapsync-lint: pre|\nimapsync')[0];
    assert.equal(entry?.change.newText, 'pre-cutover until 2026-12-07');
    assert.match(entry?.snippet ?? '', /\$\{1:2026-12-07\}/);
    assert.deepEqual(labelsAt('# imapsync-lint: pre-cutover |\nimapsync'), ['until …']);
  });

  it('proposes the rules that a list does not name yet', () => {
    const labels = labelsAt('# imapsync-lint: disable=unknown-option,|\nimapsync');
    assert.ok(!labels.includes('unknown-option'));
    assert.equal(labels.length, rules.length - 1);
    assert.equal(
      take('# imapsync-lint: disable=unknown-option,del|\nimapsync', 'delete-2'),
      '# imapsync-lint: disable=unknown-option,delete-2\nimapsync',
    );
    assert.ok(service.completionDetails({ rule: 'unknown-option' }, now)?.includes('unknown-option'));
  });
});

describe('features on any text', () => {
  it('never throw, and every range stays inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'imapsync ',
        '--user1 ',
        '--host1=',
        '--no',
        '-',
        '--',
        "'",
        '"',
        '\\\n',
        '\n',
        '$x ',
        '$(',
        ')',
        '`',
        '; ',
        '# imapsync-lint: ',
        'disable=',
        'pre-cutover until ',
        '2026-12-01',
        '--regextrans2 ',
        's/a/b/',
        '\r\n',
        '\u0000',
        '\ud83d',
        '😀',
        '<<EOF\n',
        'EOF\n',
        '--search ',
        'SINCE ',
        '--f1f2 Sent=',
        '--passfile1 ../',
        'CMD ["imapsync", ',
        'image: x/imapsync\ncommand:\n  - ',
        'command: [imapsync, ',
        '\n  - ',
        'host1;user1;options\n',
        ';',
        '^\n',
        '`\n',
        '```sh\n',
        '| ',
        '> x ',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom<FileDialect>(
          ...(['posix', 'profile', 'cmd', 'powershell', 'table', 'options-extra'] as const),
          ...(['markdown', 'dockerfile', 'yaml', 'crontab', 'systemd', 'makefile'] as const),
        ),
        (pieces, dialect) => {
          const text = pieces.join('');
          const analysis = analyse(text, dialect);
          const inside = ({ start, end }: { start: number; end: number }): void =>
            assert.ok(start >= 0 && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
          const problems = lint(analysis, { now });
          for (let offset = 0; offset <= text.length; offset += 1) {
            const answer = service.hover(analysis, offset, { now });
            if (answer !== null) inside(answer.range);
            const completion = service.complete(analysis, offset, { byBlank: false, now });
            const names = ['a b', "c'd"].map((name) => ({ name, isFolder: name === 'a b' }));
            const files = completion.files === undefined ? [] : service.fileEntries(completion.files, names).entries;
            for (const { change, also = [] } of [...completion.entries, ...files]) {
              inside(change.range);
              assert.ok(change.range.start <= offset && offset <= change.range.end);
              assert.ok(!/[\r\n]/.test(text.slice(change.range.start, change.range.end)));
              for (const { range } of also) {
                inside(range);
                assert.ok(range.end < change.range.start);
              }
            }
          }
          for (const { range } of [
            ...service.codeLenses(analysis),
            ...service.documentSymbols(analysis),
            ...service.documentLinks(analysis),
          ])
            inside(range);
          for (const action of service.quickFixes(analysis, { start: 0, end: text.length }, problems)) {
            if ('edits' in action) applyChanges(text, action.edits);
          }
          for (const action of service.rewrites(analysis, { start: 0, end: 0 })) {
            if ('edits' in action) applyChanges(text, action.edits);
          }
          applyChanges(text, service.fixAll(analysis, { config: service.defaultConfig, now }).changes);
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(30_000);
});
