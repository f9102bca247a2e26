import { imapsyncOptions } from '../catalogue/options.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { Word, WordPiece } from '../syntax/word.js';
import { knownText } from './expandWords.js';
import { isAbsolutePath } from './filePaths.js';
import { justOption, ownSwitches, ownValues } from './ownOptions.js';
import type { Pass } from './passPlan.js';
import { type PlanUse, planUses } from './planUses.js';
import { fillSlots, privateSlot } from './slots.js';
import { valueRisk } from './valueRisk.js';
import { withheldOption } from './withheldOptions.js';

/**
 * Reads the arguments of a finished plan as imapsync will and looks for anything that is not dry. Knows nothing of how
 * they came about. Returns what is wrong with them, or null.
 */
export function whyNotDry(argv: readonly string[], pass: Pass): string | null {
  const parse = parseOptions(argv.map(wordWithSlots), imapsyncOptions);
  const error = parse.errors[0];
  if (error !== undefined) return `option parsing refuses the planned arguments (${error.kind})`;
  if (parse.rest.length > 0) return 'a word is left over in the planned arguments';
  const uses = planUses(parse);
  for (const item of uses) {
    const problem = itself(item);
    if (problem !== null) return problem;
  }
  const required: Record<string, boolean> = { ...ownSwitches };
  const just = justOption[pass];
  if (just !== null) required[just] = true;
  for (const [name, state] of Object.entries(required)) {
    const last = uses.filter(({ use }) => use.name === name).at(-1);
    if (last === undefined || last.use.negated === state)
      return `--${state ? '' : 'no'}${name} does not stand in force`;
  }
  for (const [name, value] of Object.entries(ownValues)) {
    const given = uses.filter(({ use }) => use.name === name);
    if (given.length !== 1 || knownText(given[0]!.value) !== value)
      return `--${name} does not point into the private folder`;
  }
  return null;
}

/** What is wrong with one option, whatever stands around it. */
function itself({ use, fact, value }: PlanUse): string | null {
  if (use.spelled !== `--${use.negated ? 'no' : ''}${use.name}`) return `--${use.name} is not written in full`;
  const text = knownText(value);
  if (text !== null) {
    const risk = valueRisk(fact, text);
    if (risk !== null) return `--${use.name}: ${risk}`;
  }
  if (fact.name === 'password1' || fact.name === 'password2') return `--${fact.name} would show a password`;
  if (fact.secret && text !== null && text !== '' && !text.startsWith(`${privateSlot}/`) && !isAbsolutePath(text)) {
    return `--${fact.name} would show a token`;
  }
  if (Object.hasOwn(ownSwitches, fact.name)) {
    return use.negated === ownSwitches[fact.name] ? `--${use.name} is turned round` : null;
  }
  if (Object.hasOwn(ownValues, fact.name)) return null;
  const why = withheldOption(fact);
  if (why === null || (use.negated && why.alsoNegated !== true)) return null;
  return `--${use.name} is still there`;
}

/** A planned argument as a word: slots of variables are what only a later reader knows. */
function wordWithSlots(text: string): Word {
  const pieces: WordPiece[] = [];
  const range = { start: 0, end: 0 };
  const parts = text.split(/(\{var:[\s\S]*?\})/);
  parts.forEach((part, index) => {
    if (index % 2 === 1) {
      pieces.push({ kind: 'dynamic', what: 'variable', range, quoted: true, open: false });
    } else if (part !== '') {
      pieces.push({ kind: 'text', value: fillSlots(part, {}), range, quoted: false, verbatim: true });
    }
  });
  const dynamic = parts.length > 1;
  return { range, pieces, value: dynamic ? null : fillSlots(text, {}), open: false, quote: 'none' };
}
