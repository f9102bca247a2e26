import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readableByteRate, readableBytes, readableDuration } from '../../server/src/core/features/quantity.js';
import {
  analyse,
  createLanguageService,
  invocationOnLine,
  parseArgv,
  parseOutput,
  positionsOf,
  summarise,
} from '../../server/src/core/languageService.js';

const service = createLanguageService();

function summary(command: string) {
  const [invocation] = analyse(command, 'posix').invocations;
  assert.ok(invocation);
  return summarise(invocation);
}

const accounts = '--host1 a.example --user1 alice --host2 b.example --user2 bob';

describe('the summary of a command', () => {
  it('names the accounts by user and host, by the user alone where it is an address', () => {
    assert.equal(summary(`imapsync ${accounts}`).accounts, 'alice@a.example → bob@b.example');
    assert.equal(summary('imapsync --host1 a --user1 x@y.org --user2 "$U2" --host2 "$H"').accounts, 'x@y.org → $U2@$H');
    assert.equal(summary('imapsync --user1 a --gmail1 --office2').accounts, 'a@imap.gmail.com → outlook.office365.com');
    assert.equal(summary('imapsync').accounts, '? → ?');
  });

  it('names no secret, whatever stands where', () => {
    const { accounts: pair } = summary('imapsync --password1 Hidden --password2=Hidden --user1 a --user2 b');
    assert.doesNotMatch(pair, /Hidden/);
  });

  it('tells what kind of run it is', () => {
    assert.equal(summary(`imapsync ${accounts}`).mode, 'real run');
    assert.equal(summary(`imapsync ${accounts} --dry`).mode, 'dry run');
    assert.equal(summary(`imapsync ${accounts} --dry --nodry`).mode, 'real run');
    assert.equal(summary(`imapsync ${accounts} --justfolders`).mode, 'real run, folders only');
    assert.equal(summary(`imapsync ${accounts} --justlogin`).mode, 'only logs in');
    assert.equal(summary(`imapsync ${accounts} "$@"`).mode, 'real run unless --dry is passed on');
    assert.equal(summary('imapsync --version').mode, 'only prints its version');
  });

  it('lists what is deleted, by hand and by preset, and what --dry does not stop', () => {
    assert.deepEqual(summary(`imapsync ${accounts} --delete1`).deletions, ['deletes on the source']);
    assert.deepEqual(summary(`imapsync ${accounts} --delete2 --delete2folders`).deletions, [
      'deletes on the destination',
      'deletes folders on the destination',
    ]);
    assert.deepEqual(summary(`imapsync ${accounts} --gmail2`).deletions, ['expunges on the source']);
    assert.deepEqual(summary(`imapsync ${accounts} --gmail2 --noexpunge1`).deletions, []);
    assert.deepEqual(summary(`imapsync ${accounts} --gmail1 --gmail2`).deletions, []);
    assert.deepEqual(summary(`imapsync ${accounts} --dry --delete2`).deletions, []);
    assert.deepEqual(summary(`imapsync ${accounts} --dry --delete1`).deletions, [
      'expunges on the source all the same',
    ]);
    assert.deepEqual(summary(`imapsync ${accounts} --dry --delete1 --noexpunge1`).deletions, []);
    assert.deepEqual(summary(`imapsync ${accounts} --delete2 --bogus`).deletions, []);
  });
});

describe('lenses', () => {
  it('stand on the command word, one pair for each command', () => {
    const text = `sudo imapsync ${accounts}\nfor u in a b; do imapsync --dry ${accounts}; done\n`;
    const lenses = service.codeLenses(analyse(text, 'posix'));
    assert.deepEqual(
      lenses.map(({ range, title }) => [text.slice(range.start, range.end), title]),
      [
        ['imapsync', 'Run dry pass'],
        ['imapsync', 'alice@a.example → bob@b.example · real run'],
        ['imapsync', 'Run dry pass'],
        ['imapsync', 'alice@a.example → bob@b.example · dry run'],
      ],
    );
  });
});

describe('the command that a line means', () => {
  it('is the one that begins there, else the one that reaches over it', () => {
    const text = 'imapsync \\\n  --host1 a \\\n  --user1 b\nimapsync --host1 c\n';
    const analysis = analyse(text, 'posix');
    const positions = positionsOf(text);
    const at = (line: number): string | null | undefined => {
      const start = positions.lineStart(line);
      return invocationOnLine(analysis, { start, end: start })?.value('host1');
    };
    assert.deepEqual([0, 1, 2, 3, 4].map(at), ['a', 'a', 'a', 'c', undefined]);
  });
});

describe('the output of parse', () => {
  it('gives words, arguments, options and errors with their places', () => {
    const { dialect, invocations } = parseOutput(
      analyse('# x\nsudo imapsync --user2 "$U" --maxsi=1_0 --bogus', 'posix'),
    );
    assert.equal(dialect, 'posix');
    const [invocation] = invocations;
    assert.equal(invocation?.executable, 'imapsync');
    assert.deepEqual(invocation?.argv, ['--user2', null, '--maxsi=1_0', '--bogus']);
    assert.deepEqual(invocation?.words[1], {
      text: '"$U"',
      range: { start: { line: 1, character: 22 }, end: { line: 1, character: 26 } },
      value: null,
    });
    assert.deepEqual(
      invocation?.errors.map(({ kind, range }) => [kind, range.start.character]),
      [['unknown-option', 39]],
    );
    const maxsize = invocation?.options.find(({ name }) => name === 'maxsize');
    assert.equal(maxsize?.value, '10');
    assert.equal(maxsize?.spelled, '--maxsi');
  });

  it('reads plain arguments without any shell', () => {
    assert.deepEqual(parseArgv(['--user1', '$x y', '--no-dry']), {
      accepted: true,
      options: [
        { name: 'user1', spelled: '--user1', negated: false, value: '$x y' },
        { name: 'dry', spelled: '--no-dry', negated: true, value: null },
      ],
      errors: [],
    });
    assert.equal(parseArgv(['--bogus']).accepted, false);
  });
});

describe('positions', () => {
  it('are those of the reference implementation, for any text', () => {
    const text = fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', '\u2028', '\ud800'), { maxLength: 30 });
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join('');
        const document = TextDocument.create('file:///x', 'x', 1, whole);
        const positions = positionsOf(whole);
        for (let line = 0; line < document.lineCount; line += 1) {
          assert.equal(positions.lineStart(line), document.offsetAt({ line, character: 0 }));
        }
        for (let offset = 0; offset <= whole.length; offset += 1) {
          // Between CR and LF the reference moves back; no range of ours begins or ends there.
          if (whole[offset - 1] === '\r' && whole[offset] === '\n') continue;
          assert.deepEqual(positions.at(offset), document.positionAt(offset));
        }
      }),
    );
  });
});

describe('quantities', () => {
  it('are told in decimal and binary units', () => {
    assert.equal(readableBytes(35_000_000), '35.0 MB (33.4 MiB)');
    assert.equal(readableBytes(999), '999 bytes');
    assert.equal(readableBytes(1), '1 byte');
    assert.equal(readableByteRate(500_000), '500.0 kB/s (488.3 KiB/s)');
  });

  it('are told in the two largest units of time', () => {
    assert.equal(readableDuration(2), '2 s');
    assert.equal(readableDuration(120), '2 min');
    assert.equal(readableDuration(7500), '2 h 5 min');
    assert.equal(readableDuration(86_400 + 59), '1 d');
  });
});
