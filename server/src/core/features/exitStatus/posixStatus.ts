import type { Analysis } from '../../analysis.js';
import type { StatusReader } from './numberPlace.js';
import { codeBefore, commandBefore } from './precedingCommand.js';

/** `$?`, `${PIPESTATUS[0]}`, or a variable by its name; a Makefile and a compose file double the dollar sign. */
const status = String.raw`(\$?\$\?|\$?\$\{PIPESTATUS(?:\[\d\])?\}|\$?\$PIPESTATUS|\$?\$\{?\w+\}?|[A-Za-z_]\w*)`;
const comparison = String.raw`\s*(?:\s-(?:eq|ne|gt|ge|lt|le)\s|[=!]=|\s=\s|[<>]=?)\s*`;
const compared = new RegExp(`(?:^|[\\s(!])["']?${status}["']?${comparison}["']?$`);
const reversed = new RegExp(`^["']?${comparison}["']?${status}`);
const label = { before: /(?:^|;;&?|;&|\sin)\s*\(?\s*(?:\d+\s*\|\s*)*["']?$/, after: /^["']?\s*(?:\|[^\n)]*)?\)/ };

/** `[ $? -eq 16 ]`, `(( rc == 16 ))` behind `rc=$?`, `case $? in 16)`. */
export const posixUse: StatusReader = ({ text, range, before, after }, analysis) => {
  const lineStart = range.start - before.length;
  const direct = compared.exec(before);
  if (direct !== null) return answer(analysis, direct[1]!, lineStart + direct.index + 1);
  const turned = reversed.exec(after);
  if (turned !== null) return answer(analysis, turned[1]!, range.start);
  if (!label.before.test(before) || !label.after.test(after)) return null;
  const subject = caseAround(text, range.start);
  return subject === null ? null : answer(analysis, subject.word, subject.at);
};

/** The `case` that the place stands in: what it looks at, and where it begins. */
function caseAround(text: string, offset: number): { word: string; at: number } | null {
  const code = codeBefore(text, offset);
  const open: { word: string; at: number }[] = [];
  for (const found of code.matchAll(/\bcase\s+["']?(\S+?)["']?\s+in(?=\s)|\besac\b/g)) {
    if (found[1] === undefined) open.pop();
    else open.push({ word: found[1], at: offset - code.length + found.index });
  }
  return open.at(-1) ?? null;
}

function answer(analysis: Analysis, word: string, at: number): { orHigher: boolean } | null {
  const name = word.replace(/^\$+\{?|\}$/g, '');
  const isStatus = name === '?' || name.startsWith('PIPESTATUS');
  const read = isStatus ? { word: name, at } : assignment(analysis.source.text, name, at);
  return read !== null && isOfImapsync(analysis, read.word, read.at) ? { orHigher: false } : null;
}

/** The last assignment to a variable, if that is the status of a command. */
function assignment(text: string, name: string, end: number): { word: string; at: number } | null {
  if (!/^[A-Za-z_]\w*$/.test(name)) return null;
  const code = codeBefore(text, end);
  const last = [...code.matchAll(new RegExp(`(?<![\\w$-])${name}=(\\S*)`, 'g'))].at(-1);
  const held = /^["']?\$?\$\{?(\?|PIPESTATUS(?:\[\d\])?)\}?["']?(?:[;)&|]|$)/.exec(last?.[1] ?? '');
  return last === undefined || held === null ? null : { word: held[1]!, at: end - code.length + last.index };
}

/** Words that begin or end a part of a compound command, and what changes no status that counts. */
const closers = /^(?:fi|done|esac|\}|\)|["'])/;

/**
 * Whether imapsync, a block that ends, or a function of the script ran last before the status is read. Any other
 * command has a status of its own, and so has the last one of a pipeline.
 */
function isOfImapsync(analysis: Analysis, word: string, at: number): boolean {
  const { text } = analysis.source;
  const wholePipe = word.startsWith('PIPESTATUS') || text.includes('pipefail');
  const clean = (code: string): string => {
    const plain = code
      .replace(/\\\r?\n/g, ' ')
      .replace(/(^|\s)#[^\n]*/g, '$1')
      .replace(/(?<!\d)\d*(?:&?>>?[\s&]*|<\s*)[^\s;|&)]+/g, ' ');
    return conditionOf(
      wholePipe ? plain.replace(/(?<!\|)\|(?!\|)[^\n;&|]*/g, ' ') : plain.replace(/(?<!\|)\|(?!\|)/g, ';'),
    );
  };
  const isEmpty = (segment: string): boolean => keywordsOff(segment) === '';
  const command = commandBefore(analysis, at, isEmpty, /[;\n&]+|\|\|/, clean);
  if (command === null || command === 'imapsync') return command !== null;
  const code = keywordsOff(command);
  return closers.test(code) || isFunction(text, /^[\w-]+/.exec(code)?.[0] ?? '');
}

/** In front of `else` stands the other branch, and in front of that the condition whose status it has. */
function conditionOf(code: string): string {
  const statement = code.slice(Math.max(code.lastIndexOf(';'), code.lastIndexOf('\n')) + 1);
  if (!/(?:^|\s)el(?:se|if)\b/.test(statement)) return code;
  const then = [...code.matchAll(/(?<![^;\s])then\b/g)].at(-1);
  return then === undefined ? code : `${code.slice(0, then.index)};`;
}

function keywordsOff(segment: string): string {
  return segment
    .replace(/^(?:\s*(?:then|else|do|if|while|until|time|!|\{|\(|local|declare|-i|\r))+(?=\s|$)/, '')
    .trim();
}

function isFunction(text: string, name: string): boolean {
  return name !== '' && new RegExp(`(?:^|[\\s;])(?:function\\s+${name}\\b|${name}\\s*\\(\\))`).test(text);
}
