/** A Perl pattern that matches this text and nothing else; a slash in it stays as it is. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.|()[\]{}*+?@]/g, '\\$&');
}

/** A Perl substitution that turns exactly the name `from` into `to`, anchored at both ends. */
export function wholeNameSubstitution(from: string, to: string): string {
  return `s/^${literalPattern(from).replaceAll('/', '\\/')}$/${to.replace(/[\\/$@]/g, '\\$&')}/`;
}
