import { mapWord } from '../embeddedText.js';
import type { Word } from '../word.js';
import { addArgumentList } from './argumentList.js';
import type { HostReading } from './hostReading.js';
import { lineFrom, skipBlanks, startOf } from './lines.js';
import { anyRemoval, type Joining, type LogicalLine, readLogicalLine } from './logicalLine.js';
import { readSystemdWords } from './systemdWords.js';

const joining: Joining = { sign: 0x5c, blanksBehind: false, joint: ' ', comments: '#;', skipsEmpty: false };

/** `ExecStart=` and its kin, with the signs in front of the path that say how it is run. */
const execution = /^Exec(?:Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)[ \t]*=[ \t]*([@:+!|-]*)[ \t]*/;

/** Reads a systemd unit: the commands of its service (systemd.service(5), "Command lines"; systemd.syntax(7)). */
export function readSystemd(host: HostReading): void {
  const { text } = host;
  let position = startOf(text);
  while (position < text.length) {
    const line = lineFrom(text, position);
    const first = skipBlanks(text, line.start, line.end);
    if (first === line.end) {
      position = line.next;
      continue;
    }
    if (text[first] === '#' || text[first] === ';') {
      host.addComment(first, line.end, 1);
      position = line.next;
      continue;
    }
    const logical = readLogicalLine(text, first, joining, (start, end) => host.addComment(start, end, 1));
    position = logical.next;
    host.addPart({ start: first, end: logical.next }, '', () => addCommands(host, logical));
  }
}

/** Reads the commands of a line, if it holds any. */
function addCommands(host: HostReading, logical: LogicalLine): void {
  const source = logical.text.text;
  const found = execution.exec(source);
  if (found === null || !source.includes('imapsync')) return;
  const prefix = found[1]!;
  for (const { words, incomplete } of readSystemdWords(source, found[0].length, !prefix.includes(':'))) {
    const mapped = words.map((word) => mapWord(word, logical.text));
    addArgumentList(host, prefix.includes('@') ? withoutName(mapped) : mapped, 'systemd', {
      incomplete,
      reserved: reservedIn(logical, prefix),
    });
  }
}

/** Behind the prefix `:` nothing is substituted, and no sign stands for the dollar sign itself. */
function reservedIn({ interrupted }: LogicalLine, prefix: string): RegExp | undefined {
  if (!prefix.includes(':')) return interrupted ? anyRemoval : undefined;
  return interrupted ? new RegExp(`${anyRemoval.source}|\\$`) : /\$/;
}

/** With `@` the second word is the name under which the program runs, not an argument. */
function withoutName(words: readonly Word[]): readonly Word[] {
  return words.length < 2 ? words : [words[0]!, ...words.slice(2)];
}
