import { code, type FolderOutput, readableName } from '../../core/languageService.js';

/** Where folders go, as a table in Markdown: changed names with the options that changed them. */
export function mappingTable(folders: readonly FolderOutput[]): string {
  const rows = folders.map(({ source, destination, outcome, reason, steps }) => {
    const goal = destination === null ? outcome.replace('-', ' ') : named(destination);
    return [named(source), goal, reason ?? steps.map(({ by }) => code(by)).join(', ')];
  });
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const lines = [['Source', 'Destination', 'By'], ['---', '---', '---'], ...rows].map(
    (row) => `| ${row.map(cell).join(' | ')} |\n`,
  );
  return lines.join('');
}

/** A raw name, and how it reads where that differs. */
function named(raw: string): string {
  const readable = readableName(raw);
  return readable === raw ? code(raw) : `${code(raw)} (${code(readable)})`;
}
