import assert from 'node:assert/strict';
import fc from 'fast-check';
import { imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';
import type { OptionParse, UsageErrorKind } from '../../server/src/core/getopt/result.js';

function read(...argv: readonly string[]): OptionParse {
  return parseOptions(wordsOf(argv), imapsyncOptions);
}

/** `name=value`, `name` or `!name` for each occurrence. */
function uses(parse: OptionParse): string[] {
  return parse.options.map(({ name, negated, value }) =>
    negated ? `!${name}` : value === null ? name : `${name}=${value}`,
  );
}

function kinds(parse: OptionParse): UsageErrorKind[] {
  return parse.errors.map(({ kind }) => kind);
}

describe('Reading options that imapsync accepts', () => {
  it('takes --, - and + as the beginning of an option, in any letter case', () => {
    assert.deepEqual(uses(read('--dry', '-ssl1', '+automap', '--HOST1', 'a', '-MaxSize', '5')), [
      'dry',
      'ssl1',
      'automap',
      'host1=a',
      'maxsize=5',
    ]); // prettier-ignore
  });

  it('lets an exact name win over longer ones', () => {
    assert.deepEqual(uses(read('--dry', '--log', '--id', '--search', 'ALL', '--folder', 'x')), [
      'dry',
      'log',
      'id',
      'search=ALL',
      'folder=x',
    ]); // prettier-ignore
  });

  it('completes a prefix that only one option begins with', () => {
    assert.deepEqual(uses(read('--maxsi', '5', '--autom', '--regext', 's/a/b/')), [
      'maxsize=5',
      'automap',
      'regextrans2=s/a/b/',
    ]);
  });

  it('completes a prefix that a name and its alias share', () => {
    assert.deepEqual(uses(read('--modul', '--nomodul', '--no-modul', '--subscribeal')), [
      'modulesversion',
      '!modulesversion',
      '!modulesversion',
      'subscribeall',
    ]); // prettier-ignore
  });

  it('maps aliases to the canonical name', () => {
    assert.deepEqual(uses(read('--delete', '--nodelete', '--expunge', '--ipv4', '--tests_debug')), [
      'delete1',
      '!delete1',
      'expunge1',
      'inet4',
      'testsdebug',
    ]); // prettier-ignore
  });

  it('reads no-forms with and without a dash, and the options whose own name begins with no', () => {
    assert.deepEqual(uses(read('--nodry', '--no-dry', '--NO-Dry', '--noexclude', '--nof1f2')), [
      '!dry',
      '!dry',
      '!dry',
      'noexclude',
      'nof1f2',
    ]); // prettier-ignore
  });

  it('reads --nopipemess as the short form of --nopipemesscheck', () => {
    assert.deepEqual(uses(read('--nopipemess', '--nopidfile')), ['!pipemesscheck', '!pidfilelocking']);
  });

  it('gives a string option the next word whatever it is', () => {
    const parse = read('--password1', '--host2', '--user1', '', '--folder', '--', '--exclude', '-');
    assert.deepEqual(uses(parse), ['password1=--host2', 'user1=', 'folder=--', 'exclude=-']);
    assert.ok(parse.accepted);
  });

  it('splits at the first equals sign behind the first letter', () => {
    assert.deepEqual(uses(read('--user1=a=b', '-port1=993', '+f1f2=A=B', '--sslargs1=SSL_verify_mode=1')), [
      'user1=a=b',
      'port1=993',
      'f1f2=A=B',
      'sslargs1=SSL_verify_mode=1',
    ]); // prettier-ignore
  });

  it('hands integers over as Perl prints the number', () => {
    const of = (text: string): string | null | undefined => read('--maxsize', text).options[0]?.value;
    assert.equal(of('45_000_000'), '45000000');
    assert.equal(of('+7'), '7');
    assert.equal(of('-_5_'), '-5');
    assert.equal(of('007'), '7');
    assert.equal(of('-0'), '0');
    assert.equal(of('18446744073709551615'), '18446744073709551615');
    assert.equal(of('18446744073709551616'), '1.84467440737096e+19');
    assert.equal(of('100000000000000000000'), '1e+20');
  });

  it('hands real numbers over as written, without underscores', () => {
    const of = (text: string): string | null | undefined => read('--maxage', text).options[0]?.value;
    assert.equal(of('1_0.5_0'), '10.50');
    assert.equal(of('.5'), '.5');
    assert.equal(of('-1e+3'), '-1e+3');
    assert.equal(of('5.'), undefined);
    assert.equal(of('1,5'), '1,5');
  });

  it('keeps every occurrence, in order', () => {
    assert.deepEqual(uses(read('--folder', 'a', '--dry', '--folder', 'b', '--nodry')), [
      'folder=a',
      'dry',
      'folder=b',
      '!dry',
    ]);
  });

  it('lets imapsync go on with left-over words when the first of them is empty or 0', () => {
    assert.ok(read('', 'x', 'y').accepted);
    assert.ok(read('--dry', '0', '--', 'x').accepted);
    assert.ok(read('--', '', '--nonsense').accepted);
    assert.deepEqual(read('--dry', '', 'x').rest, [1, 2]);
    assert.equal(read('00', 'x').accepted, false);
    assert.equal(read('x', '').accepted, false);
  });

  it('accepts no arguments at all', () => {
    assert.ok(read().accepted);
  });
});

describe('Reading options that imapsync refuses', () => {
  const cases: readonly (readonly [readonly string[], readonly UsageErrorKind[]])[] = [
    [['--dryrun'], ['unknown-option']],
    [['--nouser1'], ['unknown-option']],
    [['---dry'], ['unknown-option']],
    [['--=x'], ['unknown-option']],
    [['+'], ['unknown-option']],
    [['--ssl'], ['ambiguous-option']],
    [
      ['--user', 'x'],
      ['ambiguous-option', 'extra-argument'],
    ],
    [['--no'], ['ambiguous-option']],
    [['--user1'], ['missing-value']],
    [['--user1='], ['missing-value']],
    [['--prefix1=', '--dry'], ['missing-value']],
    [['--maxsize', '10M'], ['invalid-value']],
    [['--maxsize', '5.5'], ['invalid-value']],
    [['--port1=0x10'], ['invalid-value']],
    [['--maxage', ''], ['invalid-value']],
    [['--sslargs1', 'SSL_verify_mode'], ['invalid-value']],
    [['--dry=1'], ['unexpected-value']],
    [['--dry='], ['unexpected-value']],
    [['--nodry=0'], ['unexpected-value']],
    [['--useuid', '1'], ['extra-argument']],
    [['-'], ['extra-argument']],
    [
      ['--dry', 'a', 'b'],
      ['extra-argument', 'extra-argument'],
    ],
    [['--', '--dry'], ['extra-argument']],
    [['--delete', '2'], ['delete-2']],
    [['--folder', 'x-delete', '2a'], ['delete-2']],
    [['--DELETE', '2'], ['extra-argument']],
    [['--delete=2'], ['unexpected-value']],
  ];
  for (const [argv, expected] of cases) {
    it(`reports ${expected.join(', ')} for ${JSON.stringify(argv)}`, () => {
      const parse = read(...argv);
      assert.deepEqual(kinds(parse), expected);
      assert.equal(parse.accepted, false);
    });
  }

  it('reads on behind an error', () => {
    const parse = read('--nonsense', '--port1', 'x', '--dry', '--host1', 'h', '--ssl');
    assert.deepEqual(uses(parse), ['dry', 'host1=h']);
    assert.deepEqual(kinds(parse), ['unknown-option', 'invalid-value', 'ambiguous-option']);
  });

  it('says which options an ambiguous prefix stands for, once each', () => {
    assert.deepEqual(read('--fast').errors[0]?.candidates, ['fastio1', 'fastio2']);
    assert.deepEqual(read('--nodebugimap').errors, []);
    assert.deepEqual(read('--noexpu').errors[0]?.candidates, ['noexpunge1', 'noexpunge2', 'noexpungeaftereach']);
  });

  it('marks the word that an unreadable option leaves behind as a consequence', () => {
    const [unknown, extra] = read('--usr1', 'joe').errors;
    assert.equal(unknown?.consequence, undefined);
    assert.equal(extra?.kind, 'extra-argument');
    assert.equal(extra?.consequence, true);
    assert.equal(read('--dry', 'joe').errors[0]?.consequence, undefined);
  });

  it('says that an option took another one for its value', () => {
    const [extra] = read('--user1', '--host2', 'imap.example.org').errors;
    assert.match(extra!.message, /--user1 takes --host2 for its own value/);
  });

  it('says in every message that imapsync stops with exit code 64 before it connects', () => {
    for (const [argv] of cases) {
      for (const { message } of read(...argv).errors) {
        assert.match(message, /stops with exit code 64 before it connects/);
        assert.doesNotMatch(message, /!/);
      }
    }
  });
});

describe('Corrections of refused numbers', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['--maxsize', '10M', '10000000'],
    ['--maxsize', '10MB', '10000000'],
    ['--maxsize', '1GiB', '1073741824'],
    ['--maxsize', '1.5k', '1500'],
    ['--maxsize', '1e6', '1000000'],
    ['--maxsize', '25 000 000', '25000000'],
    ['--maxsize', '1.5', undefined],
    ['--maxsize', 'big', undefined],
    ['--port1', 'imaps', '993'],
    ['--port1', '993--user2', '993'],
    ['--port1', '1k', undefined],
    ['--maxage', '2w', '14'],
    ['--maxage', '30 days', '30'],
    ['--timeout', '2min', '120'],
    ['--timeout', '30s', '30'],
  ];
  for (const [option, value, corrected] of cases) {
    it(`${corrected === undefined ? 'offers nothing' : `offers ${corrected}`} for ${option} ${value}`, () => {
      const [error] = read(option, value).errors;
      assert.equal(error?.kind, 'invalid-value');
      assert.equal(error.value, value);
      assert.equal(error.candidates?.[0], corrected);
      assert.ok(error.message.includes(`"${value}"`));
      if (corrected !== undefined) {
        assert.ok(error.message.includes(corrected));
        assert.ok(read(option, corrected).accepted);
      }
    });
  }
});

