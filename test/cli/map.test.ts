import assert from 'node:assert/strict';
import { cli } from './support/memoryHost.js';

const files = {
  '/base/one.folders': 'INBOX\nINBOX.Sent\t\\Sent\nINBOX.Envoy&AOk-s|x\n',
  '/base/two.folders': 'INBOX\nSent Items\t\\Sent\n',
};

describe('imapsync-lint map', () => {
  it('prints where the folders of a list go, as JSON', async () => {
    const { code, stdout } = await cli(
      ['map', '--folders', 'one.folders', '--folders2', 'two.folders', '--sep1', '.', '--', '--automap', '--dry'],
      { files },
    );
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), [
      { source: 'INBOX', destination: 'INBOX', outcome: 'mapped', steps: [] },
      {
        source: 'INBOX.Sent',
        destination: 'Sent Items',
        outcome: 'mapped',
        steps: [{ by: '--automap', from: 'INBOX.Sent', to: 'Sent Items' }],
      },
      {
        source: 'INBOX.Envoy&AOk-s|x',
        destination: 'Envoy&AOk-s|x',
        outcome: 'mapped',
        steps: [{ by: 'prefix1', from: 'INBOX.Envoy&AOk-s|x', to: 'Envoy&AOk-s|x' }],
      },
    ]);
  });

  it('prints a table in Markdown', async () => {
    const words = ['map', '--folders', '-', '--format', 'markdown', '--', '--exclude', 'Sent'];
    const { stdout } = await cli(words, { stdin: files['/base/one.folders'] });
    assert.deepEqual(stdout.split('\n').slice(2), [
      '| `INBOX` | `INBOX` |  |',
      '| `INBOX.Sent` | not selected |  |',
      '| `INBOX.Envoy&AOk-s\\|x` (`INBOX.Envoyés\\|x`) | `Envoy&AOk-s\\|x` (`Envoyés\\|x`) | `prefix1` |',
      '',
    ]);
  });

  it('answers many questions at once, in order', async () => {
    const question = {
      sep1: '.',
      prefix1: 'INBOX.',
      sep2: '/',
      prefix2: '',
      options: [] as string[],
      source: 'INBOX.A',
    };
    const questions = [
      question,
      { ...question, options: ['--regextrans2', 's/(/x/'] },
      { ...question, options: ['--folder', 'INBOX'], host1_folders: [{ name: 'INBOX', flags: [] }], announced1: null },
      { ...question, options: ['--regextrans2', 's/A/$mysync/'] },
    ];
    const { code, stdout } = await cli(['map', '--json', '-'], { stdin: JSON.stringify(questions) });
    assert.equal(code, 0);
    const answers = JSON.parse(stdout);
    assert.deepEqual(
      answers.map(({ destination, outcome, exit }: Record<string, unknown>) => [destination, outcome, exit]),
      [
        ['A', 'mapped', undefined],
        [null, 'error', 64],
        [null, 'not-selected', undefined],
        [null, 'unknown', undefined],
      ],
    );
    assert.deepEqual(Object.keys(answers[0]), ['destination', 'outcome', 'steps']);
  });

  it('says what is wrong with its arguments', async () => {
    const wrong: readonly (readonly [words: readonly string[], message: RegExp, stdin?: string])[] = [
      [['map'], /--folders/],
      [['map', '--folders', 'none'], /none: There is no such file/],
      [['map', '--folders', 'one.folders', '--dry'], /no option --dry/],
      [['map', '--folders', 'one.folders', 'two'], /behind "--", not "two"/],
      [['map', '--json', '-'], /JSON array/, '{'],
      [['map', '--json', '-'], /Object 1 of --json/, '[{"source": "a"}]'],
    ];
    for (const [words, message, stdin = ''] of wrong) {
      const { code, stderr } = await cli(words, { files, stdin });
      assert.equal(code, 2, words.join(' '));
      assert.match(stderr, message);
    }
  });
});
