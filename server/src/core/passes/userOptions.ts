import type { OptionParse } from '../getopt/result.js';
import { isSubstitution, noLogin } from './credentials.js';
import { knownText } from './expandWords.js';
import { absolutePath } from './filePaths.js';
import { type FileContext, planToken } from './oauthTokens.js';
import { justOption, ownSwitches, ownValues } from './ownOptions.js';
import type { Pass } from './passPlan.js';
import type { PlanDraft } from './planDraft.js';
import type { PlanUse } from './planUses.js';
import { valueRisk } from './valueRisk.js';
import { type Withheld, withheldOption } from './withheldOptions.js';

/**
 * Hands on the user's options in their order, written in full, file names made absolute. Words in the place of options
 * that are not known stay as slots. Returns the options that stay.
 */
export function addUserOptions(
  draft: PlanDraft,
  parse: OptionParse,
  uses: readonly PlanUse[],
  pass: Pass,
  context: FileContext,
): readonly PlanUse[] {
  const kept: PlanUse[] = [];
  const byWord = new Map(uses.map((item) => [item.use.wordIndex, item]));
  const values = new Set(uses.map(({ use }) => use.valueWordIndex));
  const rest = new Set(parse.rest);
  parse.words.forEach((word, index) => {
    const item = byWord.get(index);
    if (item !== undefined) {
      if (stays(draft, item, uses, pass)) {
        kept.push(item);
        addUse(draft, item, context);
      }
      return;
    }
    const isIgnored = word.value !== null && (rest.has(index) || word.value === '--');
    if (!values.has(index) && !isIgnored) draft.addPieces(word.pieces);
  });
  return kept;
}

function stays(draft: PlanDraft, item: PlanUse, uses: readonly PlanUse[], pass: Pass): boolean {
  const { name, negated } = item.use;
  if (name === 'password1' || name === 'password2') return false;
  if ((name === 'passfile1' || name === 'passfile2') && isSubstitution(item)) return false;
  if (Object.hasOwn(ownSwitches, name) && negated !== ownSwitches[name]) return false;
  if (name === justOption[pass] && !negated) return false;
  const why = whyNot(item, uses, pass);
  if (why === null) return true;
  draft.change(`--${negated ? 'no' : ''}${name}`, why.action, why.reason);
  return false;
}

function whyNot({ use, fact, value }: PlanUse, uses: readonly PlanUse[], pass: Pass): Withheld | null {
  const { name, negated } = use;
  if (name === 'dry') return { action: 'removed', reason: 'It would make the pass a real run.' };
  if (pass !== 'dry' && name.startsWith('just')) {
    return { action: 'removed', reason: `The ${pass} pass has an end of its own.` };
  }
  const withheld = withheldOption(fact);
  if (withheld !== null && (!negated || withheld.alsoNegated === true)) {
    return name === 'delete1' && uses.some(isDelete2)
      ? { ...withheld, reason: withheld.reason + bothDeletions }
      : withheld;
  }
  if (Object.hasOwn(ownValues, name))
    return { action: 'replaced', reason: 'The pass keeps its files in its private folder.' };
  if (pass === 'connect' && fact.secret) return { action: 'removed', reason: noLogin };
  const text = knownText(value);
  const risk = text === null ? null : valueRisk(fact, text);
  return risk === null ? null : { action: 'removed', reason: risk };
}

const bothDeletions = ' Besides, imapsync stops with exit code 64 where --delete1 and --delete2 are given together.';

function isDelete2({ use }: PlanUse): boolean {
  return use.name === 'delete2' && !use.negated;
}

function addUse(draft: PlanDraft, item: PlanUse, context: FileContext): void {
  const { use, fact, value } = item;
  if (fact.secret) {
    planToken(draft, item, context);
    return;
  }
  draft.addArgument(`--${use.negated ? 'no' : ''}${use.name}`);
  explainCache(draft, item);
  if (use.valueWordIndex === null) return;
  const text = knownText(value);
  if (text === null) draft.addPieces(value);
  else draft.addArgument(meantFrom(context.scriptDirectory, item, text));
}

/** The value with a relative file name in it made absolute: a pass runs in another folder. */
function meantFrom(directory: string, { fact }: PlanUse, text: string): string {
  if (fact.valueKind === 'file' || fact.valueKind === 'dir') return absolutePath(text, directory);
  const sslFile = fact.spec === '=s%' ? /^(SSL_\w+_(?:file|path))=([\s\S]*)$/.exec(text) : null;
  return sslFile === null ? text : `${sslFile[1]}=${absolutePath(sslFile[2]!, directory)}`;
}

function explainCache(draft: PlanDraft, { use }: PlanUse): void {
  if (use.negated) return;
  if (use.name === 'useuid') {
    draft.change(
      '--useuid',
      'replaced',
      'It writes its cache under --dry too, so the pass has an empty cache of its own, to which every message is new: it shows what a first run does. A real run that finds its cache complete copies less, and with --delete2 deletes less.',
    );
  }
  if (use.name === 'usecache') {
    draft.change(
      '--usecache',
      'replaced',
      'It writes and cleans its cache under --dry too, so the pass has an empty cache of its own and compares messages by their headers. A real run takes messages in its cache for copied without comparing them.',
    );
  }
}
