/** A Perl substitution that turns exactly the name `from` into `to`, anchored at both ends. */
export function wholeNameSubstitution(from: string, to: string): string {
  return `s/^${from.replace(/[\\/^$.|()[\]{}*+?@]/g, '\\$&')}$/${to.replace(/[\\/$@]/g, '\\$&')}/`;
}
