import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { cli } from './support/memoryHost.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';
const deleting = `imapsync ${accounts} --delete2\n`;
const repeated = `imapsync ${accounts} --dry --timeout1 60 --timeout1 60\n`;
const secret = `imapsync ${accounts.replace('--passfile1 p1', '--password1 canary')} --nonsense --dry\n`;

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region: Region;
        readonly contextRegion: { readonly snippet: { readonly text: string } };
      };
    },
  ];
  readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly [
      { readonly replacements: readonly { deletedRegion: Region; insertedContent?: { text: string } }[] },
    ];
  }[];
}

interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly { id: string; help: { text: string; markdown: string }; helpUri: string }[];
        };
      };
      readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
      readonly results: readonly Result[];
    },
  ];
}

const files = {
  '/base/a b/é,%.sh': `#!/bin/sh\r\n: 😀 && ${deleting}`,
  '/base/c.sh': repeated,
  '/base/d.sh': secret,
  '/base/e.sh': `${repeated.trimEnd()} \\\n  --nonsense --delete2\n`,
  '/elsewhere/f.sh': deleting,
  '/base/clean.sh': `imapsync ${accounts} --dry\n`,
};
const all = ['.', '/elsewhere/f.sh'];

async function sarif(words: readonly string[] = all, content: Readonly<Record<string, string>> = files): Promise<Log> {
  const { stdout } = await cli(['--format', 'sarif', ...words], { files: content });
  return JSON.parse(stdout);
}

describe('SARIF', () => {
  it('holds rules with their pages, and each result points to its rule', async () => {
    const [{ tool, results }] = (await sarif()).runs;
    const { rules } = tool.driver;
    assert.ok(results.length >= 5);
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex]?.id, ruleId);
    for (const { id, help, helpUri } of rules) {
      assert.ok(help.markdown.startsWith(`# ${id}\n`));
      assert.equal(helpUri, `file:///docs/rules/${id}.md`);
    }
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  it('names files by addresses and places by lines and columns from 1', async () => {
    const [{ results, artifacts }] = (await sarif()).runs;
    const found = results.filter(({ ruleId }) => ruleId === 'delete2-without-pre-cutover-marker');
    const places = found.map(({ locations: [{ physicalLocation }] }) => physicalLocation);
    assert.deepEqual(
      places.map(({ artifactLocation: { uri, uriBaseId } }) => [uri, uriBaseId]),
      [
        ['a%20b/%C3%A9%2C%25.sh', 'SRCROOT'],
        ['e.sh', 'SRCROOT'],
        ['file:///elsewhere/f.sh', undefined],
      ],
    );
    const line = files['/base/a b/é,%.sh'].split('\r\n')[1]!;
    const startColumn = line.indexOf('--delete2') + 1;
    assert.deepEqual(places[0]?.region, { startLine: 2, startColumn, endLine: 2, endColumn: startColumn + 9 });
    assert.equal(artifacts.length, 6);
  });

  it('carries fixes and related places', async () => {
    const [{ results }] = (await sarif(['c.sh'])).runs;
    const [result] = results;
    assert.equal(result?.ruleId, 'repeated-option');
    assert.equal(result.level, 'note');
    assert.match(result.relatedLocations?.[0]?.message.text ?? '', /--timeout1 stands here/);
    const [fix] = result.fixes ?? [];
    assert.equal(fix?.description.text, 'Remove this --timeout1');
    const [{ replacements }] = fix.artifactChanges;
    assert.equal(replacements.length, 1);
    assert.ok(replacements[0]!.deletedRegion.endColumn > replacements[0]!.deletedRegion.startColumn);
  });

  it('never holds a password', async () => {
    const texts = [
      secret,
      secret.replace('canary', '"can ary"'),
      secret.replace('canary', 'canary&x'),
      secret.replace('--password1 canary', '--password1=canary'),
      `imapsync --pasword1 canary ${accounts}\n`,
    ];
    for (const text of texts) {
      for (const format of ['sarif', 'json', 'github', 'compact', 'pretty']) {
        const { stdout } = await cli(['--format', format, 'a.sh'], { files: { '/base/a.sh': text } });
        assert.match(stdout, /password-on-command-line|unknown-option/);
        assert.doesNotMatch(stdout, /canary|can ary/, `${format}: ${text}`);
      }
    }
  });

  const isValid = schemaValidator();

  it('is what the schema of SARIF 2.1.0 asks for', async () => {
    const nothing = await sarif(['clean.sh', 'missing.sh']);
    for (const log of [await sarif(), nothing]) assert.deepEqual(isValid(log), []);
    assert.notDeepEqual(isValid({ ...nothing, version: '2.0.0' }), []);
    assert.notDeepEqual(isValid({ ...nothing, runs: [{ ...nothing.runs[0], tool: {} }] }), []);
  });
});

/** Answers what is wrong with a value. */
function schemaValidator(): (value: unknown) => readonly unknown[] {
  const require = createRequire(import.meta.url);
  type Validate = ((value: unknown) => boolean) & { readonly errors?: readonly unknown[] | null };
  const schema: Record<string, unknown> = {
    ...require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  };
  const Ajv: new (options: object) => { compile(schema: unknown): Validate } = require('ajv').default;
  // The schema is of draft 4, whose name for itself ajv refuses; everything else in it means the same since.
  delete schema.id;
  delete schema.$schema;
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///') && /^[!-~]*$/.test(text),
    'date-time': true,
  };
  // One of its patterns is none for a matcher with the u flag.
  const options = { strict: false, allErrors: true, unicodeRegExp: false, formats };
  const validate = new Ajv(options).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? ['invalid']));
}

describe('annotations for GitHub', () => {
  it('name file, lines, columns and rule, in the escapes of the runner', async () => {
    const { stdout } = await cli(['--format', 'github', ...all], { files });
    const line = files['/base/a b/é,%.sh'].split('\r\n')[1]!;
    const col = line.indexOf('--delete2') + 1;
    const [first = ''] = stdout.split('\n');
    const place = `file=a b/é%2C%25.sh,line=2,endLine=2,col=${col},endColumn=${col + 9}`;
    assert.ok(first.startsWith(`::error ${place},title=delete2-without-pre-cutover-marker::`), first);
    for (const each of stdout.trimEnd().split('\n')) {
      assert.match(each, /^::(?:error|warning|notice) file=[^,:]+(?:,\w+=[^,:]+)+::[^\r\n]+$/);
    }
  });

  it('escape line ends and percent signs of messages', async () => {
    const text = `imapsync ${accounts} --dry --maxsize '50%\n'\n`;
    const { stdout } = await cli(['--format', 'github', 'a.sh'], { files: { '/base/a.sh': text } });
    assert.match(stdout, /^::error .*title=invalid-value::.*50%25/m);
    for (const line of stdout.trimEnd().split('\n')) assert.ok(line.startsWith('::'), line);
  });
});

describe('the compact format', () => {
  it('has one line for each problem and nothing else', async () => {
    const { stdout } = await cli(['--format', 'compact', ...all], { files });
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines) assert.match(line, /^[^:]+:\d+:\d+: (?:error|warning|info|hint): .+ \[[a-z0-9-]+\]$/);
    const column = deleting.indexOf('--delete2') + 1;
    assert.ok(lines.some((line) => line.startsWith(`/elsewhere/f.sh:1:${column}: error: `)));
    assert.equal((await cli(['--format', 'compact', 'clean.sh'], { files })).stdout, '');
  });
});
