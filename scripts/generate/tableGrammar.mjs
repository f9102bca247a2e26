// @ts-check

/** A scope that themes colour for each column, in turn. Strings are not among them: that is how secrets look. */
const colours = [
  'support.type',
  'variable.parameter',
  'constant.numeric',
  'support.function',
  'keyword.control',
  'storage.type',
  'constant.character.escape',
];

/** So many columns of a table with a header line have a colour. */
const mostColumns = 2 * colours.length;

/** The separators by name, in the order in which the reader of tables prefers them. */
const separators = { semicolon: ';', tab: '\\t', bar: '|', comma: ',', colon: ':' };
const anySeparator = '[;\\t|,:]';

const account = '(?:host|user|pass(?:file|word))[12]';
const secret = '(?:password|oauthaccesstoken)[12]';

/** @param {string} pattern a heading, as the reader of tables takes it: in quotes, with dashes or without */
const heading = (pattern) => `[ \\t]*"?[ \\t]*-{0,2}${pattern}[ \\t]*"?[ \\t]*`;

/** @param {number} column counted from 1 */
const colourOf = (column) => `${colours[(column - 1) % colours.length]}.column.imapsync`;

const separator = { name: 'punctuation.separator.column.imapsync' };

/**
 * The grammar of account tables: each column in a colour of its own, cycling, secrets marked. The first row settles how
 * all are read, by its column names, or where it names none by the separator that parts it into six fields and more.
 */
export function tableGrammar() {
  /** @type {Record<string, unknown>} */
  const repository = {
    directive: {
      begin: '^(#)[ \\t]*+(imapsync-lint)(:)',
      beginCaptures: {
        1: { name: 'punctuation.definition.comment.imapsync' },
        2: { name: 'keyword.control.directive.imapsync' },
        3: { name: 'punctuation.separator.directive.imapsync' },
      },
      end: '$',
      name: 'comment.line.number-sign.imapsync meta.directive.imapsync',
      patterns: [{ include: 'source.imapsync#directive-body' }],
    },
    comment: {
      begin: '^#',
      beginCaptures: { 0: { name: 'punctuation.definition.comment.imapsync' } },
      end: '$',
      name: 'comment.line.number-sign.imapsync',
    },
    named: {
      comment:
        'A table with column names. What is secret is noted around all rows, column by column, before they are read.',
      begin: `^(?i:(?=(?:.*?${anySeparator})?${heading(`(${account})`)}${anySeparator}(?:.*?${anySeparator})?${heading(`(?!\\1)${account}`)}(?:${anySeparator}|$)))`,
      end: '(?!)',
      patterns: [...secretsFrom(1), ...named()],
    },
    'cell-options': {
      begin: `(?<=^|${anySeparator})"?(?=--[a-z])`,
      end: '$',
      patterns: [{ include: 'source.imapsync#option' }],
    },
  };
  for (let column = 1; column <= mostColumns; column++) {
    repository[`secret-${column}`] = {
      begin: `\\G(?i:(?=(?:[^;\\t|,:]*${anySeparator}){${column - 1}}${heading(secret)}(?:${anySeparator}|$)))`,
      end: '(?!)',
      contentName: `meta.secret-${column}.imapsync`,
      patterns: [...secretsFrom(column + 1), ...named()],
    };
  }
  for (const [name, sign] of Object.entries(separators)) {
    const own = sign === '|' ? '\\|' : sign;
    repository[`plain-${name}`] = plainTable(own);
    repository[`named-${name}`] = {
      begin: `\\G(?=[^;\\t|,:]*${own})`,
      end: '(?!)',
      patterns: [
        {
          begin: '\\G',
          end: '$',
          name: 'meta.header.imapsync markup.bold.header.imapsync',
          patterns: [{ include: `#row-${name}` }],
        },
        ...comments(),
        { include: `#row-${name}` },
      ],
    };
    repository[`row-${name}`] = namedRow(own);
  }
  /** @type {Record<string, unknown>} */
  const injections = {};
  for (let column = 1; column <= mostColumns; column++) {
    injections[`L:meta.secret-${column}.imapsync meta.column-${column}.imapsync -meta.header.imapsync`] = {
      patterns: [{ match: '.+', name: 'string.other.password.imapsync' }],
    };
  }
  const grammar = {
    comment: 'Written by scripts/generate.mjs.',
    name: 'imapsync account table',
    scopeName: 'source.imapsync.table',
    patterns: [
      ...comments(),
      { include: '#named' },
      ...Object.keys(separators).map((name) => ({ include: `#plain-${name}` })),
    ],
    injections,
    repository,
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

function comments() {
  return [{ include: '#directive' }, { include: '#comment' }];
}

/** @param {number} first */
function secretsFrom(first) {
  const columns = Array.from({ length: mostColumns + 1 - first }, (_, index) => first + index);
  return columns.map((column) => ({ include: `#secret-${column}` }));
}

function named() {
  return Object.keys(separators).map((name) => ({ include: `#named-${name}` }));
}

/**
 * The rows of a table without column names, in the order of imapsync's example: a shell reads them, so quotes are text
 * and the last column takes the rest of the line.
 * @param {string} own
 */
function plainTable(own) {
  const field = `[^${own}\\n]*`;
  const columns = 6;
  /** @type {Record<string, unknown>} */
  const captures = {};
  for (let column = 1; column <= columns; column++) {
    captures[2 * column - 1] = {
      name: `${colourOf(column)}${column % 3 === 0 ? ' string.other.password.imapsync' : ''}`,
    };
    captures[2 * column] = separator;
  }
  captures[2 * columns + 1] = {
    name: 'meta.options.imapsync',
    patterns: [
      {
        begin: `(?<=${own})`,
        end: '$',
        patterns: [{ match: `${own}$`, ...separator }, { include: 'source.imapsync#option' }],
      },
    ],
  };
  return {
    begin: `^(?=(?:${field}${own}){${columns - 1}})`,
    end: '(?!)',
    patterns: [...comments(), { match: `^${`(?:(${field})(${own}|$))?`.repeat(columns)}(.*)$`, captures }],
  };
}

/**
 * A row of a table with column names: a field may stand in double quotes, which hold separators too.
 * @param {string} own
 */
function namedRow(own) {
  const field = `(?>"(?:[^"\\n]++|"")*+"(?=${own}|$)|[^${own}\\n]*+)`;
  /** @type {Record<string, unknown>} */
  const captures = {};
  for (let column = 1; column <= mostColumns; column++) {
    captures[2 * column - 1] = {
      name: `${colourOf(column)} meta.column-${column}.imapsync`,
      patterns: [{ include: '#cell-options' }],
    };
    captures[2 * column] = separator;
  }
  return { match: `^(?=.)${`(${field})(${own}?)`.repeat(mostColumns)}`, captures };
}
