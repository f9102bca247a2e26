import assert from 'node:assert/strict';
import { type FileDialect, optionFacts } from '../../server/src/core/languageService.js';
import { answerAt, entryAt, labelsAt, take } from './completionCases.js';

describe('the order of options', () => {
  const whole = '--host1 a --user1 b --passfile1 c --host2 d --user2 e --passfile2 f --ssl1 --ssl2 --dry';

  it('begins with the pair of what is given, where nothing is missing', () => {
    assert.equal(labelsAt(`imapsync ${whole} --authmech1 PLAIN |`)[0], '--authmech2');
    assert.equal(labelsAt(`imapsync ${whole} --timeout2 60 |`)[0], '--timeout1');
    assert.notEqual(labelsAt(`imapsync ${whole} --delete1 |`)[0], '--delete2');
    assert.notEqual(labelsAt(`imapsync ${whole} --expunge1 |`)[0], '--expunge2');
  });

  it('goes on with what the providers recommend, on the side where each is', () => {
    const providers = whole
      .replace('--host1 a', '--host1 imap.gmail.com')
      .replace('--host2 d', '--host2 outlook.office365.com');
    const labels = labelsAt(`imapsync ${providers} |`);
    assert.deepEqual(labels.slice(0, 2), ['--gmail1', '--office2']);
    assert.ok(labels.indexOf('--gmail2') > 10);
    assert.match(entryAt(`imapsync ${providers} |`, '--gmail1').hint ?? '', /^source, for Gmail/);
    assert.equal(labelsAt(`imapsync ${whole.replace('a --user1', 'imap.zoho.com --user1')} |`).length > 100, true);
  });

  it('has no second credential, nothing a preset sets and nothing that is on already among the first', () => {
    const labels = labelsAt(`imapsync --gmail1 ${whole.replace('--host1 a ', '').replace('--ssl1 ', '')} |`);
    for (const name of [
      '--password1',
      '--oauthaccesstoken2',
      '--host1',
      '--ssl1',
      '--automap',
      '--foldersizes',
      '--subscribe',
    ]) {
      assert.ok(labels.indexOf(name) > 150, `${name} is number ${labels.indexOf(name)} of ${labels.length}`);
    }
  });

  it('offers the no-form of what is on by default, by a preset or by another option', () => {
    assert.ok(labelsAt('imapsync --|').includes('--nofoldersizes'));
    assert.ok(!labelsAt('imapsync --|').includes('--noautomap'));
    assert.ok(labelsAt('imapsync --gmail1 --|').includes('--noautomap'));
    assert.ok(labelsAt('imapsync --useuid --|').includes('--nousecache'));
    assert.ok(
      !labelsAt('imapsync --nofoldersizes --|').some((label) => /foldersizes$/.test(label) && !/just/.test(label)),
    );
    assert.match(entryAt('imapsync --|', '--nofoldersizes').detail, /^Off: /);
  });

  it('ends with what would stop the run, starts another program, or changes nothing', () => {
    const labels = labelsAt('imapsync --gmail1 |');
    const rest = labels.slice(150);
    for (const name of ['--abort', '--help', '--version', '--tests', '--usecache', '--sanitize']) {
      assert.ok(rest.includes(name), `${name} is number ${labels.indexOf(name)} of ${labels.length}`);
    }
    const debug = optionFacts.filter(({ group, name }) => group === 'debugging' && name.startsWith('debug'));
    for (const { name } of debug) assert.ok(labels.indexOf(`--${name}`) > 60, name);
  });
});

describe('an option on the line below its command', () => {
  const cases: readonly (readonly [FileDialect, before: string, after: string])[] = [
    ['posix', 'imapsync --host1 a\n  --d|\n', 'imapsync --host1 a \\\n  --dry\n'],
    ['posix', 'imapsync \\\n  --host1 a  \n  -|', 'imapsync \\\n  --host1 a \\\n  --dry'],
    ['posix', 'imapsync\r\n  --|\r\n', 'imapsync \\\r\n  --dry\r\n'],
    ['cmd', 'imapsync ^\r\n --host1 a\r\n --|\r\n', 'imapsync ^\r\n --host1 a ^\r\n --dry\r\n'],
    ['powershell', 'imapsync `\n  --host1 a\n  --|\n', 'imapsync `\n  --host1 a `\n  --dry\n'],
    [
      'systemd',
      '[Service]\nExecStart=imapsync --host1 a\n  --|\n',
      '[Service]\nExecStart=imapsync --host1 a \\\n  --dry\n',
    ],
    ['dockerfile', 'FROM x\nRUN imapsync --host1 a\n  --|\n', 'FROM x\nRUN imapsync --host1 a \\\n  --dry\n'],
    ['makefile', 'x:\n\timapsync --host1 a\n\t--|\n', 'x:\n\timapsync --host1 a \\\n\t--dry\n'],
    ['markdown', '```sh\nimapsync --host1 a\n  --|\n```\n', '```sh\nimapsync --host1 a \\\n  --dry\n```\n'],
  ];
  for (const [dialect, before, after] of cases) {
    it(`joins the two lines: ${JSON.stringify(before)}`, () => assert.equal(take(before, '--dry', dialect), after));
  }

  it('is none where something stands between, or where the line is no option', () => {
    for (const text of [
      'imapsync --host1 a > log\n  --|\n',
      'imapsync --host1 a # note\n  --|\n',
      'imapsync --host1 a;\n  --|\n',
      'imapsync --host1 a\n\n  --|\n',
      'imapsync --host1 a\n  |\n',
      'imapsync --host1 a\n  --x y|\n',
      'rsync --a\n  --|\n',
    ]) {
      assert.deepEqual(labelsAt(text), [], text);
    }
  });
});

