import assert from 'node:assert/strict';
import { applyChanges, createLanguageService, type FileDialect } from '../../server/src/core/languageService.js';
import { marked, now } from './cursor.js';

const service = createLanguageService();

function hoverAt(source: string, dialect: FileDialect): string {
  const { text, offset, analysis } = marked(source, dialect);
  const answer = service.hover(analysis, offset, { now });
  assert.ok(answer, `nothing is said at ${source}`);
  return text.slice(answer.range.start, answer.range.end);
}

function take(source: string, label: string, dialect: FileDialect): string {
  const { text, offset, analysis } = marked(source, dialect);
  const entry = service.complete(analysis, offset, { byBlank: false, now }).entries.find((one) => one.label === label);
  assert.ok(entry, `${label} is not proposed at ${source}`);
  return applyChanges(text, [entry.change]);
}

describe('editor features in files of other formats', () => {
  it('hover covers what is written in the file', () => {
    assert.equal(hoverAt('# x\n\n> ```sh\n> imapsync \\\n>   --us|er1 x\n> ```\n', 'markdown'), '--user1');
    assert.equal(
      hoverAt('services:\n  a:\n    command:\n      - imapsync\n      - "--us|er1"\n', 'yaml').replaceAll('"', ''),
      '--user1',
    );
    assert.equal(hoverAt('script: >-\n  imapsync\n  --us|er1 x\n', 'yaml'), '--user1');
    assert.equal(hoverAt('CMD ["imapsync", "--us|er1", "x"]', 'dockerfile').replaceAll('"', ''), '--user1');
    assert.equal(hoverAt('@daily root imapsync --us|er1 x', 'crontab'), '--user1');
    assert.equal(hoverAt('ExecStart=imapsync --us|er1 x', 'systemd'), '--user1');
    assert.equal(hoverAt('all:\n\t@imapsync --us|er1 x\n', 'makefile'), '--user1');
  });

  it('completion replaces the word under the cursor and keeps its quotes', () => {
    assert.equal(take('```sh\nimapsync --us|\n```\n', '--user1', 'markdown'), '```sh\nimapsync --user1\n```\n');
    assert.equal(
      take('> ```sh\n> imapsync --a \\\n>   --us|\n> ```\n', '--user1', 'markdown'),
      '> ```sh\n> imapsync --a \\\n>   --user1\n> ```\n',
    );
    assert.equal(take('CMD ["imapsync", "--us|"]', '--user1', 'dockerfile'), 'CMD ["imapsync", "--user1"]');
    assert.equal(take('CMD ["imapsync", "--us|', '--user1', 'dockerfile'), 'CMD ["imapsync", "--user1');
    assert.equal(
      take('command:\n  - imapsync\n  - --us|\n', '--user1', 'yaml'),
      'command:\n  - imapsync\n  - --user1\n',
    );
    assert.equal(take("command: [imapsync, '--us|']\n", '--user1', 'yaml'), "command: [imapsync, '--user1']\n");
    assert.equal(take('ExecStart=imapsync --us|\n', '--user1', 'systemd'), 'ExecStart=imapsync --user1\n');
  });

  it('lenses stand at each command line', () => {
    const { text, analysis } = marked('|```sh\nimapsync --dry\n```\n\n```sh\nimapsync --dry\n```\n', 'markdown');
    const lenses = service.codeLenses(analysis);
    assert.deepEqual(
      [...new Set(lenses.map(({ range }) => range.start))],
      [text.indexOf('imapsync'), text.lastIndexOf('imapsync')],
    );
  });
});
