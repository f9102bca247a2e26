import type { Invocation } from '../../model/invocation.js';

/**
 * What starts several runs of one command at the same time: `parallel`, `xargs -P`, or `&` behind a command whose
 * accounts a variable holds. Null where nothing does.
 */
export function startsMany(invocation: Invocation, text: string): string | null {
  // Where the command is text that parallel reads, its words are among those of the outer command.
  const launcher = invocation.syntax.embedded?.words ?? invocation.syntax.launcher;
  for (let index = 0; index < launcher.length; index++) {
    const program = /(?:^|\/)(parallel|xargs)$/.exec(launcher[index]!.value ?? '')?.[1];
    if (program === undefined) continue;
    const jobs = numberOfJobs(launcher.slice(index + 1));
    if (program === 'parallel') return jobs === '1' ? null : program;
    return jobs === null || jobs === '1' ? null : 'xargs -P';
  }
  return invocation.value('user1') === null && isInBackground(invocation, text) ? '"&"' : null;
}

/** The number given to xargs or parallel, as written; null without one. */
function numberOfJobs(words: readonly { readonly value: string | null }[]): string | null {
  for (let index = 0; index < words.length; index++) {
    const match = /^(?:-[Pj]|--max-procs(?:=|$)|--jobs(?:=|$))(.*)$/.exec(words[index]!.value ?? '');
    if (match !== null) return match[1] === '' ? (words[index + 1]?.value ?? '') : match[1]!;
  }
  return null;
}

const redirection = /[ \t]*(?:\d*(?:>>?|<)&?|&>>?)[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s;&|<>()"']+)/y;
const ampersand = /[ \t]*&(?![&>])/y;

/** Whether a POSIX shell goes on without waiting for the command (`&`). */
export function isInBackground({ dialect, range, syntax }: Invocation, text: string): boolean {
  if (dialect !== 'posix' || syntax.embedded !== undefined) return false;
  let end = range.end;
  redirection.lastIndex = end;
  while (redirection.test(text)) {
    end = redirection.lastIndex;
  }
  ampersand.lastIndex = end;
  return ampersand.test(text);
}