describe('an empty item of a list', () => {
  const cases: readonly (readonly [FileDialect, before: string, after: string])[] = [
    [
      'yaml',
      'a:\n  command:\n    - imapsync\n    - |\n    - --ssl1\n',
      'a:\n  command:\n    - imapsync\n    - --dry\n    - --ssl1\n',
    ],
    [
      'yaml',
      'services:\n  a:\n    image: x/imapsync\n    command:\n    - |',
      'services:\n  a:\n    image: x/imapsync\n    command:\n    - --dry',
    ],
    [
      'yaml',
      'a:\r\n  command:\r\n    - imapsync\r\n    - |\r\n',
      'a:\r\n  command:\r\n    - imapsync\r\n    - --dry\r\n',
    ],
    ['yaml', 'a:\n  command: [imapsync, |]\n', 'a:\n  command: [imapsync, --dry]\n'],
    ['yaml', "a:\n  command: ['imapsync', |]\n", "a:\n  command: ['imapsync', '--dry']\n"],
    [
      'yaml',
      'a:\n  command: ["imapsync", "--ssl1", |, "--ssl2"]\n',
      'a:\n  command: ["imapsync", "--ssl1", "--dry", "--ssl2"]\n',
    ],
    [
      'yaml',
      'spec:\n  containers:\n    - args:\n        - --ssl1\n        - |\n      image: x/imapsync\n',
      'spec:\n  containers:\n    - args:\n        - --ssl1\n        - --dry\n      image: x/imapsync\n',
    ],
    ['dockerfile', 'FROM x\nCMD ["imapsync", |]\n', 'FROM x\nCMD ["imapsync", "--dry"]\n'],
    ['dockerfile', 'FROM x\nCMD ["imapsync", \\\n  |]\n', 'FROM x\nCMD ["imapsync", \\\n  "--dry"]\n'],
  ];
  for (const [dialect, before, after] of cases) {
    it(`takes an option: ${JSON.stringify(before)}`, () => assert.equal(take(before, '--dry', dialect), after));
  }

  it('takes a value where one is due, with the command around it known', () => {
    const list = (last: string): string =>
      `a:\n  command:\n    - imapsync\n    - --user1=anna\n    - --user2\n    - ${last}\n`;
    assert.equal(take(list('|'), 'anna', 'yaml'), list('anna'));
    const json = (last: string): string => `FROM x\nCMD ["imapsync", "--host1", "a.example", "--host2", ${last}]\n`;
    assert.equal(take(json('|'), 'a.example', 'dockerfile'), json('"a.example"'));
  });

  it('is one of imapsync only', () => {
    for (const text of ['a:\n  - |\n', '- |\n', 'a:\n  command:\n    - rsync\n    - |\n', 'a: [|]\n', 'a:\n  |\n']) {
      assert.deepEqual(labelsAt(text, 'yaml'), [], text);
    }
  });
});

