import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
} from '../../server/src/core/languageService.js';
import { argvOf } from '../rules/linting.js';

const service = createLanguageService();
const whole = (text: string) => ({ start: 0, end: text.length });
const pair = 'imapsync --host1 imap.gmail.com --host2 outlook.office365.com';
const plain = 'imapsync --host1 a.example --host2 b.example';

function answer(text: string, source: string, destination: string, dialect: FileDialect = 'posix') {
  const result = service.mapSentAt(analyse(text, dialect), whole(text), { source, destination });
  assert.ok(result);
  return result;
}

/** The two words that the mapping adds, as the shell reads them, and its title. */
function mapped(text: string, source: string, destination: string, dialect: FileDialect = 'posix') {
  const result = answer(text, source, destination, dialect);
  assert.ok('edits' in result, 'reason' in result ? result.reason : '');
  const before = argvOf(text, dialect)[0]!;
  const after = argvOf(applyChanges(text, result.edits), dialect)[0]!;
  const start = after.findIndex((word, i) => word !== before[i]);
  assert.deepEqual(after.toSpliced(start, 2), before);
  return { words: after.slice(start, start + 2), title: result.title };
}

function refusal(text: string, source: string, destination: string): string {
  const result = answer(text, source, destination);
  assert.ok('reason' in result, JSON.stringify(result));
  return result.reason;
}

describe('the Sent folders to choose from', () => {
  it('are those of the providers first, with provider and language, then those met everywhere', () => {
    const { sources, destinations, refused } = service.sentQuestionAt(analyse(pair, 'posix'), whole(pair))!;
    assert.equal(refused, null);
    assert.equal(sources[0]?.raw, '[Gmail]/Sent Mail');
    assert.equal(sources[0]?.detail, 'Gmail / Google Workspace, en');
    assert.equal(destinations[0]?.raw, 'Sent Items');
    const danish = sources.find(({ raw }) => raw === '[Gmail]/Sendte mails');
    assert.equal(danish?.detail, 'Gmail / Google Workspace, da');
    assert.equal(sources.find(({ raw }) => raw === 'Sent Messages')?.detail, 'met on many servers, en');
  });

  it('are those of every provider, each once, where the host tells none', () => {
    const { sources } = service.sentQuestionAt(analyse(plain, 'posix'), whole(plain))!;
    const names = sources.map(({ raw }) => raw);
    assert.equal(names[0], 'Sent Items');
    assert.ok(names.includes('[Gmail]/Wys&AUI-ane'));
    assert.equal(new Set(names).size, names.length);
  });

  it('carry the prefix that the command gives where they are met everywhere', () => {
    const text = `${plain} --prefix2 Mail/`;
    const { destinations } = service.sentQuestionAt(analyse(text, 'posix'), whole(text))!;
    assert.equal(destinations[0]?.raw, 'Mail/Sent Items');
  });

  it('are refused where a subfolder moves the tree, and are none where no command stands', () => {
    const text = `${plain} --subfolder2 Old`;
    assert.match(service.sentQuestionAt(analyse(text, 'posix'), whole(text))?.refused ?? '', /^--subfolder2 moves/);
    assert.equal(service.sentQuestionAt(analyse('echo\n', 'posix'), { start: 0, end: 4 }), null);
    const place = { source: 'a', destination: 'b' };
    assert.equal(service.mapSentAt(analyse('echo\n', 'posix'), { start: 0, end: 4 }, place), null);
  });
});

