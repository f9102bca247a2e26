import type { Problem, Suggestion, TextRange } from '../../core/languageService.js';

/** What only the shell will know is no secret: `"$PW"`, `%PW%`, `$env:PW`. */
const variable = /^["']?(?:\$\{?\w+\}?|\$\(.*\)|%\w+%|\$env:\w+)["']?$/;

/** What a report may tell of the ways to put a problem right. */
export interface ShownSuggestions {
  readonly fix: Suggestion | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** Gives the fix and the suggestions of problems of a file, without those that would write a password of it anew. */
export function suggestionsOf(text: string, secrets: readonly TextRange[]): (problem: Problem) => ShownSuggestions {
  const literal = secrets.filter((range) => isLiteral(text, range));
  const values = [...new Set(literal.map(({ start, end }) => bare(text.slice(start, end))))].filter(
    (one) => one !== '',
  );
  const isShown = ({ edits }: Suggestion): boolean =>
    values.length === 0 ||
    !edits.some(({ newText }) => {
      const written = bare(newText);
      return values.some((value) => written.includes(value));
    });
  return ({ fix, suggestions }) => {
    const safe = fix?.();
    return {
      fix: safe !== undefined && isShown(safe) ? safe : undefined,
      suggestions: (suggestions?.() ?? []).filter(isShown),
    };
  };
}

/** Whether a secret stands there itself, not the name of a variable that holds it. */
export function isLiteral(text: string, { start, end }: TextRange): boolean {
  return !variable.test(text.slice(start, end));
}

/** Without the signs by which a shell quotes, since these may differ. */
function bare(text: string): string {
  return text.replace(/["'`^\\\s]/g, '');
}
