import assert from 'node:assert/strict';
import {
  analyse,
  createLanguageService,
  type FileDialect,
  type OptionFact,
  optionFacts,
} from '../../server/src/core/languageService.js';
import { marked, now } from './cursor.js';

const service = createLanguageService();

function hoverAt(source: string, dialect?: FileDialect): { markdown: string; covered: string } | null {
  const { text, offset, analysis } = marked(source, dialect);
  const answer = service.hover(analysis, offset, { now });
  return answer && { markdown: answer.markdown, covered: text.slice(answer.range.start, answer.range.end) };
}

function markdownAt(source: string, dialect?: FileDialect): string {
  const answer = hoverAt(source, dialect);
  assert.ok(answer, `nothing is said at ${source}`);
  return answer.markdown;
}

/** Every way in which imapsync lets an option be written, with a value where it needs one. */
function spellings(fact: OptionFact): readonly string[] {
  const value =
    fact.value === 'integer' || fact.value === 'number' ? '12' : fact.value === 'key=value' ? 'k=v' : 'T0psecret';
  const names = [fact.name, ...fact.aliases];
  const words = names.flatMap((name) => [`--${name}`, `-${name}`, `+${name}`, `--${name.toUpperCase()}`]);
  if (fact.value !== 'none') return words.flatMap((word) => [`${word} ${value}`, `${word}=${value}`]);
  if (!fact.negatable) return words;
  return [...words, ...names.flatMap((name) => [`--no${name}`, `--no-${name}`, `-no-${name}`])];
}

