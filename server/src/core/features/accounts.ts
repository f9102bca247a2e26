import type { Side } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import { effectiveHost } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { shownWord } from '../model/shownWord.js';
import { shorten } from './markdown.js';

const longestPart = 60;

/** `alice@mail.example → alice@example.org`: which account this command reads and which one it fills. */
export function accountPair(invocation: Invocation): string {
  return `${accountText(invocation, 'host1')} → ${accountText(invocation, 'host2')}`;
}

/** The account of one side: the user, and the host where the user is no address of its own; `?` for what is not given. */
export function accountText(invocation: Invocation, side: Side): string {
  const number = side === 'host1' ? 1 : 2;
  const user = shownValue(invocation, invocation.last(`user${number}`));
  const host = hostText(invocation, side);
  if (user === null) return host ?? '?';
  return user.includes('@') || host === null ? user : `${user}@${host}`;
}

/** The server of one side as written, or as a preset on this command sets it; null where neither does. */
export function hostText(invocation: Invocation, side: Side): string | null {
  return shownValue(invocation, invocation.last(side)) ?? effectiveHost(invocation, side === 'host1' ? 1 : 2);
}

/** The value of an option for display: what is known of it, variables by their names. Never that of a secret option. */
export function shownValue(invocation: Invocation, use: OptionUse | undefined): string | null {
  if (use === undefined || use.valueWordIndex === null || findOption(use.name)?.secret !== false) return null;
  if (use.value !== null) return shorten(use.value, longestPart);
  const word = invocation.syntax.words[use.valueWordIndex];
  if (word === undefined) return null;
  const text = shownWord(word);
  return shorten(use.valueWordIndex === use.wordIndex ? text.slice(text.indexOf('=') + 1) : text, longestPart);
}
