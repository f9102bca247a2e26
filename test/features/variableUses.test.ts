import assert from 'node:assert/strict';
import { analyse, createLanguageService, type FileDialect } from '../../server/src/core/languageService.js';
import { marked } from './cursor.js';

const service = createLanguageService();

/** What the definitions of what stands at the mark are, each as the line (from 1) and the text that is selected there. */
function definitions(source: string, dialect: FileDialect = 'posix'): readonly string[] {
  const { text, offset, analysis } = marked(source, dialect);
  const found = service.definition(analysis, offset);
  if (found === null) return [];
  assert.ok(found.range.start <= offset && offset <= found.range.end, 'the mark lies in what is asked for');
  return found.targets.map(({ range, nameRange }) => {
    assert.ok(range.start <= nameRange.start && nameRange.end <= range.end, 'the name lies in the definition');
    return at(text, nameRange);
  });
}

function references(source: string, dialect: FileDialect = 'posix', declaration = true): readonly string[] | null {
  const { text, offset, analysis } = marked(source, dialect);
  return service.references(analysis, offset, declaration)?.map((range) => at(text, range)) ?? null;
}

/** The highlighted places, those that decide with a star. */
function highlights(source: string, dialect: FileDialect = 'posix'): readonly string[] {
  const { text, offset, analysis } = marked(source, dialect);
  return service.documentHighlights(analysis, offset).map(({ range, kind }) => {
    const mark = { write: '*', read: '', text: '=' }[kind];
    return `${mark}${at(text, range)}`;
  });
}

function at(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`;
}

describe('definitions', () => {
  it('lead from a variable to its assignment, in each shell', () => {
    assert.deepEqual(definitions('H=a\nimapsync --host1 "$|H"\n'), ['1 H']);
    assert.deepEqual(definitions('export H=a\nimapsync --host1 ${H|}x\n'), ['1 H']);
    assert.deepEqual(definitions('ARGS=(--dry)\nARGS+=(--ssl1)\nimapsync "${AR|GS[@]}"\n'), ['1 ARGS', '2 ARGS']);
    assert.deepEqual(definitions('@set "H=a"\nimapsync --host1 %|h%\n', 'cmd'), ['1 H']);
    assert.deepEqual(definitions("$H = 'a'\n& imapsync --host1 $|h\n", 'powershell'), ['1 $H']);
    assert.deepEqual(definitions("$A = @('--dry')\nimapsync @|a\n", 'powershell'), ['1 $A']);
  });

  it('are only those that the value certainly stems from', () => {
    assert.deepEqual(definitions('H=a\nH=b\nimapsync --host1 $|H\n'), ['2 H']);
    assert.deepEqual(definitions('H=a\nif x; then H=b; fi\nimapsync --host1 $|H\n'), ['1 H', '2 H']);
  });

  it('lead from a column to the name that read or for gives it', () => {
    const loop = 'while IFS=";" read -r user1 pw; do\nimapsync --user1 "$user1"\ndone < accounts.csv\n';
    assert.deepEqual(definitions(loop.replace('"$u', '"$|u')), ['1 user1']);
    assert.deepEqual(definitions('for u in a b; do imapsync --user1 $|u; done\n'), ['1 u']);
    const batch = 'for /f "tokens=1,2 delims=;" %%a in (accounts.csv) do imapsync --user1 %%a --user2 %%b\n';
    assert.deepEqual(definitions(batch.replace('1 %%a', '1 %|%a'), 'cmd'), ['1 %%a']);
    assert.deepEqual(definitions(batch.replace('2 %%b', '2 %|%b'), 'cmd'), ['1 %%a']);
    const script = 'foreach ($row in Import-Csv a.csv) {\n  imapsync --user1 $row.user\n}\n';
    assert.deepEqual(definitions(script.replace('$row.', '$r|ow.'), 'powershell'), ['1 $row']);
  });

  it('keep variables of functions apart from others of the same name', () => {
    const script = 'u=x\nf() {\n  local u=$1\n  imapsync --user1 $u\n}\nf a\necho $u\n';
    assert.deepEqual(definitions(script.replace('user1 $', 'user1 |$')), ['3 u']);
    assert.deepEqual(definitions(script.replace('echo $', 'echo |$')), ['1 u']);
  });

  it('lead from the arguments of a function to the call, and from the call to the function', () => {
    const script = 'sync() {\n  imapsync --dry "$@"\n}\nsync --host1 a\n';
    assert.deepEqual(definitions(script.replace('"$@', '"$|@')), ['4 --host1 a']);
    assert.deepEqual(definitions(script.replace('sync --h', 'sy|nc --h')), ['1 sync']);
    assert.deepEqual(definitions('function Sync {\n  imapsync --dry\n}\nSyn|c\n', 'powershell'), ['1 Sync']);
  });

  it('work wherever a script uses the variable, but in no comment', () => {
    assert.deepEqual(definitions('H=a\n[ -n "$|H" ] && imapsync --host1 b\n'), ['1 H']);
    assert.deepEqual(definitions('H=a\nimapsync --host1 b # $|H\n'), []);
    assert.deepEqual(definitions('H=a\nimapsync --host1 b \\$|H\n'), []);
  });

  it('work in scripts inside of other files', () => {
    assert.deepEqual(definitions('```sh\nH=a\nimapsync --host1 $|H\n```\n', 'markdown'), ['2 H']);
    assert.deepEqual(definitions('```powershell\n$H = "a"\nimapsync --host1 $|H\n```\n', 'markdown'), ['2 H']);
    assert.deepEqual(definitions('FROM x\nRUN H=a && \\\n  export H && \\\n  imapsync --host1 $|H\n', 'dockerfile'), [
      '2 H',
    ]);
    const yaml = 'script:\n  - |\n    H=a\n    imapsync --host1 $H\n';
    const found = service.definition(analyse(yaml, 'yaml'), yaml.indexOf('$H') + 1);
    assert.deepEqual(
      found?.targets.map(({ nameRange }) => at(yaml, nameRange)),
      ['3 H'],
    );
    assert.deepEqual(definitions('```sh\nimapsync --host1 $|H\n```\n', 'markdown'), []);
  });

  it('are none for anything else', () => {
    assert.deepEqual(definitions('imapsync --ho|st1 a\n'), []);
    assert.deepEqual(definitions('imapsync --host1 $|H\n'), []);
    assert.deepEqual(definitions('host1;user1\na|;b\n', 'table'), []);
  });
});

describe('references', () => {
  const script = 'H=a\necho "$H ${H%x} $HOST \\$H" # $H\nimapsync --host1 $H\n';

  it('are all uses of a variable in the script, its assignments on request', () => {
    const wanted = ['2 $H', '2 ${H%x}', '3 $H'];
    assert.deepEqual(references(script.replace('host1 $', 'host1 |$')), ['1 H', ...wanted]);
    assert.deepEqual(references(script.replace('host1 $', 'host1 |$'), 'posix', false), wanted);
    assert.deepEqual(references(`|${script}`), ['1 H', ...wanted]);
  });

  it('follow how each shell writes variables', () => {
    assert.deepEqual(references('set H=a\necho %H% !h! %HOST% %H:~1%\nimapsync --host1 %|h%\n', 'cmd'), [
      ...['1 H', '2 %H%', '2 !h!', '2 %H:~1%', '3 %h%'],
    ]);
    assert.deepEqual(references('$H = 1\n"$h ${H} $env:H $script:H `$H a@h"\nimapsync $|H\n', 'powershell'), [
      ...['1 $H', '2 $h', '2 ${H}', '2 $script:H', '3 $H'],
    ]);
  });

  it('join the commands of a script inside of another file', () => {
    const guide =
      '```sh\nH=a\nimapsync --host1 $H\nimapsync --host2 "$H"\n```\n\n```sh\nH=b\nimapsync --host1 $H\n```\n';
    const wanted = ['2 H', '3 $H', '4 $H'];
    assert.deepEqual(references(guide.replace('1 $H', '1 |$H'), 'markdown'), wanted);
    assert.deepEqual(references(guide.replace('H=a', '|H=a'), 'markdown'), wanted);
    assert.deepEqual(references(guide.replace('H=b', '|H=b'), 'markdown'), ['8 H', '9 $H']);
    const batch = '```bat\nset OPTS=--dry\nimapsync %OPTS%\nimapsync %opts%\n```\n';
    assert.deepEqual(references(batch.replace('OPTS=', '|OPTS='), 'markdown'), ['2 OPTS', '3 %OPTS%', '4 %opts%']);
  });

  it('of an option are its occurrences in the file', () => {
    assert.deepEqual(references('imapsync --d|ry\nimapsync --nodry --maxsize 1\n'), ['1 --dry', '2 --nodry']);
    assert.equal(references('imap|sync --dry\n'), null);
  });
});