describe('Secrets in messages about refused options', () => {
  const secret = 's3cret';
  const lists: readonly (readonly string[])[] = [
    ['--password1', 'my', secret],
    ['--password1', 'my', 'long', secret],
    ['--password1=my', secret],
    ['--password1=', secret],
    ['--password', secret],
    ['--pass1', secret],
    ['--pass1=x', secret],
    ['--passwort1', secret],
    [`--password1${secret}`],
    [`--PASSWORD2${secret}`, 'x'],
    [`-password1${secret}=x`],
    ['--nopassword1', secret],
    ['--user1', '--password1', secret],
    ['--port1', '--password1', secret],
    ['--oauthaccesstoken', secret],
    ['--oauthdirect1', 'a', secret],
    ['--token', secret],
    ['--delete', '2', '--password1', 'x', secret],
  ];
  for (const list of lists) {
    it(`stay out for ${list.join(' ')}`, () => {
      const { errors } = read(...list);
      assert.ok(errors.length > 0);
      for (const { message, spelled, value, candidates } of errors) {
        assert.ok(!JSON.stringify([message, spelled, value, candidates]).includes(secret), message);
      }
    });
  }
});

describe('Half-typed and hostile arguments', () => {
  it('are read without throwing, with every range inside the text', function () {
    this.timeout(20_000);
    const texts = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'U',
          '1',
          '-',
          '+',
          '=',
          '_',
          ' ',
          '\n',
          '\0',
          'é',
          'K',
          '€',
          '😀',
          '\ud83d',
          '\udc00',
        ),
        maxLength: 12,
      }),
      fc.constantFrom(...optionFacts.map(({ name }) => `--${name}`)),
      fc
        .tuple(
          fc.constantFrom('-', '--', '+', '--no-'),
          fc.string({ maxLength: 6, unit: fc.constantFrom('n', 'o', 'u', 's', 'e', 'r', '1', '2', '-', '_', '=') }),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), (argv) => {
        const parse = read(...argv);
        const length = argv.join(' ').length;
        const ranges = [...parse.errors, ...parse.options].map(({ range }) => range);
        for (const { start, end } of [...ranges, ...parse.options.flatMap(({ valueRange }) => valueRange ?? [])]) {
          assert.ok(0 <= start && start <= end && end <= length);
        }
        for (const use of parse.options) {
          assert.equal(argv.join(' ').slice(use.range.start, use.range.end), use.spelled);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are read word by word as they grow', () => {
    const line = '--us -- - --user1= --no --no-dr + --maxsi 5 ---';
    for (let end = 0; end <= line.length; end++) read(...line.slice(0, end).split(' '));
  });
});