describe('mapping Sent by chosen names', () => {
  it('takes any two of the lists', () => {
    assert.deepEqual(mapped(pair, '[Gmail]/Wys&AUI-ane', 'Gesendete Elemente'), {
      words: ['--regextrans2', String.raw`s/^\[Gmail\]\/Wys&AUI-ane$/Gesendete Elemente/`],
      title: 'Map Sent: "[Gmail]/Wysłane" to "Gesendete Elemente" by --regextrans2',
    });
  });

  it('writes umlauts and ampersands of a readable name in modified UTF-7', () => {
    assert.deepEqual(mapped(plain, 'Ausgänge', 'R&D'), {
      words: ['--regextrans2', 's/^Ausg&AOQ-nge$/R&-D/'],
      title: 'Map Sent: "Ausgänge" to "R&D" by --regextrans2',
    });
  });

  it('keeps a name that is in modified UTF-7 already, and shows it readably', () => {
    const { words, title } = mapped(plain, 'Ausg&AOQ-nge', 'Sent');
    assert.deepEqual(words, ['--regextrans2', 's/^Ausg&AOQ-nge$/Sent/']);
    assert.match(title, /"Ausgänge" to "Sent"/);
  });

  it('keeps quotes, slashes, dollars and backslashes through shell and Perl, in scripts and profiles', () => {
    const rule = String.raw`s/^Anna's "out"\/a\$b\\c$/Sent\/Anna's \$/`;
    const [source, destination] = [String.raw`Anna's "out"/a$b\c`, "Sent/Anna's $"];
    assert.deepEqual(mapped(plain, source, destination).words, ['--regextrans2', rule]);
    const profile = '--host1 a.example\n--host2 b.example\n';
    assert.deepEqual(mapped(profile, source, destination, 'profile').words, ['--regextrans2', rule]);
  });

  it('never writes a control character', () => {
    assert.deepEqual(mapped(plain, 'a\nb', 'Sent').words[1], 's/^a&AAo-b$/Sent/');
  });

  it('is an --f1f2 of the encoded names where --automap is on', () => {
    const words = mapped(`${plain} --automap`, 'Ausgänge', 'A=B').words;
    assert.deepEqual(words, ['--f1f2', 'Ausg&AOQ-nge=A=B']);
    assert.match(refusal(`${plain} --automap`, 'A=B', 'Sent'), /--f1f2 .* first "="/);
    assert.deepEqual(mapped(plain, 'A=B', 'Sent').words, ['--regextrans2', 's/^A=B$/Sent/']);
  });

  it('says why it is not done', () => {
    assert.match(refusal(`${plain} --subfolder1 Old`, 'Sent', 'Sent Items'), /^--subfolder1 moves the whole tree/);
    assert.match(refusal(plain, '', 'Sent Items'), /needs a name/);
    assert.match(refusal(plain, 'Sent', 'Sent'), /without any mapping, so there is nothing to change/);
    assert.match(refusal(`${plain} --f1f2 Sent=Old --automap`, 'Sent', 'Sent'), /unless --automap or --f1f2/);
    assert.match(refusal(`bash -c '${plain}'`, 'Sent', 'Sent Items'), /inside quotes/);
  });
});

describe('the action that asks for Sent folders', () => {
  const titles = (text: string, offset: number): readonly string[] =>
    service
      .rewrites(analyse(text, 'posix'), { start: offset, end: offset }, { asksForSent: true })
      .map(({ title }) => title);

  it('stands for the list of pairs, and names the line of its command', () => {
    const text = `echo\n\n${pair} \\\n  --dry\n`;
    const offset = text.indexOf('--dry');
    const [first, ...others] = service.rewrites(
      analyse(text, 'posix'),
      { start: offset, end: offset },
      { asksForSent: true },
    );
    assert.deepEqual(first, { kind: 'sent-question', title: 'Map Sent folder…', line: 2 });
    assert.equal(others.filter(({ title }) => title.startsWith('Add --regextrans2')).length, 2);
    assert.ok(others.every(({ title }) => !title.includes('Sent')));
  });

  it('leaves the list to the second command of a line, which no line number can name', () => {
    const text = `${plain}; ${pair}\r\n`;
    assert.equal(titles(text, 3)[0], 'Map Sent folder…');
    assert.match(titles(text, text.length - 5)[0] ?? '', /^Map Sent: "\[Gmail\]/);
  });

  it('is not offered where a subfolder moves the tree', () => {
    assert.ok(titles(`${plain} --subfolder2 Old`, 3).every((title) => !title.includes('Sent')));
  });
});
