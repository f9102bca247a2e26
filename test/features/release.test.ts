import assert from 'node:assert/strict';
import { allOptionFacts } from '../../server/src/core/catalogue/options.js';
import { lackText, releaseDifferences, releaseSpan } from '../../server/src/core/features/releaseText.js';
import {
  analyse,
  createLanguageService,
  type FileDialect,
  lint,
  type OptionFact,
  planAt,
  type Release,
} from '../../server/src/core/languageService.js';
import { now } from './cursor.js';

const service = createLanguageService();

function at(source: string, release: Release | null, dialect: FileDialect = 'posix') {
  const offset = source.indexOf('|');
  const analysis = analyse(source.slice(0, offset) + source.slice(offset + 1), dialect, undefined, release);
  return { analysis, offset };
}

function markdownAt(source: string, release: Release | null, dialect?: FileDialect): string {
  const { analysis, offset } = at(source, release, dialect);
  return service.hover(analysis, offset, { now })?.markdown ?? assert.fail(`nothing is said at ${source}`);
}

function labelsAt(source: string, release: Release | null, dialect?: FileDialect): readonly string[] {
  const { analysis, offset } = at(source, release, dialect);
  return service.complete(analysis, offset, { byBlank: false, now }).entries.map(({ label }) => label);
}

function rulesOf(text: string, release: Release | null): readonly string[] {
  return lint(analyse(text, 'posix', undefined, release), { now }).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the release in force', () => {
  it('decides what an unknown option is', () => {
    const error = 'unknown-option error';
    const refresh = 'imapsync --oauthrefreshcmd1 x';
    assert.ok(!rulesOf(refresh, null).includes(error), 'an option of a later release is not unknown');
    assert.ok(rulesOf(refresh, '2.229').includes(error));
    assert.ok(!rulesOf(refresh, '2.267').includes(error));
    assert.ok(rulesOf('imapsync --delete', '2.314').includes('ambiguous-option error'));
    assert.ok(!rulesOf('imapsync --delete', null).some((rule) => rule.endsWith('option error')));
    assert.ok(rulesOf('imapsync --brandnew', '2.324').includes('unknown-option warning'), 'of 2.324 no list is known');
    assert.ok(rulesOf('imapsync --brandnew', null).includes(error));
  });

  it('is that of the analysis, also where an earlier analysis is taken along', () => {
    const text = 'imapsync --testslive2';
    const before = analyse(text, 'posix', undefined, '2.229');
    const after = analyse(text, 'posix', before, '2.314');
    assert.equal(before.invocations[0]?.errors.length, 1);
    assert.equal(after.invocations[0]?.errors.length, 0);
    assert.equal(after.invocations[0]?.release, '2.314');
    const further = analyse(`# a comment\n${text}`, 'posix', after, '2.229');
    assert.equal(further.invocations[0]?.errors.length, 1);
  });

  it('decides whether a lone -- is one word too many', () => {
    assert.ok(!rulesOf('imapsync --dry --', '2.277').some((rule) => rule.startsWith('extra-argument')));
    assert.ok(rulesOf('imapsync --dry --', '2.314').includes('extra-argument error'));
  });

  it('makes a command open where an option holds options of its own', () => {
    const [invocation] = analyse('imapsync --extra "--delete2"', 'posix').invocations;
    assert.equal(invocation?.open, true);
    assert.equal(invocation.isAbsent('delete2'), false);
  });

  for (const dialect of ['posix', 'cmd', 'powershell', 'profile'] as const) {
    const command = dialect === 'profile' ? '' : 'imapsync ';
    it(`is told where it lacks an option that is offered elsewhere (${dialect})`, () => {
      assert.ok(!labelsAt(`${command}--ext|`, '2.229', dialect).includes('--extra'));
      assert.ok(labelsAt(`${command}--ext|`, '2.314', dialect).includes('--extra'));
      assert.ok(labelsAt(`${command}--ext|`, null, dialect).includes('--extra'));
      assert.ok(!labelsAt(`${command}--debug|`, '2.314', dialect).includes('--debugcgi'));
      assert.ok(labelsAt(`${command}--debug|`, null, dialect).includes('--debugcgi'));
      assert.match(markdownAt(`${command}--oauthre|freshcmd1 x`, '2.229', dialect), /no option|has no/);
    });
  }

  it('is told in a hover: what changed, and from which release on', () => {
    const unknown = markdownAt('imapsync --tmp|dir x', null);
    assert.match(unknown, /From 2\.250 \(2023-07-19\) on: The default is tmp in the home directory/);
    const later = markdownAt('imapsync --tmp|dir x', '2.314');
    assert.match(later, /Since 2\.250: The default is tmp/);
    assert.match(later, /Checked against release 2\.229, with what changed up to 2\.314\./);
    assert.match(
      markdownAt('imapsync --email|report1', '2.200'),
      /Only from 2\.223 .* on, not in 2\.200: Off by default/,
    );
    assert.doesNotMatch(markdownAt('imapsync --email|report1', '2.229'), /2\.223 /);
  });

  it('is told in a hover: the beginning, the end and the names of an option', () => {
    assert.match(
      markdownAt('imapsync --oauthre|freshcmd1 x', null),
      /Since release 2\.267\..*oauthrefreshscript1.*2\.266/,
    );
    assert.match(markdownAt('imapsync --debug|cgi', null), /went between release 2\.290, which has it, and 2\.314/);
    assert.match(
      markdownAt('imapsync --debug|cgi', '2.300'),
      /\*\*Not in this release:\*\* imapsync 2\.300 may have no/,
    );
    assert.match(markdownAt('imapsync --debug|cgi', '2.314'), /imapsync 2\.314 has no option `--debugcgi`/);
    const absent = markdownAt('imapsync --oauthre|freshcmd1 x', '2.229');
    assert.match(absent, /^imapsync 2\.229 has no option.*Release 2\.267 brought it\./);
    assert.match(absent, /Runs a shell command before every OAuth login to host1/);
    assert.match(markdownAt('imapsync --del|ete1', null), /other name `--delete`/);
  });

  it('is named for every option, whether it is known or not', () => {
    const check = (fact: OptionFact, release: Release | null): void => {
      const texts = [releaseSpan(fact, release), ...releaseDifferences(fact, release), lackText(fact, release) ?? 'A.'];
      for (const text of texts)
        assert.match(text, /^[A-Z-][^\n!]*\.$|^imapsync [12][^\n!]*\.$/, `${fact.name}: ${text}`);
      assert.match(texts[0]!, /release 2\.\d{3}/, fact.name);
    };
    for (const fact of allOptionFacts)
      for (const release of [null, '1.900', '2.200', '2.314', '2.320']) check(fact, release);
  });

  it('hides what --extra holds, which can be a password', () => {
    const markdown = markdownAt("imapsync --extra '--password1 T0p|secret'", null);
    assert.doesNotMatch(markdown, /T0psecret/);
  });

  it('lets no pass run what later options run', () => {
    const text =
      "imapsync --host1 a --user1 b --passfile1 c --host2 d --user2 e --passfile2 f --oauthrefreshcmd1 'rm x' --extra '--nodry' --testslive2";
    const analysis = analyse(text, 'posix', undefined, '2.314');
    const answer = planAt(
      analysis,
      { start: 0, end: text.length },
      { pass: 'dry', variables: {}, scriptDirectory: '/s' },
    );
    assert.equal(answer?.plan.refused, null);
    for (const name of ['oauthrefreshcmd1', 'extra', 'testslive2'])
      assert.ok(!answer.plan.argv.includes(`--${name}`), name);
    assert.ok(!answer.plan.argv.some((word) => word.includes('rm x') || word.includes('--nodry ')));
  });
});
