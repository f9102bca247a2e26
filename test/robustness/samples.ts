import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { recogniseDialect } from '../../server/src/core/syntax/recognise.js';

const root = fileURLToPath(new URL('../../../examples/', import.meta.url));

export interface Sample {
  readonly path: string;
  readonly dialect: FileDialect;
  readonly text: string;
}

/** Every file under `examples/` that we read: a new dialect joins with its first example. */
export function readSamples(): readonly Sample[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const dialect = recogniseDialect({ path, firstLine: text.split('\n', 1)[0]! });
      return dialect === undefined ? [] : [{ path: path.slice(root.length), dialect, text }];
    });
}

/** What opens, ends or escapes something in one of the dialects. */
export const fragments = [
  ...[
    "'",
    '"',
    '`',
    '$(',
    ')',
    '((',
    '))',
    '#',
    '\\\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '<<EOF\n',
    'EOF\n',
    'case x in\n',
  ],
  ...[
    'esac\n',
    'imapsync --delete2\n',
    'x',
    '--delete2',
    '{',
    '}',
    '|',
    '&',
    ';',
    '\0',
    '\ufeff',
    '\ud800',
    '😀',
    'a[',
  ],
  ...['=(', 'done\n', 'if ', 'fi\n', 'f() {\n', '$x', '"$@"', '${x:-', 'x=1\n', 'set -- a\n', 'local x\n', '[[ ', '<('],
  ...['^', '^\n', '%', '%%', '%X%', '!X!', 'REM ', ':: ', 'set "X=a"\n', '(\n', 'for %%i in (', '@echo off\n', 'call '],
  ...["@'\n", "'@\n", '@"\n', '"@\n', '<#', '#>', '--% ', '`\n', '@(', '@{', '$a = ', '& ', '""', "''", '::', '$env:X'],
  ...[
    '```sh\n',
    '```\n',
    '~~~\n',
    '    ',
    '- ',
    '- |\n',
    'args: [',
    '["imapsync", "',
    ']',
    'RUN ',
    'CMD [',
    'ExecStart=',
  ],
  ...[
    '* * * * * ',
    '\t@',
    '$$',
    'command:\n',
    ';;',
    'a;b;c;d;e;f;\n',
    ',',
    'host1,user1\n',
    '<!-- ',
    ' -->',
    'key: ',
    '&a ',
  ],
  ...['# imapsync-lint: pre-cutover\n', '# imapsync-lint: disable-file\n', 'REM imapsync-lint: disable\n', 'imapsync '],
];
