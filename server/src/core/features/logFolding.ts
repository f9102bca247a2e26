/** Lines that an editor can fold into the first of them; counted from 0, both included. */
export interface LogFold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Begin a section of a log of imapsync, whatever section is open. */
const sections = /^(?:Here is imapsync |Host[12]: connecting |\+\+\+\+ (?!End )|Folders sizes )/;
/** End a section, and are no part of it. */
const sectionEnds = /^(?:Host1: state |Host1: found \d+ folders\.|\+\+\+\+ End |Exiting )/;
/** A folder of the loop: a part of its section, up to the next one. */
const folder = /^Folder\s+\d+\/\d+ \[/;
/** Lists: parts of a section that end with the last line that can belong to one. */
const lists =
  /^(?:Modules version list |Host[12]: folders list |Folders in host2 not in host1:|Folders mapping from |(?:In|Ex)cluding folders matching pattern )/;
const listed = /^(?:$|\[|\* |\d+ (?:OK|NO|BAD) |[\w:]+\s+\d[\w.]*$)/;

/** Foldable lines stand at the first letters of a line, so most lines are told apart by one look. */
const firstLetters = new Set('HFM+EI');

interface OpenFold {
  readonly startLine: number;
  readonly kind: 'section' | 'folder' | 'list';
}

/** What can be folded in a log of imapsync: its sections, and the folders and lists in them; by start, in linear time. */
export function foldLog(text: string): readonly LogFold[] {
  const folds: { startLine: number; endLine: number }[] = [];
  const open: OpenFold[] = [];
  /** The last line that belongs to a fold: blank lines and times of arrival lead over to what follows. */
  let lastLine = 0;

  const close = (keep: number): void => {
    while (open.length > keep) {
      const { startLine } = open.pop()!;
      if (lastLine > startLine) folds.push({ startLine, endLine: lastLine });
    }
  };

  const hasReturns = text.includes('\r');
  let line = 0;
  for (let start = 0; start <= text.length; line++) {
    const { end, next } = lineAt(text, start, hasReturns);
    const letter = text[start] ?? '';
    const isList = open.at(-1)?.kind === 'list';
    if (isList || firstLetters.has(letter)) {
      const content = text.slice(start, Math.min(end, start + 200));
      if (isList && !listed.test(content)) close(open.length - 1);
      const kind = kindOf(content);
      if (kind === 'section') close(0);
      else if (kind === 'folder' || kind === 'list') close(open[0]?.kind === 'section' ? 1 : 0);
      if (kind === 'end') close(0);
      else if (kind !== null) open.push({ startLine: line, kind });
    }
    if (end > start && !text.startsWith('ETA: ', start)) lastLine = line;
    start = next;
  }
  close(0);
  return folds.sort((a, b) => a.startLine - b.startLine);
}

function kindOf(line: string): OpenFold['kind'] | 'end' | null {
  if (sections.test(line)) return 'section';
  if (sectionEnds.test(line)) return 'end';
  if (folder.test(line)) return 'folder';
  return lists.test(line) ? 'list' : null;
}

/** Where the line ends and the next begins, as editors count: CR LF, LF and CR end lines. Past the text at its end. */
function lineAt(text: string, start: number, hasReturns: boolean): { readonly end: number; readonly next: number } {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 ? text.length : feed;
  if (hasReturns) {
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) === 13) return { end: at, next: at + 1 === feed ? at + 2 : at + 1 };
    }
  }
  return { end, next: end + 1 };
}
