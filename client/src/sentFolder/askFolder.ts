import { type QuickPickItem, window } from 'vscode';
import type { SentChoicesRequest } from '../../../server/src/protocol.js';

interface FolderItem extends QuickPickItem {
  /** Absent for the one that leads to a question. */
  readonly name?: string;
}

const otherName: FolderItem = { label: 'Other name…', alwaysShow: true };

/** Lets one choose the Sent folder of a side, or write its name; undefined when one gives up. */
export async function askFolder(
  side: 'source' | 'destination',
  folders: readonly SentChoicesRequest.Folder[],
): Promise<string | undefined> {
  const title = `Sent folder of the ${side}`;
  const items = [...folders.map(toItem), otherName];
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: 'Name of the folder',
    matchOnDescription: true,
  });
  return chosen === otherName ? writeName(title) : chosen?.name;
}

function toItem({ name, text, detail }: SentChoicesRequest.Folder): FolderItem {
  return text === undefined
    ? { name, label: name, description: detail }
    : { name, label: text, description: `${detail} · ${name}` };
}

async function writeName(title: string): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    prompt:
      'The full name of the folder, with the folders above it, as a mail program shows it or as imapsync lists it.',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'A folder needs a name.' : undefined),
  });
  const trimmed = name?.trim();
  return trimmed === '' ? undefined : trimmed;
}
