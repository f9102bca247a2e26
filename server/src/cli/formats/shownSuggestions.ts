import type { Problem, Suggestion, TextRange } from '../../core/languageService.js';

/** What only the shell will know is no secret: `"$PW"`, `%PW%`, `$env:PW`. */
const variable = /^["']?(?:\$\{?\w+\}?|\$\(.*\)|%\w+%|\$env:\w+)["']?$/;

/** The fix and the suggestions of a problem, without those that would write a password of the file anew. */
export function shownSuggestions(
  { fix, suggestions }: Problem,
  text: string,
  secrets: readonly TextRange[],
): { readonly fix: Suggestion | undefined; readonly suggestions: readonly Suggestion[] } {
  const values = secrets
    .map(({ start, end }) => text.slice(start, end))
    .filter((value) => !variable.test(value))
    .map(bare)
    .filter((value) => value !== '');
  const isShown = ({ edits }: Suggestion): boolean =>
    !edits.some(({ newText }) => values.some((value) => bare(newText).includes(value)));
  const safe = fix?.();
  return {
    fix: safe !== undefined && isShown(safe) ? safe : undefined,
    suggestions: (suggestions?.() ?? []).filter(isShown),
  };
}

/** Without the signs by which a shell quotes, since these may differ. */
function bare(text: string): string {
  return text.replace(/["'`^\\\s]/g, '');
}
