/** A folder as a server lists it. */
export interface ListedFolder {
  /** Raw, in modified UTF-7. */
  readonly name: string;
  /** Attributes such as `\Sent` and `\Noselect`, in the order of the answer. */
  readonly flags: readonly string[];
}

/**
 * Reads a list of folders: one raw name a line, its attributes behind a tab, apart by blanks. Blank lines are left out;
 * blanks that belong to a name stay.
 */
export function readFolderList(text: string): readonly ListedFolder[] {
  const folders: ListedFolder[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    const flags =
      tab < 0
        ? []
        : line
            .slice(tab + 1)
            .split(/[\s()]+/)
            .filter(Boolean);
    folders.push({ name: tab < 0 ? line : line.slice(0, tab), flags });
  }
  return folders;
}

/** The folders that exist for imapsync: Mail::IMAPClient drops those that can not be selected. */
export function selectable(folders: readonly ListedFolder[]): readonly ListedFolder[] {
  return folders.filter(({ flags }) => !flags.some((flag) => flag.toLowerCase() === '\\noselect'));
}
