import assert from 'node:assert/strict';
import type { PassPlan } from '../../server/src/core/languageService.js';
import { accountText, planned } from './support/planned.js';

/** The arguments behind our own: `--noexpunge1` and what follows the last own option. */
function userArguments(plan: PassPlan): readonly string[] {
  return plan.argv.slice(plan.argv.indexOf('imapsync.log') + 1);
}

function changeOf(plan: PassPlan, option: string) {
  return plan.changes.filter((change) => change.option === option).map(({ action }) => action);
}

describe('planPass', () => {
  describe('arguments', () => {
    it('puts our own options first, then the user’s, written in full', () => {
      const { plan } = planned(
        'imapsync -host1=h1 --USER1 u1 --host2 h2 --user2 u2 --maxsi 10_000 +nosubscribe --ipv4',
      );
      assert.deepEqual(plan.argv.slice(0, 14), [
        '--dry',
        '--nodockercontext',
        '--noreleasecheck',
        '--noemailreport1',
        '--noemailreport2',
        '--log',
        '--pidfile',
        '{private}/imapsync.pid',
        '--tmpdir',
        '{private}/tmp',
        '--logdir',
        '{private}',
        '--logfile',
        'imapsync.log',
      ]);
      assert.deepEqual(userArguments(plan), [
        '--host1',
        'h1',
        '--user1',
        'u1',
        '--host2',
        'h2',
        '--user2',
        'u2',
        '--maxsize',
        '10000',
        '--nosubscribe',
        '--inet4',
      ]);
    });

    it('adds the switch of the pass and leaves other ends out', () => {
      const just = ['justconnect', 'justlogin', 'justfolders'];
      const ends = (pass: PassPlan['pass']) =>
        planned(`imapsync ${accountText} --nojustlogin --justconnect --justfolders --justfoldersizes`, {
          pass,
        }).plan.argv.filter((word) => word.includes('just'));
      assert.deepEqual(ends('connect'), [`--${just[0]}`]);
      assert.deepEqual(ends('login'), [`--${just[1]}`]);
      assert.deepEqual(ends('folders'), [`--${just[2]}`]);
    });

    it('keeps an end that the user chose in a dry pass, and what ends before the servers in none', () => {
      const { plan } = planned(`imapsync ${accountText} --justfolders --justbanner --version --help`);
      assert.deepEqual(
        plan.argv.filter((word) => /^--(?:just|version|help)/.test(word)),
        ['--justfolders'],
      );
      assert.deepEqual(changeOf(plan, '--justbanner'), ['removed']);
    });

    it('can not be kept from its own options by a value that swallows or a lone --', () => {
      const { plan } = planned(`imapsync ${accountText} --folder --dry --include --`);
      assert.equal(plan.argv[0], '--dry');
      assert.deepEqual(userArguments(plan).slice(-4), ['--folder', '--dry', '--include', '--']);
    });

    it('drops what imapsync ignores behind an empty word', () => {
      const { plan } = planned(`imapsync ${accountText} '' rest -- more`);
      assert.equal(plan.refused, null);
      assert.ok(!plan.argv.includes('rest') && !plan.argv.includes('more') && !plan.argv.includes(''));
    });

    it('makes file names absolute and leaves other values alone', () => {
      const { plan } = planned(
        `imapsync ${accountText} --passfile1 ./a/p1 --passfile2 /abs/p2 --sslargs1 SSL_ca_file=ca.pem --sslargs1 SSL_verify_mode=1 --folder ./x`,
      );
      assert.ok(plan.argv.includes('/scripts/a/p1'));
      assert.ok(plan.argv.includes('/abs/p2'));
      assert.ok(plan.argv.includes('SSL_ca_file=/scripts/ca.pem'));
      assert.ok(plan.argv.includes('SSL_verify_mode=1'));
      assert.ok(plan.argv.includes('./x'));
    });

    it('makes file names absolute from a Windows folder', () => {
      const { plan } = planned(`imapsync ${accountText} --passfile1 'C:\\keys\\p1' --passfile2 'keys\\p2'`, {
        scriptDirectory: 'D:\\jobs',
      });
      assert.ok(plan.argv.includes('C:\\keys\\p1') && plan.argv.includes('D:\\jobs\\keys\\p2'));
    });
  });

  describe('what is not dry', () => {
    it('says how each way round --dry is met', () => {
      const { plan } = planned(
        `imapsync ${accountText} --nodry --nodry1 --delete1 --expunge1 --pipemess 'touch x' --pidfile /run/x.pid --nolog --usecache --useuid --dockercontext`,
      );
      assert.deepEqual(
        [
          '--nodry',
          '--nodry1',
          '--delete1',
          '--expunge1',
          '--pipemess',
          '--pidfile',
          '--nolog',
          '--usecache',
          '--useuid',
          '--dockercontext',
        ].map((option) => [option, ...changeOf(plan, option)]),
        [
          ['--nodry', 'removed'],
          ['--nodry1', 'removed'],
          ['--delete1', 'removed'],
          ['--expunge1', 'replaced'],
          ['--pipemess', 'removed'],
          ['--pidfile', 'replaced'],
          ['--nolog', 'replaced'],
          ['--usecache', 'replaced'],
          ['--useuid', 'replaced'],
          ['--dockercontext', 'replaced'],
        ],
      );
    });

    it('keeps the deletions on the destination, which --dry only lists', () => {
      const { plan } = planned(
        `imapsync ${accountText} --delete2 --delete2folders --delete2foldersonly '/^Own$/' --delete2duplicates`,
      );
      assert.deepEqual(userArguments(plan).slice(-5), [
        '--delete2',
        '--delete2folders',
        '--delete2foldersonly',
        '/^Own$/',
        '--delete2duplicates',
      ]);
    });

    it('takes the expunge of the source out of the Gmail preset', () => {
      const { plan } = planned('imapsync --gmail2 --host1 h1 --user1 u1 --user2 u2');
      assert.ok(plan.argv.includes('--noexpunge1'));
      assert.deepEqual(changeOf(plan, '--noexpunge1'), ['added']);
      assert.ok(!planned(`imapsync ${accountText}`).plan.argv.includes('--noexpunge1'));
    });

    it('says that imapsync refuses both deletions together', () => {
      const reason = (text: string) =>
        planned(`imapsync ${accountText} ${text}`).plan.changes.find(({ option }) => option === '--delete1')?.reason ??
        '';
      assert.match(reason('--delete1 --delete2'), /exit code 64/);
      assert.doesNotMatch(reason('--delete1 --nodelete2'), /exit code 64/);
    });

    it('keeps plain Perl operators and takes out all others', () => {
      const kept = (value: string) =>
        planned(`imapsync ${accountText} --regextrans2 ${value}`).plan.argv.includes('--regextrans2');
      assert.ok(kept("'s/^Sent$/Sent Items/'"));
      assert.ok(!kept("'s/a/b/; unlink <*>'"));
      assert.ok(kept('"$RULE"'), 'not known yet');
    });

    it('takes out values that would reach the server as commands', () => {
      const { plan } = planned(
        `imapsync ${accountText} --search $'ALL\\r\\nx EXPUNGE' --useheader 'X)] BODY[' --fetch_hash_set '1 BODY[]'`,
      );
      assert.deepEqual(
        ['--search', '--useheader', '--fetch_hash_set'].flatMap((option) => changeOf(plan, option)),
        ['removed', 'removed', 'removed'],
      );
      assert.ok(!plan.argv.includes('--search'));
    });

    it('takes out names of functions among the arguments for TLS', () => {
      const { plan } = planned(
        `imapsync ${accountText} --sslargs1 SSL_passwd_cb=main::abort --sslargs1 SSL_verify_mode=1`,
      );
      assert.deepEqual(changeOf(plan, '--sslargs1'), ['removed']);
      assert.deepEqual(userArguments(plan).slice(-2), ['--sslargs1', 'SSL_verify_mode=1']);
    });

    it('does nothing on the way that the script asks for by variables', () => {
      const { plan } = planned(`PERL5LIB=/x PATH=/x TMPDIR=/x TZ=UTC SERVER_SOFTWARE=1 imapsync ${accountText}`);
      assert.deepEqual(plan.env, {
        TZ: 'UTC',
        SERVER_SOFTWARE: null,
        NET_SERVER_SOFTWARE: null,
        POSIXLY_CORRECT: null,
        PERL5OPT: null,
        PERL5DB: null,
      });
      assert.deepEqual(
        ['PERL5LIB', 'PATH', 'TMPDIR'].flatMap((name) => changeOf(plan, name)),
        ['removed', 'removed', 'removed'],
      );
    });

    it('runs in an empty private folder, where no options_extra.txt can be', () => {
      assert.equal(planned(`imapsync ${accountText}`).plan.cwd, '{private}');
    });
  });

  describe('what it refuses', () => {
    const refusal = (script: string, pass: PassPlan['pass'] = 'dry') => planned(script, { pass }).plan.refused;

    it('is a command without both accounts, since imapsync then only connects', () => {
      assert.match(refusal('imapsync --host1 h1 --user1 u1 --host2 h2') ?? '', /--user2 has no value/);
      assert.match(
        refusal("imapsync --host1 h1 --user1 u1 --host2 ' / ' --user2 0") ?? '',
        /--host2 and --user2 have no value/,
      );
      assert.equal(refusal('imapsync --gmail1 --user1 u1 --office2 --user2 u2'), null);
      assert.match(refusal('imapsync --version') ?? '', /--host1, --user1, --host2|--host1, --host2/);
    });

    it('is not a connect pass with one server', () => {
      assert.equal(refusal('imapsync --host1 h1', 'connect'), null);
      assert.match(refusal('imapsync --user1 u1', 'connect') ?? '', /--host1 and --host2/);
    });

    it('is nothing that could still be given by words that only the shell knows', () => {
      assert.equal(refusal('imapsync --host1 h1 "$@"'), null);
    });

    it('is a command that imapsync refuses, without quoting a word of it', () => {
      assert.match(refusal(`imapsync ${accountText} --pasword1=canary`) ?? '', /no option --pasword1\b/);
      assert.match(refusal(`imapsync ${accountText} --password1 two canary`) ?? '', /neither an option nor a value/);
      assert.doesNotMatch(refusal(`imapsync ${accountText} --password1 two canary`) ?? '', /canary/);
    });

    it('is a command that is only half written', () => {
      assert.match(refusal(`imapsync ${accountText} --folder 'Sent`) ?? '', /middle of a quote/);
    });

    it('leaves a plan empty', () => {
      const { plan, secrets } = planned('imapsync --host1 h1 --password1 canary');
      assert.deepEqual([plan.argv, plan.files, secrets.contents], [[], [], {}]);
    });
  });

  describe('the program', () => {
    it('is the one that the command names, made absolute', () => {
      assert.equal(planned(`imapsync ${accountText}`).plan.executable, 'imapsync');
      assert.equal(planned(`./bin/imapsync ${accountText}`).plan.executable, '/scripts/bin/imapsync');
      assert.equal(planned(`/opt/x/imapsync ${accountText}`).plan.executable, '/opt/x/imapsync');
    });

    it('is the configured one where there is one, with its own arguments in front', () => {
      const { plan } = planned(`sudo imapsync ${accountText}`, { executable: ['perl', '/my/imapsync'] });
      assert.equal(plan.executable, 'perl');
      assert.deepEqual(plan.argv.slice(0, 2), ['/my/imapsync', '--dry']);
    });

    it('is started without launchers, which the plan tells', () => {
      const { plan } = planned(`sudo -u mail timeout 5m imapsync ${accountText}`);
      assert.equal(plan.executable, 'imapsync');
      assert.deepEqual(changeOf(plan, 'sudo'), ['removed']);
      const docker = planned(`docker run --rm gilleslamiral/imapsync imapsync ${accountText}`).plan;
      assert.equal(docker.executable, 'imapsync');
      assert.match(docker.changes.find(({ option }) => option === 'docker')?.reason ?? '', /container/);
    });

    it('is still Perl where the command says just perl', () => {
      const { plan } = planned(`perl ./imapsync ${accountText}`);
      assert.deepEqual([plan.executable, plan.argv[0]], ['perl', '/scripts/imapsync']);
    });
  });
});
