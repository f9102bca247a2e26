import { exitCodes } from '../catalogue/exitCodes.js';
import { decodeImapUtf7 } from '../folders/imapUtf7.js';
import type { ByFolder, LogSummary } from '../passes/log/logSummary.js';
import { counted, logVerdict, messagesIn, sizeOfSet } from './logVerdict.js';
import { code, escapeMarkdown, prose } from './markdown.js';

/** No report lists more errors than these. */
const mostItems = 100;

/** A report on the output of a run as Markdown: the verdict first, then what to know, what is deleted, folders, errors. */
export function logReport(summary: LogSummary): string {
  const sections = [
    [`**${prose(logVerdict(summary))}**`],
    listOf(remarks(summary)),
    deletions(summary),
    errors(summary),
    folders(summary),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What the verdict does not say and the numbers hide. */
function remarks(summary: LogSummary): readonly string[] {
  const { dry, outcome } = summary;
  const found: string[] = [];
  if (outcome === 'connected') {
    found.push(
      'imapsync does no more than this, and ends with 0, where a host or user is missing on its command line.',
    );
  }
  const notSimulated = Object.entries(summary.messagesNotSimulated ?? {});
  if (notSimulated.length > 0) {
    const total = notSimulated.reduce((sum, [, count]) => sum + count, 0);
    found.push(
      `Only counted, not compared: ${counted(total, 'message')} in ${counted(notSimulated.length, 'folder')} that the destination does not have yet. Create the folders with --justfolders, then a dry pass lists each message.`,
    );
  }
  const deletedOnSource = messagesIn(summary.deletions?.host1Messages);
  if (dry === true && deletedOnSource > 0) {
    found.push(
      'With --delete1 a real pass also deletes each message that it copies, which a dry pass does not list. And this dry pass has really expunged those messages below that were flagged as deleted before, unless --noexpunge1 was given.',
    );
  }
  const ignored = messagesIn(summary.ignoredNoHeader);
  if (ignored > 0) {
    found.push(
      `Left out: ${counted(ignored, 'message')} without a header to know them by. --addheader gives them one.`,
    );
  }
  const tooBig = messagesIn(summary.skippedBySize);
  if (tooBig > 0) found.push(`Left out: ${counted(tooBig, 'message')} larger than --maxsize allows.`);
  const twice = Object.values(summary.duplicates?.host1 ?? {}).reduce((sum, count) => sum + count, 0);
  if (twice > 0)
    found.push(`Left out: ${counted(twice, 'message')} that the same folder of the source holds once more.`);
  if (dry === true && outcome === 'completed') {
    found.push(
      'A dry pass does not look at limits of size and lines, at --skipmess, nor at the quota of the destination.',
    );
  }
  const before = summary.sizesBefore;
  if (before !== undefined) {
    found.push(
      `Before: ${counted(before.host1.messages, 'message')} of ${before.host1.bytes} bytes on the source, ${before.host2.messages} of ${before.host2.bytes} bytes on the destination.`,
    );
  }
  return found.map(prose);
}

function deletions({ deletions, dry }: LogSummary): readonly string[] {
  if (deletions === undefined) return [];
  const { host1Messages, host2Messages, host1Folders, host2Folders } = deletions;
  const lines = [
    ...messageLines(host2Messages, 'destination'),
    ...host2Folders.map((folder) => `the folder ${nameOf(folder)} on the destination, with all that is in it`),
    ...messageLines(host1Messages, 'source'),
    ...host1Folders.map((folder) => `the empty folder ${nameOf(folder)} on the source`),
  ];
  if (lines.length === 0) return [];
  return [`## ${dry === true ? 'Would be deleted' : 'Deleted'}`, '', ...listOf(lines)];
}

function messageLines(sets: ByFolder<string>, side: string): readonly string[] {
  return Object.entries(sets).map(
    ([folder, uids]) => `${counted(sizeOfSet(uids), 'message')} in ${nameOf(folder)} on the ${side}: UID ${code(uids)}`,
  );
}

function errors({ errors: { count, items }, final: { loggedStatus, loggedText } }: LogSummary): readonly string[] {
  if (items.length === 0 && (loggedStatus === null || loggedStatus === 0)) return [];
  const lines = ['## Errors', ''];
  if (loggedStatus !== null && loggedStatus !== 0) {
    const known = exitCodes.find((each) => each.code === loggedStatus);
    lines.push(
      `Exit code ${loggedStatus}, ${code(loggedText ?? '')}${known === undefined ? '' : `: ${prose(known.meaning)}`}`,
      '',
    );
    if (known !== undefined && known.remedies.length > 0) lines.push(...listOf(known.remedies.map(prose)), '');
  }
  lines.push(...items.slice(0, mostItems).map((item, index) => `${index + 1}. ${escapeMarkdown(item)}`));
  const left = Math.max(count, items.length) - mostItems;
  if (left > 0) lines.push('', `And ${left} more.`);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function folders(summary: LogSummary): readonly string[] {
  const { dry, folders: pairs = [], messagesToCopy, messagesNotSimulated = {}, foldersOnlyOnHost2 = [] } = summary;
  const lines: string[] = [];
  if (pairs.length > 0) {
    const created = new Set(summary.foldersToCreate);
    lines.push(
      '## Folders',
      '',
      `| Source | Destination |${messagesToCopy === undefined ? '' : ` ${dry === true ? 'To copy' : 'Copied'} |`}`,
      `| --- | --- |${messagesToCopy === undefined ? '' : ' ---: |'}`,
    );
    for (const { from, to } of pairs) {
      const count = messagesToCopy?.[from]?.count ?? messagesNotSimulated[from] ?? 0;
      const isNew = created.has(to) ? ' (new)' : '';
      lines.push(`| ${cell(from)} | ${cell(to)}${isNew} |${messagesToCopy === undefined ? '' : ` ${count} |`}`);
    }
  }
  if (foldersOnlyOnHost2.length > 0) {
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      `Only on the destination: ${foldersOnlyOnHost2.map(nameOf).join(', ')}`,
    );
  }
  return lines;
}

/** The raw name, which options want, and what it reads where that is not the same. */
function nameOf(folder: string): string {
  const readable = decodeImapUtf7(folder);
  return readable === null || readable === folder ? code(folder) : `${code(folder)} (${escapeMarkdown(readable)})`;
}

/** Tables part their cells at each vertical bar, in code too (GitHub Flavored Markdown, "Tables"). */
function cell(folder: string): string {
  return nameOf(folder).replaceAll(/\\?\|/g, '\\|');
}

function listOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `- ${line}`);
}
