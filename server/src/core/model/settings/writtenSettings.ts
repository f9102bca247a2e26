import { extraOptionsFile } from '../../catalogue/environment.js';
import { findOption } from '../../catalogue/options.js';
import { extraOptionTableOf } from '../../catalogue/optionTables.js';
import { wordsOf } from '../../getopt/argvWords.js';
import { parseOptions } from '../../getopt/parseOptions.js';
import type { OptionUse } from '../../getopt/result.js';
import type { Invocation } from '../invocation.js';
import { shownWord } from '../shownWord.js';
import type { Setting } from './setting.js';
import type { SettingsDraft } from './settingsDraft.js';

/** Takes in what the command line says: of single values the last one counts, lists add up. */
export function addWritten(draft: SettingsDraft, invocation: Invocation): void {
  for (const use of invocation.uses) {
    const shown = shownValueOf(invocation, use);
    put(draft, use, {
      origin: 'written',
      range: use.valueRange === null ? use.range : { start: use.range.start, end: use.valueRange.end },
      certain: true,
      ...(shown === null ? {} : { shown }),
    });
  }
}

/**
 * Takes in the words of `options_extra.txt`. imapsync reads them behind the command line with the few options that can
 * stand there: they win over single values and join lists; everything else in the file only prints a warning.
 */
export function addExtraOptions(
  draft: SettingsDraft,
  words: readonly string[],
  { release }: Invocation,
  posixlyCorrect: boolean,
): void {
  const { options } = parseOptions(wordsOf(words), extraOptionTableOf(release), { posixlyCorrect });
  for (const use of options) put(draft, use, { origin: 'options-extra', by: extraOptionsFile.name, certain: true });
}

function put(draft: SettingsDraft, use: OptionUse, from: Omit<Setting, 'option' | 'value'>): void {
  const setting: Setting = { option: use.name, value: use.valueRange === null ? !use.negated : use.value, ...from };
  if (findOption(use.name)?.repeatable === true) draft.add(setting);
  else draft.set(setting);
}

function shownValueOf({ syntax }: Invocation, use: OptionUse): string | null {
  if (!use.dynamic || use.valueWordIndex === null || findOption(use.name)?.secret !== false) return null;
  const word = syntax.words[use.valueWordIndex];
  if (word === undefined) return null;
  const text = shownWord(word);
  return use.valueWordIndex === use.wordIndex ? text.slice(text.indexOf('=') + 1) : text;
}
