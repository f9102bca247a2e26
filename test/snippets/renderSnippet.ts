/** What VS Code inserts for a snippet body when nothing is typed into it: defaults and first choices. */
export function renderSnippet(body: readonly string[]): string {
  const text = body.join('\n');
  let result = '';
  let position = 0;
  while (position < text.length) {
    const character = text[position]!;
    if (character === '\\' && '\\$}'.includes(text[position + 1] ?? ' ')) {
      result += text[position + 1];
      position += 2;
      continue;
    }
    const stop = /^\$(?:\d+|\{\d+(?::((?:\\[\\$}]|[^{}$|\\])*)|\|([^,|]*)[^|]*\|)?\})/.exec(text.slice(position));
    if (stop !== null) {
      result += stop[1]?.replace(/\\(.)/g, '$1') ?? stop[2] ?? '';
      position += stop[0].length;
      continue;
    }
    if (character === '$') throw new Error(`a lone dollar sign at ${position}: ${text.slice(position, position + 20)}`);
    result += character;
    position++;
  }
  return result;
}