describe('what variables hold', () => {
  it('takes options and values, at its end too', () => {
    const split = (text: string): string => `OPTS="${text}"\nimapsync $OPTS\n`;
    assert.equal(take(split('--dry --fo|'), '--folder'), split('--dry --folder'));
    assert.equal(take(split('--dry |'), '--folder'), split('--dry --folder'));
    assert.equal(take(split('--dry | --ssl1'), '--folder'), split('--dry --folder --ssl1'));
    assert.equal(take(split('--folder |'), 'Sent'), split('--folder Sent'));
    assert.ok(!labelsAt(split('--folder |')).includes('Sent Items'), 'the shell would split it');
    const array = (text: string): string => `args=(${text})\nimapsync "\${args[@]}"\n`;
    assert.equal(take(array('--dry --folder S|'), 'Sent Items'), array("--dry --folder 'Sent Items'"));
    assert.equal(take(array('\n  --dry\n  |\n'), '--folder'), array('\n  --dry\n  --folder\n'));
    assert.equal(
      take('set OPTS=--dry |\nimapsync %OPTS%\n', '--folder', 'cmd'),
      'set OPTS=--dry --folder\nimapsync %OPTS%\n',
    );
    assert.equal(
      take("$a = @('--dry', '--fo|')\nimapsync @a\n", '--folder', 'powershell'),
      "$a = @('--dry', '--folder')\nimapsync @a\n",
    );
  });

  it('ends where the variable does', () => {
    for (const text of [
      'OPTS="--dry" |\nimapsync $OPTS\n',
      'OPTS=--dry |\nimapsync $OPTS\n',
      'A=(--dry) |\nimapsync "${A[@]}"\n',
    ]) {
      assert.deepEqual(labelsAt(text), [], text);
    }
  });
});

describe('completion in account tables', () => {
  it('proposes the columns that are missing, accounts first', () => {
    assert.equal(labelsAt('|', 'table')[0], 'host1;user1;passfile1;host2;user2;passfile2;options');
    assert.deepEqual(labelsAt('host1;user1;|', 'table').slice(0, 4), ['passfile1', 'host2', 'user2', 'passfile2']);
    assert.ok(!labelsAt('host1;user1;|', 'table').includes('user1'));
    assert.equal(take('host1;us|er2;host2\na;b;c\n', 'user1', 'table'), 'host1;user1;host2\na;b;c\n');
    assert.equal(labelsAt('host1,user1,host2,user2,passfile1,passfile2,|\n', 'table')[0], 'options');
  });

  it('proposes hosts as well while nobody can tell a header line from a row', () => {
    const labels = labelsAt('im|', 'table');
    assert.ok(labels.includes('host1') && labels.includes('imap.gmail.com'));
    assert.ok(!labelsAt('user1;user2\n|', 'table').includes('host1'));
  });

  it('proposes values in the fields of a row that is not complete yet', () => {
    const header = 'host1;user1;passfile1;host2;user2;passfile2;options\n';
    assert.equal(labelsAt(`${header}imap.a.example;anna;p;imap.b.example;|`, 'table')[0], 'anna');
    assert.equal(labelsAt(`${header}imap.a.example;anna;p;|`, 'table')[0], 'imap.a.example');
    const above = `${header}imap.a.example;anna;p;imap.b.example;anna;q;--dry\n`;
    assert.equal(entryAt(`${above}|`, 'imap.a.example', 'table').detail, 'as in a row above');
  });

  it('proposes options and their values in the column for them', () => {
    const header = 'user1;user2;options;folder\n';
    assert.equal(take(`${header}anna;bert;--fo|`, '--folder', 'table'), `${header}anna;bert;--folder`);
    assert.equal(take(`${header}anna;bert;--dry |;`, '--folder', 'table'), `${header}anna;bert;--dry --folder;`);
    assert.ok(!labelsAt(`${header}anna;bert;--folder |`, 'table').includes('Sent Items'));
    assert.ok(!labelsAt(`${header}anna;bert;|`, 'table').includes('--user1'));
  });

  it('writes quotes where the table knows them', () => {
    assert.equal(
      take('user1,user2,regextrans2\nanna,bert,|\n', 's,^ +| +$,,g', 'table'),
      'user1,user2,regextrans2\nanna,bert,"s,^ +| +$,,g"\n',
    );
    assert.ok(
      answerAt('a,b,c,d,e,f,\na,b,c,d,e,f,--regextrans2 |', 'table').entries.every(
        ({ change }) => !/[,"]/.test(change.newText),
      ),
    );
  });
});

describe('completion of the moment of a marker', () => {
  it('proposes moments to come in the form of ISO 8601', () => {
    const labels = labelsAt('# imapsync-lint: pre-cutover until |\nimapsync\n');
    assert.equal(labels[0], '2026-12-07');
    for (const label of labels) assert.match(label, /^2026-1[12]-\d\d(?:T22:00Z)?$/);
    assert.ok(labels.includes('2026-11-28'), 'the next Saturday');
    assert.equal(
      take('# imapsync-lint: pre-cutover until 2026-1|1-01\n', '2026-11-24'),
      '# imapsync-lint: pre-cutover until 2026-11-24\n',
    );
    assert.deepEqual(labelsAt('# imapsync-lint: pre-cutover until 2026-12-01 |\n'), []);
  });
});
