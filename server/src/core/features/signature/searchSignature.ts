import type { OptionFact } from '../../catalogue/optionFact.js';
import { findSearchKey, type SearchArgument, type SearchKey } from '../../catalogue/searchKeys.js';
import { argumentNames } from '../../model/search/searchArguments.js';
import { type SearchToken, searchTokens } from '../../model/search/searchTokens.js';
import { code, prose } from '../markdown.js';
import { type Part, type Signature, signatureOf } from './signature.js';

const labels: Readonly<Record<SearchArgument, string>> = {
  attribute: 'ATTRIBUTE',
  date: 'DATE',
  entry: 'ENTRY',
  field: 'NAME',
  flag: 'KEYWORD',
  'mod-sequence': 'NUMBER',
  number: 'NUMBER',
  'object-id': 'IDENTIFIER',
  'search-key': 'KEY',
  seconds: 'SECONDS',
  'sequence-set': 'NUMBERS',
  string: 'TEXT',
};

const numbers: Readonly<Record<string, string>> = { LARGER: 'BYTES', SMALLER: 'BYTES' };

/** A key whose arguments are not complete, and how many of them are there. */
interface Pending {
  readonly key: SearchKey;
  count: number;
}

/** The form of the search key that the end of `typed` stands in; outside of any the form of the whole expression. */
export function searchSignature(fact: OptionFact, typed: string): Signature {
  const pending = pendingKey(typed);
  const head = `--${fact.name} `;
  if (pending === null) {
    return signatureOf(
      prose(fact.summary),
      [
        head,
        [
          'KEY',
          'A key of IMAP SEARCH such as `SENTSINCE`, `FROM` or `LARGER`; parentheses, `NOT` and `OR` combine them.',
        ],
        ' …',
      ],
      0,
    );
  }
  const { key, count } = pending;
  const pieces: (string | Part)[] = [`${head}${key.name}`];
  for (const argument of key.arguments) {
    const [name, example] = argumentNames[argument];
    const label = argument === 'number' ? (numbers[key.name] ?? labels.number) : labels[argument];
    pieces.push(' ', [label, `${name.charAt(0).toUpperCase()}${name.slice(1)}, such as ${code(example)}.`]);
  }
  return signatureOf(prose(key.summary), pieces, Math.min(count, key.arguments.length - 1));
}

/** The innermost key that waits for an argument at the end of the text. */
function pendingKey(typed: string): Pending | null {
  const tokens = searchTokens(typed);
  const last = tokens.at(-1);
  const isTyping = last !== undefined && last.end === typed.length && isGrowing(last);
  const stack: (Pending | 'group')[] = [];
  for (const token of isTyping ? tokens.slice(0, -1) : tokens) take(stack, token);
  const waiting = stack.at(-1);
  if (isTyping && last.kind === 'atom' && expectsKey(waiting)) {
    const key = findSearchKey(last.text);
    if (key !== undefined && key.arguments.length > 0) return { key, count: 0 };
  }
  return waiting === undefined || waiting === 'group' ? null : waiting;
}

/** Whether what is typed next still belongs to the token. */
function isGrowing({ kind, unclosed }: SearchToken): boolean {
  return kind === 'atom' || unclosed === true;
}

function expectsKey(waiting: Pending | 'group' | undefined): boolean {
  return waiting === undefined || waiting === 'group' || waiting.key.arguments[waiting.count] === 'search-key';
}

function take(stack: (Pending | 'group')[], token: SearchToken): void {
  if (!expectsKey(stack.at(-1))) complete(stack);
  else if (token.kind === 'open') stack.push('group');
  else if (token.kind === 'close') {
    const group = stack.lastIndexOf('group');
    stack.length = Math.max(0, group);
    complete(stack);
  } else {
    const key = token.kind === 'atom' ? findSearchKey(token.text) : undefined;
    if (key !== undefined && key.arguments.length > 0) stack.push({ key, count: 0 });
    else complete(stack);
  }
}

/** One more argument is there; keys that have all of theirs are arguments themselves. */
function complete(stack: (Pending | 'group')[]): void {
  for (;;) {
    const waiting = stack.at(-1);
    if (waiting === undefined || waiting === 'group') return;
    waiting.count += 1;
    if (waiting.count < waiting.key.arguments.length) return;
    stack.pop();
  }
}
