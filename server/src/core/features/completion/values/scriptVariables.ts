import type { OptionFact } from '../../../catalogue/optionFact.js';
import type { Invocation } from '../../../model/invocation.js';
import type { Dialect } from '../../../syntax/dialect.js';
import type { Flow } from '../../../syntax/source.js';
import type { Proposal, ValueQuestion } from '../proposal.js';

/** What people call a variable that holds the value of an option, without the side. */
const words: Readonly<Record<string, string>> = {
  host: 'h|host|hostname|server|srv|imap|imaphost|imapserver',
  user: 'u|usr|user|username|login|account|email|mail|mailbox',
  password: 'p|pw|pwd|pass|passwd|password|secret',
  passfile: 'f|pf|passfile|passwordfile|pwfile',
  port: 'port',
};

/** How they tell the sides apart. */
const sides: Readonly<Record<string, string>> = {
  1: '1|s|src|source|from|old|orig',
  2: '2|d|dst|dest|destination|target|to|new',
};

const forms: Partial<Record<Dialect, (name: string) => string>> = {
  posix: (name) => `"$${name}"`,
  powershell: (name) => `$${name}`,
  cmd: (name) => `"%${name}%"`,
};

/** A name with underscores on both sides of it: `imap_host1`, `SRC_USER`, `user_old`. */
const patterns = new Map<string, RegExp>();

function patternFor(fact: OptionFact): RegExp | null {
  const base = fact.name.slice(0, -1);
  const number = fact.name.slice(-1);
  const word = words[base];
  const side = sides[number];
  if (word === undefined || side === undefined) return null;
  let pattern = patterns.get(fact.name);
  if (pattern === undefined) {
    pattern = new RegExp(`^_*(?:(?:${word})_*(?:${side})|(?:${side})_*(?:${word}))_*$`, 'i');
    patterns.set(fact.name, pattern);
  }
  return pattern;
}

/** Variables of the script that go by the name of what the option takes, such as a loop reads them from an account file. */
export function scriptVariables({ fact, invocation, flow }: ValueQuestion): readonly Proposal[] {
  const form = forms[invocation.dialect];
  const pattern = patternFor(fact);
  if (form === undefined || pattern === null || flow === undefined) return [];
  const used = usedNames(invocation);
  const names = [...namesOf(flow)].filter((name) => pattern.test(name) && !used.has(name));
  return names.slice(0, mostNames).map((name) => {
    const raw = form(name);
    return { value: raw, raw, detail: 'a variable of this script' };
  });
}

const mostNames = 10;

function namesOf({ steps }: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'assign') names.add(step.name);
    else if (step.kind === 'columns') for (const name of step.names) names.add(name);
  }
  return names;
}

function usedNames({ syntax }: Invocation): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { pieces } of syntax.words) {
    for (const piece of pieces) if (piece.kind === 'dynamic' && piece.name !== undefined) names.add(piece.name);
  }
  return names;
}
