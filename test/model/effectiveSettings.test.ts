import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Implication } from '../../server/src/core/catalogue/optionFact.js';
import { findOption, optionFacts } from '../../server/src/core/catalogue/options.js';
import { presets } from '../../server/src/core/catalogue/presets.js';
import { effectiveSettings, type SettingsContext } from '../../server/src/core/model/effectiveSettings.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import { implyingOptions } from '../../server/src/core/model/settings/impliedSettings.js';
import { hiddenSecret, type Setting } from '../../server/src/core/model/settings/setting.js';
import { settingsRemarks } from '../../server/src/core/model/settingsRemarks.js';
import { createArgumentLists } from '../oracle/argumentLists.js';
import { createRandom } from '../seededRandom.js';
import { invocationOf, invocationOfArguments } from './invocations.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';

function settingsOf(options: string, context: SettingsContext = {}): readonly Setting[] {
  return effectiveSettings(invocationOf(`imapsync ${options}`), context);
}

/** The one value of an option, and where it comes from. */
function settingOf(settings: readonly Setting[], option: string): readonly [Setting['value'], string] | undefined {
  const found = settings.filter((setting) => setting.option === option);
  assert.ok(found.length < 2, `${option} has several values`);
  const [setting] = found;
  if (setting === undefined) return undefined;
  const { value, origin, by } = setting;
  return [value, by === undefined ? origin : `${origin} ${by}`];
}

/** The values of a list in order, and where each comes from. */
function listOf(settings: readonly Setting[], option: string): readonly string[] {
  return settings
    .filter((setting) => setting.option === option)
    .map(({ value, origin, by }) => `${value} (${by ?? origin})`);
}

/** The arguments that give an option some value. */
function giving(name: string): readonly string[] {
  const fact = findOption(name);
  if (fact === undefined || fact.value === 'none') return [`--${name}`];
  return [`--${name}`, fact.value === 'string' ? 'x' : fact.value === 'key=value' ? 'k=v' : '1'];
}

function holds(settings: readonly Setting[], implication: Implication, by: string): boolean {
  return settings.some(
    (setting) =>
      setting.option === implication.option &&
      (setting.value === implication.value ||
        (setting.value === hiddenSecret && findOption(setting.option)?.secret === true)) &&
      setting.by === by,
  );
}