describe('hover', () => {
  describe('on every option of the catalogue in every spelling', () => {
    for (const fact of optionFacts) {
      it(`names --${fact.name}, and hides its value where it is secret`, () => {
        for (const spelling of spellings(fact)) {
          const text = `imapsync ${spelling}`;
          const analysis = analyse(text, 'posix');
          for (let offset = 'imapsync '.length + 1; offset < text.length; offset += 1) {
            const answer = service.hover(analysis, offset, { now });
            // A blank between an option and its value belongs to neither.
            if (text[offset] === ' ' || text[offset - 1] === ' ') continue;
            assert.ok(answer, `nothing is said at ${offset} of ${text}`);
            assert.ok(answer.markdown.includes(`\`--${fact.name}\``), `${text} at ${offset}: ${answer.markdown}`);
            if (fact.secret) assert.ok(!answer.markdown.includes('T0psecret'), `${text} shows its secret`);
          }
        }
      });
    }
  });

  it('covers the name as it is written', () => {
    assert.equal(hoverAt('imapsync --us|er1 x')?.covered, '--user1');
    assert.equal(hoverAt('imapsync -ssl|1')?.covered, '-ssl1');
    assert.equal(hoverAt('imapsync --user1|=x')?.covered, '--user1');
  });

  it('covers the value behind a blank and behind an equals sign', () => {
    assert.equal(hoverAt("imapsync --user1 'a|b'")?.covered, "'ab'");
    assert.equal(hoverAt('imapsync --user1=a|b')?.covered, 'ab');
    assert.equal(hoverAt('imapsync --user1=|ab')?.covered, 'ab');
  });

  it('expands an abbreviation', () => {
    const text = markdownAt('imapsync --maxsi| 5');
    assert.match(text, /`--maxsize`/);
    assert.match(text, /`--maxsi` is short for `--maxsize`/);
  });

  it('names the option behind an alias', () => {
    assert.match(markdownAt('imapsync --delete|'), /`--delete` is another name of `--delete1`/);
  });

  it('says what a no-form switches off', () => {
    const text = markdownAt('imapsync --no-dry|');
    assert.match(text, /`--no-dry` switches it off/);
    assert.match(text, /as it is by default/);
  });

  it('names the option that a no-form takes a setting back from', () => {
    assert.match(markdownAt('imapsync --delete2 --nodelete2dup|licates'), /although `--delete2` would switch it on/);
  });

  it('shows the value here, readable, and the value of the other side', () => {
    const text = markdownAt('imapsync --maxsiz|e 35000000');
    assert.match(text, /`35000000` = 35\.0 MB \(33\.4 MiB\)/);
    assert.match(markdownAt('imapsync --user1| alice --user2 bob'), /`--user2` for the destination is `bob`/);
    assert.match(markdownAt('imapsync --user1| alice'), /`--user2`, the same for the destination, is not given here/);
  });

  it('never shows a secret, neither its own nor that of the other side', () => {
    const command = 'imapsync --password1 Hidden1 --password2 Hidden2 --oauthaccesstoken1 Hidden3';
    for (let offset = 0; offset <= command.length; offset += 1) {
      const answer = service.hover(analyse(command, 'posix'), offset, { now });
      assert.doesNotMatch(answer?.markdown ?? '', /Hidden/);
    }
    assert.match(markdownAt('imapsync --passw|ord1 Hidden1 --password2 Hidden2'), /hidden, since it is a secret/);
  });

  it('names a variable instead of guessing its value', () => {
    assert.match(markdownAt('imapsync --user|1 "$U1"'), /`\$U1`, known only when the script runs/);
  });

  it('tells which of several occurrences wins', () => {
    assert.match(markdownAt('imapsync --user1| a --user1 b'), /\*\*Ignored here:\*\* given 2 times/);
    assert.match(markdownAt('imapsync --user1 a --user1| b'), /this one, the last, wins/);
    assert.match(markdownAt('imapsync --exclude| a --exclude b'), /they add up/);
  });

  it('puts what goes wrong on this very command first', () => {
    const text = markdownAt('imapsync --delete2| --useuid');
    assert.match(text, /\*\*On this command\*\*, with `--useuid`: everything on host2/);
    assert.doesNotMatch(markdownAt('imapsync --delete2|'), /On this command/);
  });

  it('says what an option needs and the command lacks', () => {
    assert.match(markdownAt('imapsync --maxsleep| 1'), /\*\*Needs, and it is not on this command:\*\*/);
    assert.doesNotMatch(markdownAt('imapsync --maxsleep| 1 --maxbytespersecond 5'), /it is not on this command/);
    assert.doesNotMatch(markdownAt('imapsync --maxsleep| 1 "$@"'), /it is not on this command/);
  });

  it('warns of deletions that --dry does not stop, and of code that is run', () => {
    assert.match(markdownAt('imapsync --delete1|'), /\*\*Under `--dry`:\*\*.*EXPUNGE/);
    assert.match(markdownAt("imapsync --regextrans2| 's/a/b/'"), /\*\*Runs code:\*\* its value is executed as Perl/);
    assert.match(markdownAt("imapsync --pipemess| 'cat'"), /\*\*Runs code:\*\* its value is executed by a shell/);
    assert.match(markdownAt('imapsync --exitonload|'), /\*\*No effect:\*\*/);
  });

  it('lists what a preset sets, and what both Gmail presets set together', () => {
    assert.match(markdownAt('imapsync --gmail1|'), /\*\*Also sets\*\*[\s\S]*`--maxbytespersecond 40000`/);
    assert.match(markdownAt('imapsync --gmail1| --gmail2'), /\*\*Also sets\*\*[\s\S]*`--maxbytespersecond 20000`/);
    assert.match(
      markdownAt('imapsync --gmail1 --maxbytespersecond| 5'),
      /`--gmail1` on this command would set `--maxbytespersecond 40000`/,
    );
  });

  it('knows the provider of a host: port, login of today, Sent folder', () => {
    const text = markdownAt('imapsync --host1 imap.gmail|.com');
    assert.match(text, /Gmail/);
    assert.match(text, /Port 993, TLS from the first byte/);
    assert.match(text, /app password/);
    assert.match(text, /\[Gmail\]\/Sent Mail/);
    assert.match(text, /`--gmail1`/);
  });

  it('tells the age as a date and the rate as a duration', () => {
    assert.match(markdownAt('imapsync --maxage 3|0'), /2026-10-24/);
    assert.match(markdownAt('imapsync --maxbytespersecond 500|000'), /1 GB takes 33 min 20 s/);
  });

  it('sums up the command on its name', () => {
    const text = markdownAt(
      'imaps|ync --host1 imap.gmail.com --user1 a@x.org --host2 mail.example.org --user2 b --delete2',
    );
    assert.match(text, /`a@x\.org → b@mail\.example\.org`/);
    assert.match(text, /Real run: messages are copied/);
    assert.match(text, /\*\*Careful:\*\* it deletes on the destination/);
    assert.match(text, /Phase: not marked/);
  });

  it('tells a dry run from a real one and from a connection test', () => {
    const accounts = '--host1 a --user1 b --host2 c --user2 d';
    assert.match(markdownAt(`imap|sync ${accounts} --dry`), /Dry run: a rehearsal/);
    assert.match(markdownAt('imap|sync --host1 a --user1 b --host2 c'), /Connection test only: `--user2` is missing/);
    assert.match(markdownAt(`imap|sync ${accounts} --dry --delete1`), /expunges on the source all the same/);
    assert.match(markdownAt(`imap|sync ${accounts} "$@"`), /Real run unless `--dry` is passed on/);
    assert.match(markdownAt(`imap|sync ${accounts} --bogus`), /Stops with exit code 64/);
  });

  it('counts the hosts that presets give', () => {
    assert.match(markdownAt('imap|sync --gmail1 --user1 a --office2 --user2 b'), /Real run/);
    assert.match(
      markdownAt('imap|sync --gmail1 --user1 a --office2 --user2 b'),
      /`b@outlook\.office365\.com`|`b` at `outlook\.office365\.com`/,
    );
  });

  it('shows on the command name what imapsync will run with, and what sets it', () => {
    const text = markdownAt(
      'imap|sync --gmail1 --user1 a --passfile1 p --host2 h --user2 b --delete2 --exclude ^Junk --maxage 30',
    );
    assert.match(text, /Source: `a` at `imap\.gmail\.com`.*TLS on port `993` \(by `--gmail1`\).*from `--passfile1`/);
    assert.match(text, /Destination: `b` at `h`, TLS where port 993 answers.*`IMAPSYNC_PASSWORD2` or asked for/);
    assert.match(text, /Folders:.*`--exclude \^Junk`.*`--automap` \(by `--gmail1`\)/);
    assert.match(text, /Messages:.*`--maxage 30`,/);
    assert.match(text, /Deletions: `--delete2`, .*`--uidexpunge2` \(by `--delete2`\)/);
    assert.match(text, /Pace: `--maxbytespersecond 40000` \(by `--gmail1`\)/);
    assert.match(text, /Limits: stops after `50` errors, waits `120` s for an answer, log in `LOG_imapsync`/);
  });

  it('says how each server is reached', () => {
    const source = (options: string): string =>
      /- Source: (.*)/.exec(markdownAt(`imap|sync --host1 h --user1 a --passfile1 p ${options}`))?.[1] ?? '';
    assert.match(source('--ssl1'), /, TLS on port `993`,/);
    assert.match(source('--tls1'), /, STARTTLS on port `143`,/);
    assert.match(source('--port1 993'), /, STARTTLS on port `993` where it is offered, otherwise in the clear,/);
    assert.match(source('--nossl1 --notls1'), /, \*\*in the clear\*\* on port `143`,/);
    assert.match(source('"$@"'), /, encryption not given here,/);
    assert.match(source('--authuser1 admin'), /login by `PLAIN` \(by `--authuser1`\)/);
  });

  it('stays short and hides secrets on the command name, whatever the command holds', () => {
    const many = Array.from({ length: 40 }, (_, index) => `--folder F${index} --bogus${index}`).join(' ');
    const text = markdownAt(
      `IMAPSYNC_PASSWORD1=Hidden imap|sync ${many} --password2 Hidden --oauthaccesstoken1 Hidden --gmail1 --gmail2 --office2`,
    );
    assert.ok(text.split('\n').length <= 25, text);
    assert.match(text, /and 37 more/);
    assert.doesNotMatch(text, /Hidden/);
  });

  it('reads the phase from the marker above', () => {
    const command = 'imaps|ync --host1 a --user1 b --host2 c --user2 d';
    assert.match(
      markdownAt(`# imapsync-lint: pre-cutover until 2026-12-01\n${command}`),
      /Phase: pre-cutover until 2026-12-01/,
    );
    assert.match(markdownAt(`# imapsync-lint: pre-cutover until 2026-11-01\n${command}`), /has expired/);
    assert.match(markdownAt(`# imapsync-lint: post-cutover\n${command}`), /Phase: post-cutover/);
  });

  it('explains an unknown option by its likely meanings', () => {
    const text = markdownAt('imapsync --usr1| x');
    assert.match(text, /no option/);
    assert.match(text, /`--user1`/);
  });

  it('says on an option why imapsync refuses the command there', () => {
    assert.match(markdownAt('imapsync --dele|te 2'), /\*\*Refused:\*\* imapsync refuses .*mistyped `--delete2`/);
  });

  it('explains directives and the rules they name', () => {
    const directive = '# imapsync-lint: disable=unknown-option\nimapsync --bogus';
    assert.match(
      markdownAt(directive.replace('lint', 'li|nt')),
      /\*\*Silences\*\* `unknown-option` for the next command/,
    );
    assert.match(markdownAt(directive.replace('unknown', 'unk|nown')), /`unknown-option`\*\* · error · usage/);
    assert.match(
      markdownAt('# imapsync-lint: pre-cut|over until 2026-12-01\nimapsync --delete2'),
      /until 2026-12-01 00:00 UTC MX still points to the source/,
    );
  });

  it('is silent between words and outside of commands', () => {
    assert.equal(hoverAt('ec|ho --user1 x'), null);
    assert.equal(hoverAt('imapsync --user1 x > l|og'), null);
    assert.equal(hoverAt('# a com|ment\nimapsync --user1 x'), null);
  });

  it('works in a profile', () => {
    assert.match(markdownAt('--user1 a\n--us|er2 b\n', 'profile'), /`--user1` for the source is `a`/);
  });

  it('keeps what a hostile value holds from becoming Markdown', () => {
    const text = markdownAt("imapsync --user1| 'a`b](command:x)<img src=x>'");
    assert.ok(text.includes('``a`b](command:x)<img src=x>``'), text);
  });
});
