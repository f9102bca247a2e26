import fc from 'fast-check';
import type { Dialect, FileDialect } from '../../server/src/core/syntax/dialect.js';
import { quoteWord } from '../../server/src/core/syntax/quote.js';

/** A file with one command line and the words that it hands to imapsync. */
export interface CommandText {
  readonly dialect: Dialect & FileDialect;
  readonly text: string;
  /** Null for a word that only the shell knows. */
  readonly argv: readonly (string | null)[];
}

const values = fc.oneof(
  fc.constantFrom(
    'anna',
    'mail.example',
    './pass1',
    'Sent Items',
    "it's",
    '[Gmail]/All Mail',
    's/^a$/b/',
    '',
    '2',
    '5',
  ),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[\0\r\n]/.test(text)),
);
const styles = fc.constantFrom('single', 'double', 'bare', undefined);

/** An option as source text and as words. */
const options = (dialect: Dialect & FileDialect): fc.Arbitrary<{ source: string[]; argv: string[] }> =>
  fc.oneof(
    fc
      .constantFrom('--dry', '--ssl1', '--delete2', '--nodelete2', '--usecache', '-ssl2', '--noautomap')
      .map((name) => ({
        source: [name],
        argv: [name],
      })),
    fc
      .record({
        name: fc.constantFrom('--host1', '--user2', '--folder', '--passfile1', '--regextrans2'),
        value: values,
        style: styles,
      })
      .map(({ name, value, style }) => ({ source: [name, quoteWord(value, dialect, style)], argv: [name, value] })),
    fc
      .record({ name: fc.constantFrom('--host2', '--user1', '--exclude'), value: values.filter((each) => each !== '') })
      .map(({ name, value }) => ({ source: [quoteWord(`${name}=${value}`, dialect)], argv: [`${name}=${value}`] })),
  );

/** Commands of a shell script: single lines and joined lines, launchers, redirections, what follows. */
export const posixCommands: fc.Arbitrary<CommandText> = fc
  .record({
    options: fc.array(options('posix'), { minLength: 1, maxLength: 6 }),
    gaps: fc.array(fc.constantFrom(' ', '  ', '\t', ' \\\n  ', ' \\\n', '\\\n\t', ' \\\n \\\n    '), {
      minLength: 14,
      maxLength: 14,
    }),
    before: fc.constantFrom(
      '',
      '  ',
      'sudo -u mail ',
      'if true; then ',
      'A=1 ',
      '# note\n\n',
      'cd /srv && \\\n  ',
      '\u{1f4e8}() {\n  ',
    ),
    open: fc.constantFrom('', '"$@"', '$OPTS'),
    after: fc.constantFrom(
      '',
      '\n',
      ' > log\n',
      '>log 2>&1\n',
      ' | tee log\n',
      '; echo done\n',
      ' # note\n',
      ' \\\n',
      ' \\\n  > log\n',
      ' && \\\n  echo\n',
    ),
    crlf: fc.boolean(),
  })
  .map(({ options: chosen, gaps, before, open, after, crlf }) => {
    const source = [...chosen.flatMap((option) => option.source), ...(open === '' ? [] : [open])];
    const command = source.reduce((text, word, i) => text + gaps[i % gaps.length]! + word, 'imapsync');
    const closing = before.startsWith('if') ? '\nfi\n' : before.includes('() {') ? '\n}\n' : '';
    // A number directly before a redirection names its file descriptor.
    const gap = after.startsWith('>') && /\d$/.test(command) ? ' ' : '';
    const text = before + command + gap + after + closing;
    return {
      dialect: 'posix',
      text: crlf ? text.replaceAll('\n', '\r\n') : text,
      argv: [...chosen.flatMap((option) => option.argv), ...(open === '' ? [] : [null])],
    };
  });

