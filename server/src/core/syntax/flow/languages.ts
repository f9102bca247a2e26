import { findImapsyncInCmd } from '../cmd/launchers.js';
import type { FileDialect } from '../dialect.js';
import type { Finding } from '../posix/finding.js';
import { findImapsync } from '../posix/launchers.js';
import { findImapsyncInPowerShell } from '../powershell/invocations.js';
import type { Word } from '../word.js';
import { cmdExpander } from './cmdExpander.js';
import type { Expander } from './follow.js';
import { posixExpander } from './posixExpander.js';
import { powershellExpander } from './powershellExpander.js';

/** What following a script needs to know of its language. */
export interface FlowLanguage {
  readonly dialect: 'posix' | 'cmd' | 'powershell';
  expander(text: string): Expander;
  /** What the command of these words starts; null where that is not imapsync. */
  find(words: readonly Word[]): Finding | null;
}

const languages = new Map<FileDialect, FlowLanguage>([
  ['posix', { dialect: 'posix', expander: posixExpander, find: findImapsync }],
  ['cmd', { dialect: 'cmd', expander: cmdExpander, find: findInCmd }],
  ['powershell', { dialect: 'powershell', expander: powershellExpander, find: findImapsyncInPowerShell }],
]);

/** The language whose variables are followed in a file; undefined where there is none. */
export function flowLanguage(dialect: FileDialect): FlowLanguage | undefined {
  return languages.get(dialect);
}

function findInCmd(words: readonly Word[]): Finding | null {
  const finding = findImapsyncInCmd(words);
  if (finding === null || finding.kind === 'unknown' || finding.reader !== null) return null;
  const { executable, firstArgument, end } = finding;
  return { kind: 'program', executable, firstArgument, end };
}
