import type { ByFolder, LogSummary } from '../passes/log/logSummary.js';
import { enumerate } from './markdown.js';

/** `1 message`, `12 messages`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How many messages an IMAP sequence set names: 6 for `3,5:9`. */
export function sizeOfSet(uids: string): number {
  let size = 0;
  for (const range of uids.split(',')) {
    const [first, last = first] = range.split(':').map(Number);
    size += last! - first! + 1;
  }
  return uids === '' ? 0 : size;
}

export function messagesIn(sets: ByFolder<string> | undefined): number {
  return Object.values(sets ?? {}).reduce((sum, uids) => sum + sizeOfSet(uids), 0);
}

/** Messages that are copied: those listed, and under `--dry` those only counted. */
function copies({ couldBe, messagesToCopy = {}, messagesNotSimulated = {} }: LogSummary): number {
  const listed = Object.values(messagesToCopy).reduce((sum, { count }) => sum + count, 0);
  const notListed = Object.values(messagesNotSimulated).reduce((sum, count) => sum + count, 0);
  return couldBe ?? listed + notListed;
}

/** What was done, or would be: `copied 3 messages, created 1 folder and deleted nothing`. */
function deeds(summary: LogSummary): string {
  const would = summary.dry === true;
  const { foldersToCreate = [], deletions } = summary;
  const created = foldersToCreate.length;
  const parts = [`${would ? 'copy' : 'copied'} ${counted(copies(summary), 'message')}`];
  if (created > 0) parts.push(`${would ? 'create' : 'created'} ${counted(created, 'folder')}`);
  const deleted = [
    ...onSide(messagesIn(deletions?.host2Messages), 'message', 'destination'),
    ...onSide(deletions?.host2Folders.length ?? 0, 'folder', 'destination'),
    ...onSide(messagesIn(deletions?.host1Messages), 'message', 'source'),
    ...onSide(deletions?.host1Folders.length ?? 0, 'folder', 'source'),
  ];
  parts.push(`${would ? 'delete' : 'deleted'} ${deleted.length === 0 ? 'nothing' : enumerate(deleted, 'and')}`);
  return `${would ? 'would ' : ''}${enumerate(parts, 'and')}`;
}

function onSide(count: number, noun: string, side: string): readonly string[] {
  return count === 0 ? [] : [`${counted(count, noun)} on the ${side}`];
}

/** What the output of a run comes to, in one or two plain sentences. */
export function logVerdict(summary: LogSummary): string {
  const { outcome, errors, final } = summary;
  const pass = summary.dry === true ? 'dry pass' : 'pass';
  switch (outcome) {
    case 'completed':
      return `The ${pass} came to its end without errors: imapsync ${deeds(summary)}.`;
    case 'completed-with-errors':
      return `The ${pass} came to its end with ${counted(errors.count, 'error')}, so something is missing: imapsync ${deeds(summary)}.`;
    case 'stopped-early':
      return `imapsync ended the ${pass} itself before all folders were done; until then it ${deeds(summary)}.`;
    case 'interrupted':
      if (!final.exitLine) return `The output has no end: the ${pass} still runs, or it was cut off. ${soFar(summary)}`;
      return `The ${pass} was stopped from outside. ${soFar(summary)}`;
    case 'refused':
      return 'imapsync refused to run. Nothing was compared and nothing was changed.';
    case 'connection-failed':
      return 'imapsync could not connect. Nothing was compared and nothing was changed.';
    case 'login-failed':
      return 'A server refused the login. Nothing was compared and nothing was changed.';
    case 'connected':
      return 'imapsync only tested the connections, and they work. Nothing was compared.';
    case 'logged-in':
      return 'Both logins work. Nothing was compared.';
    case 'listed':
      return 'imapsync only listed folders. No message was compared.';
    case 'sized':
      return 'imapsync only measured the folders. No message was compared.';
    case 'version':
      return 'imapsync printed its version and did nothing else.';
    case 'aborted-another':
      return 'This run did nothing but stop another imapsync.';
  }
}

function soFar(summary: LogSummary): string {
  return summary.messagesToCopy === undefined
    ? 'It had not come to any folder.'
    : `Until then imapsync ${deeds(summary)}.`;
}