describe('highlights', () => {
  it('show an option with its pair, and both values', () => {
    const command = 'imapsync --host1 a --ssl1 --host2=b\nimapsync --host1 c\n';
    assert.deepEqual(highlights(command.replace('st1 a', '|st1 a')), ['=1 --host1', '=1 --host2']);
    assert.deepEqual(highlights(command.replace('=b', '=|b')), ['=1 a', '=1 b']);
    assert.deepEqual(highlights(command.replace('--ssl1', '|--ssl1')), ['=1 --ssl1']);
  });

  it('tell which occurrence of an option counts', () => {
    assert.deepEqual(highlights('imapsync --max|size 1 --maxsi=2\n'), ['1 --maxsize', '*1 --maxsi']);
    assert.deepEqual(highlights('imapsync --fol|der a --folder b\n'), ['=1 --folder', '=1 --folder']);
  });

  it('show the field of the other side in a row of a table', () => {
    assert.deepEqual(highlights('host1;user1;host2;user2\na;b|;c;d\n', 'table'), ['=2 b', '=2 d']);
  });

  it('show the uses of a variable', () => {
    assert.deepEqual(highlights('H=a\nimapsync --host1 $|H --host2 $H\n'), ['*1 H', '2 $H', '2 $H']);
    assert.deepEqual(highlights('```sh\nH=a\nimapsync --host1 $|H --host2 $H\n```\n', 'markdown'), [
      ...['*2 H', '3 $H', '3 $H'],
    ]);
    assert.deepEqual(highlights('imapsync --host1 $|1 --host2 "$1" --user1 $2\n'), ['1 $1', '1 $1']);
  });

  it('show where else a rule is silenced', () => {
    const text =
      '# imapsync-lint: disable=del|ete-2\nimapsync --dry\n# imapsync-lint: disable=delete-2\nimapsync --dry\n';
    assert.deepEqual(highlights(text), ['=1 delete-2', '=3 delete-2']);
  });

  it('are none where an editor does better by itself', () => {
    assert.deepEqual(highlights('imap|sync --dry\n'), []);
    assert.deepEqual(highlights('ec|ho\nimapsync --dry\n'), []);
  });
});
