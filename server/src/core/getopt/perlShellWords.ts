/**
 * The words of a line as Perl's `Text::ParseWords::shellwords` splits it: blanks outside quotes part words, a backslash
 * stands for the next character except in single quotes, where it only keeps a quote from ending them. No words at all
 * where a quote is not closed or a backslash ends the line.
 */
export function perlShellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let position = skipBlanks(line, 0);
  while (position < line.length) {
    const char = line[position]!;
    if (char === '"' || char === "'") {
      const end = quoteEnd(line, position);
      if (end < 0) return [];
      const quoted = line.slice(position + 1, end);
      word = (word ?? '') + (char === '"' ? quoted.replace(/\\([\s\S])/g, '$1') : quoted);
      position = end + 1;
    } else if (isBlank(char)) {
      words.push(word ?? '');
      word = null;
      position = skipBlanks(line, position);
    } else if (char === '\\') {
      if (position + 1 >= line.length) return [];
      word = (word ?? '') + line[position + 1]!;
      position += 2;
    } else {
      word = (word ?? '') + char;
      position += 1;
    }
  }
  if (word !== null) words.push(word);
  return words;
}

/** The offset of the quote that ends the text quoted from `start` on; -1 where none does. */
function quoteEnd(line: string, start: number): number {
  const quote = line[start]!;
  for (let position = start + 1; position < line.length; position++) {
    if (line[position] === quote) return position;
    if (line[position] === '\\') position++;
  }
  return -1;
}

function skipBlanks(line: string, from: number): number {
  let position = from;
  while (position < line.length && isBlank(line[position]!)) position++;
  return position;
}

/** What `\s` means to Perl in a text of bytes. */
function isBlank(char: string): boolean {
  return /[ \t\n\v\f\r]/.test(char);
}
