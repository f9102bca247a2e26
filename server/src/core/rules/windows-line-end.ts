import { defineRule, type FileContext } from './rule.js';

export const windowsLineEnd = defineRule({
  id: 'windows-line-end',
  severity: 'warning',
  category: 'usage',
  summary: 'A shell script has the line ends of Windows, over which the shell stumbles.',
  dialects: ['posix'],
  messages: {
    carriageReturn:
      'The lines of this script end as on Windows (CR LF): the shell takes the carriage return for a part of the last word of each line, and a backslash before it joins no lines. Convert the file to LF.',
  },
  checkFile(context) {
    const [first] = context.invocations;
    if (context.dialect !== 'posix' || first === undefined) return;
    const { text } = context;
    const newline = text.indexOf('\n', first.range.start);
    const end = newline - 1;
    if (newline < 0 || text.charAt(end) !== '\r') return;
    const range = text.charAt(end - 1) === '\\' ? { start: end - 1, end } : { start: end, end: newline };
    context.report({ range, message: 'carriageReturn', suggestions: () => [toLineFeeds(context)] });
  },
});

function toLineFeeds({ text }: FileContext) {
  const edits = [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
    range: { start: index, end: index + 1 },
    newText: '',
  }));
  return { title: 'Convert all line ends to LF', edits };
}
