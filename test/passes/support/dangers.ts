import { wordsOf } from '../../../server/src/core/getopt/argvWords.js';
import { parseOptions } from '../../../server/src/core/getopt/parseOptions.js';
import type { OptionUse } from '../../../server/src/core/getopt/result.js';
import { imapsyncOptions, optionFacts } from '../../../server/src/core/languageService.js';

/** Options that act in spite of --dry, written down here a second time so that no list of the planner vouches for itself. */
const neverThere = [
  'delete1',
  'expunge1',
  'abort',
  'abortbyfile',
  'pipemess',
  'maxlinelengthcmd',
  'tests',
  'testsdebug',
  'testsunit',
  'testslive',
  'testslive6',
  'fixcolonbug',
  'emailreport1',
  'emailreport2',
  'releasecheck',
  'pidfilelocking',
  'tail',
  'showpasswords',
  'debugcontent',
  'debugenv',
  'dockercontext',
  'password1',
  'password2',
  'version',
  'help',
  'justbanner',
  'dry1',
  'simulong',
  'memorystress',
  'sigexit',
  'sigreconnect',
  'sigignore',
];

const perl = ['regextrans2', 'regexmess', 'skipmess', 'regexflag', 'delete2foldersonly', 'delete2foldersbutnot'];

/** What is not dry about the arguments of a plan, read by the catalogue's own rules; empty when all is well. */
export function dangersOf(argv: readonly string[]): readonly string[] {
  const parse = parseOptions(wordsOf(argv), imapsyncOptions);
  const dangers = parse.errors.map(({ kind }) => `refused: ${kind}`);
  if (parse.rest.length > 0) dangers.push('a word is left over');
  const last = (name: string): OptionUse | undefined => parse.options.filter((use) => use.name === name).at(-1);
  if (argv[0] !== '--dry') dangers.push('--dry is not the first word');
  if (last('dry')?.negated !== false) dangers.push('not dry');
  for (const name of neverThere) {
    if (parse.options.some((use) => use.name === name && !use.negated)) dangers.push(`--${name}`);
  }
  const expected = {
    pidfile: '{private}/imapsync.pid',
    tmpdir: '{private}/tmp',
    logdir: '{private}',
    logfile: 'imapsync.log',
  };
  for (const [name, value] of Object.entries(expected)) {
    if (
      parse.options
        .filter((use) => use.name === name)
        .map((use) => use.value)
        .join() !== value
    )
      dangers.push(`--${name}`);
  }
  if (last('log')?.negated !== false) dangers.push('no log');
  for (const name of ['dockercontext', 'releasecheck', 'emailreport1', 'emailreport2']) {
    if (last(name)?.negated !== true) dangers.push(`no --no${name}`);
  }
  for (const { name, negated } of parse.options) {
    const fact = optionFacts.find((one) => one.name === name)!;
    if (
      negated ||
      name in expected ||
      name === 'log' ||
      name === 'usecache' ||
      name === 'useuid' ||
      perl.includes(name)
    )
      continue;
    if (fact.honoursDry === false || fact.honoursDry === 'unknown' || fact.perlEval || fact.shellExec)
      dangers.push(`--${name} acts under --dry`);
    if (fact.writes.length > 0 && fact.honoursDry !== true) dangers.push(`--${name} writes`);
  }
  for (const { name, value } of parse.options) {
    if (perl.includes(name) && !/^(?:s|tr|y|m|\/)/.test(value ?? '')) dangers.push(`--${name} is no operator`);
    if (/[\r\n]/.test(value ?? '') && !perl.includes(name) && !['include', 'exclude', 'skipheader'].includes(name)) {
      dangers.push(`--${name} holds a line break`);
    }
  }
  return dangers;
}
