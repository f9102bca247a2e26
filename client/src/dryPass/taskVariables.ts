/**
 * VS Code replaces its own variables (`${env:HOME}`, `${command:…}`, `${input:…}`) in everything a task is given, and there is
 * no way to quote them. Returns the first text that it could change. `${1}` is Perl's way to write a group and none of
 * VS Code's variables.
 */
export function holdsTaskVariable(texts: readonly string[]): string | undefined {
  return texts.find((text) => /\$\{(?!\d+\})/.test(text));
}