describe('Effective settings', () => {
  describe('of every option that sets others', () => {
    for (const fact of optionFacts) {
      if (fact.implies.length === 0 || fact.group === 'presets') continue;
      it(`hold what --${fact.name} sets, with its name`, () => {
        const settings = effectiveSettings(invocationOfArguments(giving(fact.name)));
        for (const implication of fact.implies)
          assert.ok(holds(settings, implication, fact.name), `${implication.option}: ${JSON.stringify(settings)}`);
      });
    }

    it('are made in an order that names every such option once', () => {
      const implying = optionFacts.filter(({ implies, group }) => implies.length > 0 && group !== 'presets');
      assert.deepEqual([...implyingOptions].sort(), implying.map(({ name }) => name).sort());
    });
  });

  describe('of every preset', () => {
    for (const { names, settings: made } of presets) {
      const by = names.join('+');
      it(`hold what --${names.join(' --')} sets, with its name`, () => {
        const settings = effectiveSettings(invocationOfArguments(names.map((name) => `--${name}`)));
        for (const { option, value, unless } of made) {
          assert.ok(holds(settings, { option, value }, by), option);
          if (unless === undefined) continue;
          const without = effectiveSettings(
            invocationOfArguments([`--${unless}`, ...names.map((name) => `--${name}`)]),
          );
          assert.ok(!holds(without, { option, value }, by), `${option} in spite of --${unless}`);
        }
      });

      it(`leave alone what is written beside --${names.join(' --')}, as far as the preset does`, () => {
        for (const { option, value, how } of made) {
          if (how === 'append') continue;
          const own = typeof value === 'boolean' ? [`--${value ? 'no' : ''}${option}`] : [`--${option}`, '7'];
          const settings = effectiveSettings(invocationOfArguments([...own, ...names.map((name) => `--${name}`)]));
          const [found] = settings.filter((setting) => setting.option === option);
          assert.equal(found?.origin, how === 'always' ? 'preset' : 'written', option);
          if (how === 'always') assert.equal(found.overrides?.value, '7');
        }
      });
    }
  });

  describe('take over what is written', () => {
    it('with the last of several values, and what it overrode', () => {
      const [host] = settingsOf('--host1 a --host1=b').filter(({ option }) => option === 'host1');
      assert.deepEqual([host?.value, host?.origin, host?.overrides?.value], ['b', 'written', 'a']);
    });

    it('with all values of a list, and of a hash the last for each key', () => {
      assert.deepEqual(listOf(settingsOf('--exclude a --exclude b'), 'exclude'), ['a (written)', 'b (written)']);
      assert.deepEqual(listOf(settingsOf('--sslargs1 a=1 --sslargs1 b=2 --sslargs1 a=3'), 'sslargs1'), [
        'a=3 (written)',
        'b=2 (written)',
      ]);
    });

    it('with no-forms', () => {
      assert.deepEqual(settingOf(settingsOf('--delete2 --nodelete2duplicates'), 'delete2duplicates'), [
        false,
        'written',
      ]);
    });

    it('with the place where it stands', () => {
      const text = 'imapsync --dry --user1 "a"';
      const places = effectiveSettings(invocationOf(text))
        .filter(({ origin }) => origin === 'written')
        .map(({ range }) => text.slice(range?.start, range?.end));
      assert.deepEqual(places, ['--user1 "a"', '--dry']);
    });

    it('with variables by their names where the value is not known', () => {
      const [host] = settingsOf('--host1 mail.$DOMAIN').filter(({ option }) => option === 'host1');
      assert.deepEqual([host?.value, host?.shown], [null, 'mail.$DOMAIN']);
    });

    it('and say how imapsync reads hosts and users with blanks', () => {
      const settings = settingsOf("--host1 ' imap.example/' --user1 ' a b '");
      assert.deepEqual(
        settings.filter(({ note }) => note?.startsWith('read as')).map(({ note }) => note),
        ['read as imap.example', 'read as a b'],
      );
    });
  });

  describe('follow the order of the program', () => {
    const cases: readonly (readonly [options: string, option: string, value: string | boolean | null, from: string])[] =
      [
        ['--gmail1 --maxbytespersecond 0', 'maxbytespersecond', '40000', 'preset gmail1'],
        ['--gmail1 --maxsleep 0', 'maxsleep', '0', 'written'],
        ['--gmail1 --gmail2', 'maxbytespersecond', '20000', 'preset gmail1+gmail2'],
        ['--office2 --exchange2', 'maxsize', '45000000', 'preset office2'],
        ['--domino1 --sep1 /', 'sep1', '\\', 'preset domino1'],
        ['--delete2 --syncduplicates', 'uidexpunge2', true, 'implied delete2'],
        ['--delete2duplicates --nouidexpunge2', 'uidexpunge2', false, 'written'],
        ['--delete1 --noexpunge1', 'expunge1', false, 'written'],
        ['--useuid --nousecache', 'usecache', false, 'written'],
        ['--nodelete2folders --delete2foldersonly x', 'delete2folders', true, 'implied delete2foldersonly'],
        ["--delete2foldersonly ''", 'delete2folders', true, 'implied delete2foldersonly'],
        ['--idatefromheader --syncinternaldates', 'syncinternaldates', false, 'implied idatefromheader'],
        ['--automap --subfolder2 x', 'automap', false, 'implied subfolder2'],
        ['--gmail1 --subfolder2 x', 'automap', false, 'implied subfolder2'],
        ['--host1 h --authuser1 a --authmd5', 'authmech1', 'CRAM-MD5', 'implied authmd51'],
        ['--host1 h --authuser1 a', 'authmech1', 'PLAIN', 'implied authuser1'],
        ['--host1 h --authuser1 a --authmech1 LOGIN', 'authmech1', 'LOGIN', 'written'],
        ["--host1 h --authuser1 ''", 'authmech1', 'LOGIN', 'default'],
        ['--host1 h --oauthaccesstoken1 t --authmech1 PLAIN', 'authmech1', 'XOAUTH2', 'implied oauthaccesstoken1'],
        ['--host1 h --oauthaccesstoken1 t --oauthdirect1 d', 'authmech1', 'XOAUTH2', 'implied oauthdirect1'],
        ['--host1 h --oauthdirect1 t --authmech1 x-masterauth', 'authmech1', 'x-masterauth', 'written'],
        ['--justfolders', 'foldersizesatend', true, 'implied justfolders'],
        ['--justfolders --nofoldersizes', 'foldersizes', false, 'written'],
        ['--dry --nodry1', 'dry1', false, 'written'],
        ['--timeout 5', 'timeout2', '5', 'implied timeout'],
        ['--timeout 5 --timeout2 7', 'timeout2', '7', 'written'],
        ['', 'timeout1', '120', 'default'],
        ['', 'keepalive1', true, 'default'],
        ['--search ALL', 'search2', 'ALL', 'implied search'],
        ['--noabletosearch', 'abletosearch2', false, 'implied abletosearch'],
        ['--checkmessageexists --noabletosearch1', 'checkmessageexists', false, 'implied noabletosearch1'],
        ['--errorsmax 0', 'errorsmax', '50', 'default'],
        ['--buffersize 0', 'buffersize', '4096', 'default'],
        ['--nolog', 'logdir', null, 'absent'],
        ['--host1 h --ssl1', 'port1', '993', 'default'],
        ['--gmail1', 'port1', '993', 'default'],
        ['--host1 h --tls1', 'port1', '143', 'default'],
        ['--host1 h --port1 0', 'port1', '143', 'default'],
        ['--host1 h', 'port1', null, 'default'],
        ['--host1 h', 'ssl1', null, 'default'],
        ['--host1 h --nosslcheck', 'ssl1', false, 'default'],
        ['--host1 h --port1 993', 'ssl1', false, 'default'],
        ['--host1 h --ssl1', 'tls1', null, 'absent'],
        ['--host1 h --nossl1 --notls1', 'tls1', false, 'written'],
        ['--delete2 --syncduplicates', 'delete2duplicates', null, 'absent'],
        ['--justfolders --nofoldersizes', 'foldersizesatend', false, 'implied foldersizes'],
      ];
    for (const [options, option, value, from] of cases) {
      it(`${options || 'no option'} → --${option} ${value ?? '?'} (${from})`, () => {
        const expected = from === 'absent' ? undefined : [value, from];
        assert.deepEqual(settingOf(settingsOf(options), option), expected);
      });
    }

    it('in lists: built-in rules of options in front, presets behind', () => {
      assert.deepEqual(listOf(settingsOf("--gmail1 --subfolder2 x --regextrans2 's/a/b/'"), 'regextrans2'), [
        'null (subfolder2)',
        's/a/b/ (written)',
        's,\\[Gmail\\].,, (gmail1)',
      ]);
      assert.deepEqual(listOf(settingsOf(''), 'useheader'), ['Message-Id (default)', 'Received (default)']);
      assert.deepEqual(listOf(settingsOf('--useheader Subject'), 'useheader'), ['Subject (written)']);
    });

    it('in a container of Docker, where no log and no pid file are the default', () => {
      const inDocker = effectiveSettings(invocationOf(`docker run --rm gilleslamiral/imapsync imapsync ${accounts}`));
      assert.deepEqual(settingOf(inDocker, 'log'), [false, 'default']);
      assert.deepEqual(settingOf(inDocker, 'pidfile'), ['', 'default']);
      assert.deepEqual(listOf(inDocker, 'sigexit'), ['INT (default)', 'QUIT (default)', 'TERM (default)']);
      assert.deepEqual(settingOf(settingsOf(`${accounts} --dockercontext`), 'log'), [false, 'default']);
    });
  });

  describe('of passwords', () => {
    const password = (command: string): readonly [Setting['value'], string] | undefined =>
      settingOf(effectiveSettings(invocationOf(command)), 'password1');

    it('come from the passfile before anything else', () => {
      const command = `IMAPSYNC_PASSWORD1=e imapsync ${accounts} --password1 o`;
      const [setting] = effectiveSettings(invocationOf(command)).filter(({ option }) => option === 'password1');
      assert.deepEqual([setting?.origin, setting?.by, setting?.value], ['passfile', 'passfile1', null]);
      assert.deepEqual([setting?.overrides?.origin, setting?.overrides?.overrides?.origin], ['environment', 'written']);
    });

    it('come from the environment before the option', () => {
      const rest = 'imapsync --host1 h --user1 u --host2 h --user2 v --password1 o';
      assert.deepEqual(password(`IMAPSYNC_PASSWORD1=e ${rest}`), [hiddenSecret, 'environment IMAPSYNC_PASSWORD1']);
      assert.deepEqual(password(`env IMAPSYNC_PASSWORD1=e ${rest}`), [hiddenSecret, 'environment IMAPSYNC_PASSWORD1']);
      assert.deepEqual(password(`IMAPSYNC_PASSWORD1= ${rest}`), [hiddenSecret, 'written']);
      assert.deepEqual(password(rest), [hiddenSecret, 'written']);
    });

    it('are asked for where there is none, and where imapsync logs in at all', () => {
      const rest = 'imapsync --host1 h --user1 u --host2 h';
      assert.deepEqual(password(`${rest} --user2 v`), [null, 'unknown']);
      assert.deepEqual(password(`${rest} --user2 v --password1 ' '`), [null, 'unknown']);
      assert.equal(password(`${rest} --user2 v --authmech1 external`), undefined);
      assert.equal(password(`${rest} --user2 v --justconnect`), undefined);
      assert.equal(password(rest), undefined);
    });

    it('are not certain behind a launcher that keeps variables back', () => {
      const command = 'IMAPSYNC_PASSWORD1=e sudo imapsync --host1 h --user1 u --host2 h --user2 v';
      const [setting] = effectiveSettings(invocationOf(command)).filter(({ option }) => option === 'password1');
      assert.equal(setting?.certain, false);
    });
  });

  describe('with an options_extra.txt', () => {
    it('take its options behind those of the command line and before the presets', () => {
      const settings = settingsOf('--gmail1 --folder A --timeout 5', {
        optionsExtra: ['--nossl1', '--folder', 'B', '--timeo', '7', '--errorsmax', '3'],
      });
      assert.deepEqual(settingOf(settings, 'ssl1'), [false, 'options-extra options_extra.txt']);
      assert.deepEqual(listOf(settings, 'folder'), ['A (written)', 'B (options_extra.txt)']);
      assert.equal(settings.find(({ option }) => option === 'errorsmax')?.value, '3');
    });

    it('take no option that can not stand there, nor an abbreviation of several that can', () => {
      const settings = settingsOf('--timeout 5', {
        optionsExtra: ['--dry', '--ssl', '--delete2', 'word', '--timeo', '7'],
      });
      assert.equal(settingOf(settings, 'dry'), undefined);
      assert.equal(settingOf(settings, 'delete2'), undefined);
      assert.equal(settingOf(settings, 'ssl1'), undefined);
      assert.equal(settingOf(settings, 'timeout')?.[0], '5');
    });
  });

  describe('of an open command', () => {
    it('know no absence: no default is taken for certain', () => {
      for (const { origin, value, certain, option } of settingsOf(`${accounts} "$@"`)) {
        assert.notEqual(origin, 'default', option);
        if (origin === 'unknown') assert.deepEqual([value, certain], [null, false], option);
      }
    });

    it('count what is written as given, and say that presets can be overridden', () => {
      const settings = settingsOf('--gmail1 --delete2 "$@"');
      assert.deepEqual(settingOf(settings, 'delete2'), [true, 'written']);
      const host = settings.find(({ option }) => option === 'host1');
      assert.deepEqual([host?.value, host?.by, host?.certain], ['imap.gmail.com', 'gmail1', false]);
    });
  });

  describe('come with remarks', () => {
    const remarks = (command: string): string => {
      const invocation = invocationOf(command);
      return settingsRemarks(invocation, effectiveSettings(invocation)).join('\n');
    };

    it('on what imapsync refuses, presets counted and what is implied later not', () => {
      assert.match(remarks(`imapsync ${accounts} --delete1 --delete2`), /exit code 64: --delete1 with --delete2/);
      assert.match(remarks(`imapsync ${accounts} --gmail1 --usecache`), /--usecache with --skipcrossduplicates/);
      assert.equal(remarks(`imapsync ${accounts} --gmail1 --usecache --noskipcrossduplicates`), '');
      assert.equal(remarks(`imapsync ${accounts} --gmail1 --useuid`), '');
      assert.match(remarks(`imapsync ${accounts} --proxyauth1`), /--proxyauth1 without --authuser1/);
      assert.equal(remarks(`imapsync ${accounts} --proxyauth1 --authuser1 a`), '');
      assert.match(remarks(`imapsync ${accounts} --bogus`), /^Refused with exit code 64: /);
    });

    it('on a connection test, on open commands and on an environment of a web server', () => {
      assert.match(remarks('imapsync --host1 h'), /Connection test only/);
      assert.equal(remarks('imapsync --host1 h --justconnect'), '');
      assert.match(remarks('imapsync'), /^Without any argument imapsync prints its help/);
      assert.match(remarks('imapsync "$@"'), /^More options can come/);
      assert.match(remarks(`SERVER_SOFTWARE=x imapsync ${accounts}`), /ignores its command line/);
      assert.equal(remarks(`imapsync ${accounts}`), '');
    });
  });

  it('never hold a secret, wherever it stands', () => {
    const secrets = optionFacts.filter(({ secret }) => secret);
    for (const { name } of secrets) {
      for (const given of [`--${name} Canary`, `--${name}=Canary`, `--${name} Canary1 --${name} "Canary$X"`]) {
        const command = `IMAPSYNC_PASSWORD1=Canary env IMAPSYNC_PASSWORD2=Canary imapsync ${accounts} ${given}`;
        const invocation = invocationOf(command);
        const settings = effectiveSettings(invocation);
        assert.doesNotMatch(JSON.stringify([settings, settingsRemarks(invocation, settings)]), /Canary/, command);
      }
    }
  });

  it('never throw, and what they call written is what Getopt::Long hands over', () => {
    const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const next = createArgumentLists(createRandom(seed));
    for (let index = 0; index < 3000; index++) checkWritten(invocationOfArguments(next()));
  });

  it('never throw on any words of an options_extra.txt', () => {
    const invocation = invocationOf(`imapsync ${accounts}`);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('--folder', '--ssl1', '--nossl2', '--timeout')), {
          maxLength: 8,
        }),
        (optionsExtra) => {
          assert.ok(effectiveSettings(invocation, { optionsExtra }).length > 0);
        },
      ),
    );
  });
});

/** Every written option is there or overridden, and with its last value, those of lists in order. */
function checkWritten(invocation: Invocation): void {
  const settings = effectiveSettings(invocation);
  const message = JSON.stringify(invocation.syntax.words.map(({ value }) => value));
  for (const { name } of invocation.uses) {
    const fact = findOption(name);
    const uses = invocation.all(name);
    const found = settings.filter(({ option }) => option === name);
    if (fact?.secret === true || fact === undefined) continue;
    if (fact.value === 'key=value') {
      assert.ok(
        found.some(({ value }) => value === uses.at(-1)?.value),
        message,
      );
    } else if (fact.repeatable) {
      const written = found.filter(({ origin }) => origin === 'written').map(({ value }) => value);
      assert.deepEqual(
        written,
        uses.map(({ value }) => value),
        message,
      );
    } else {
      let setting: Setting | undefined = found[0];
      while (setting !== undefined && setting.origin !== 'written') setting = setting.overrides;
      const last = uses.at(-1);
      assert.equal(setting?.value, last?.valueRange === null ? !last.negated : last?.value, `${name} in ${message}`);
    }
  }
}
