import assert from 'node:assert/strict';
import type { FileDialect } from '../../server/src/core/languageService.js';
import { samples } from '../features/dialectSamples.js';
import { accounts, planned } from './support/planned.js';

const both = accounts.join(' ');

/** The words behind the accounts of a command in a script of this dialect. */
function words(dialect: FileDialect, rest: string, variables: Readonly<Record<string, string>> = {}) {
  const { plan } = planned(`imapsync ${both} ${rest}`, { variables }, dialect);
  assert.equal(plan.refused, null);
  return {
    rest: plan.argv.slice(plan.argv.indexOf('u2') + 1),
    unresolved: plan.unresolved.map(({ name }) => name),
  };
}

describe('the plan of a pass', () => {
  for (const { what, dialect, text } of samples) {
    it(`is the same for a command in ${what}`, () => {
      const inScript = planned(samples[0]!.text).plan;
      const { plan } = planned(text, {}, dialect);
      assert.equal(plan.refused, null);
      assert.deepEqual(plan.argv, inScript.argv);
      assert.match(plan.executable, /^(?:\/usr\/bin\/)?imapsync$/);
    });
  }

  it('takes variables of a batch file whatever their letter case, and asks for those it has no value for', () => {
    assert.deepEqual(words('cmd', '--folder "%Folder%"', { FOLDER: 'a b' }).rest, ['--folder', 'a b']);
    assert.deepEqual(words('cmd', '--folder "x%F%y"', { f: '1' }).rest, ['--folder', 'x1y']);
    const delayed = planned(
      `setlocal EnableDelayedExpansion\nimapsync ${both} --folder !G!`,
      { variables: { g: '2' } },
      'cmd',
    );
    assert.equal(delayed.plan.argv.at(-1), '2');
    assert.deepEqual(words('cmd', '--folder "%F:~0,3%"', { F: 'abcdef' }).unresolved, ['%F:~0,3%']);
  });

  it('reads the value of an unquoted variable of a batch file as a part of the command line', () => {
    assert.deepEqual(words('cmd', '%OPTS% --automap', { OPTS: '--folder "Sent Items"' }).rest, [
      '--folder',
      'Sent Items',
      '--automap',
    ]);
    assert.deepEqual(words('cmd', '%OPTS% --automap', { OPTS: '' }).rest, ['--automap']);
  });

  it('hands a variable of PowerShell over whole, and its lists item by item', () => {
    assert.deepEqual(words('powershell', '--folder $Folder', { folder: 'Sent Items' }).rest, [
      '--folder',
      'Sent Items',
    ]);
    assert.deepEqual(words('powershell', '@more --automap', { more: "--folder 'Sent Items'" }).rest, [
      '--folder',
      'Sent Items',
      '--automap',
    ]);
    assert.deepEqual(words('powershell', '--folder "$($x.Name)"', { x: 'a' }).unresolved, ['$($x.Name)']);
  });

  it('runs the program that Windows scripts name', () => {
    const executable = (script: string, dialect: FileDialect): string =>
      planned(`${script} ${both}`, { scriptDirectory: 'C:\\move' }, dialect).plan.executable;
    assert.equal(
      executable('"C:\\Program Files\\imapsync\\imapsync.exe"', 'cmd'),
      'C:\\Program Files\\imapsync\\imapsync.exe',
    );
    assert.equal(executable('call imapsync.exe', 'cmd'), 'imapsync.exe');
    assert.equal(executable('%~dp0imapsync.exe', 'cmd'), 'C:\\move\\imapsync.exe');
    assert.equal(executable('.\\imapsync.exe', 'powershell'), 'C:\\move\\imapsync.exe');
    assert.equal(executable("& 'C:\\tools\\imapsync.exe'", 'powershell'), 'C:\\tools\\imapsync.exe');
    assert.equal(executable('& "$PSScriptRoot\\imapsync.exe"', 'powershell'), 'C:\\move\\imapsync.exe');
  });
});