/** Commands of a batch file: single lines and joined lines, launchers, blocks, redirections, what follows. */
export const cmdCommands: fc.Arbitrary<CommandText> = fc
  .record({
    options: fc.array(options('cmd'), { minLength: 1, maxLength: 6 }),
    gaps: fc.array(fc.constantFrom(' ', '  ', '\t', ' ^\n  ', ' ^\n', '^\n\t', ' ^\n ^\n    '), {
      minLength: 14,
      maxLength: 14,
    }),
    before: fc.constantFrom(
      '',
      '  ',
      '@',
      'start "" /wait ',
      'if exist f (\n  ',
      'if exist f ',
      'REM note\n\n',
      ':: note\n',
      'cd /d C:\\x && ^\n  ',
      'for %%i in (1 2) do ',
    ),
    open: fc.constantFrom('', '%*', '%OPTS%'),
    after: fc.constantFrom(
      '',
      '\n',
      ' > log\n',
      '>log 2>&1\n',
      ' | find "x"\n',
      '& echo done\n',
      ' & rem note\n',
      ' ^\n  > log\n',
      ' && ^\n  echo\n',
    ),
    crlf: fc.boolean(),
  })
  .map(({ options: chosen, gaps, before, open, after, crlf }) => {
    const source = [...chosen.flatMap((option) => option.source), ...(open === '' ? [] : [open])];
    // The caret in front of the line end escapes a quote at the beginning of the next line.
    const gapBefore = (word: string, i: number): string => {
      const gap = gaps[i % gaps.length]!;
      return gap.endsWith('\n') && /^["^]/.test(word) ? `${gap} ` : gap;
    };
    const command = source.reduce((text, word, i) => text + gapBefore(word, i) + word, 'imapsync');
    const closing = before.includes('(\n') ? '\n)\n' : '';
    // A digit directly before a redirection names what is redirected.
    const gap = after.startsWith('>') && /\d$/.test(command) ? ' ' : '';
    const text = before + command + gap + after + closing;
    return {
      dialect: 'cmd',
      text: crlf ? text.replaceAll('\n', '\r\n') : text,
      argv: [...chosen.flatMap((option) => option.argv), ...(open === '' ? [] : [null])],
    };
  });

/** Commands of a PowerShell script, with what can stand around them. */
export const powerShellCommands: fc.Arbitrary<CommandText> = fc
  .record({
    options: fc.array(options('powershell'), { minLength: 1, maxLength: 6 }),
    gaps: fc.array(fc.constantFrom(' ', '  ', '\t', ' `\n  ', ' `\n', ' `\n\t', ' `\n `\n    ', ' <# note #> '), {
      minLength: 14,
      maxLength: 14,
    }),
    before: fc.constantFrom(
      '',
      '  ',
      '& ',
      '$out = ',
      'if ($true) { ',
      '# note\n\n',
      'function Move-All {\n  ',
      '$x = @(\n  ',
      'Get-Date | ',
    ),
    open: fc.constantFrom('', '@args', '$opts'),
    after: fc.constantFrom(
      '',
      '\n',
      ' > log\n',
      ' > log 2>&1\n',
      ' | Tee-Object log\n',
      '; echo done\n',
      ';echo\n',
      ' # note\n',
      ' `\n',
      ' `\n  > log\n',
      ' && `\n  echo\n',
    ),
    crlf: fc.boolean(),
  })
  .map(({ options: chosen, gaps, before, open, after, crlf }) => {
    const source = [...chosen.flatMap((option) => option.source), ...(open === '' ? [] : [open])];
    const command = source.reduce((text, word, i) => text + gaps[i % gaps.length]! + word, 'imapsync');
    const closing = before.includes('{') ? '\n}\n' : before.includes('@(') ? '\n)\n' : '';
    const text = before + command + after + closing;
    return {
      dialect: 'powershell',
      text: crlf ? text.replaceAll('\n', '\r\n') : text,
      argv: [...chosen.flatMap((option) => option.argv), ...(open === '' ? [] : [null])],
    };
  });

/** Profiles: several words on a line, comments and empty lines between. */
export const profileCommands: fc.Arbitrary<CommandText> = fc
  .record({
    options: fc.array(options('profile'), { minLength: 1, maxLength: 6 }),
    gaps: fc.array(fc.constantFrom(' ', '\t', '\n', '\n  ', '\n\n', '\n# note\n', ' \n'), {
      minLength: 14,
      maxLength: 14,
    }),
    before: fc.constantFrom('', '# note\n', '\n  ', '  '),
    after: fc.constantFrom('', '\n', ' \n', '\n# end\n'),
    crlf: fc.boolean(),
  })
  .map(({ options: chosen, gaps, before, after, crlf }) => {
    const source = chosen.flatMap((option) => option.source);
    const text = before + source.reduce((all, word, i) => (i === 0 ? word : all + gaps[i]! + word), '') + after;
    return {
      dialect: 'profile',
      text: crlf ? text.replaceAll('\n', '\r\n') : text,
      argv: chosen.flatMap((option) => option.argv),
    };
  });
