import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { recogniseDialect } from '../../server/src/core/languageService.js';
import { cli } from './support/memoryHost.js';

const root = new URL('../../../', import.meta.url);

describe('the hook for pre-commit', () => {
  const [hook] = parse(readFileSync(new URL('.pre-commit-hooks.yaml', root), 'utf8'));

  it('takes only files that lint reads, of every kind with a name of its own', () => {
    const files = new RegExp(hook.files);
    const names = [
      ...['a.sh', 'b.bash', 'c.zsh', 'd.ksh', 'e.bat', 'f.cmd', 'g.ps1', 'h.imapsync', 'i.imapsync.csv', 'j.md'],
      ...['k.markdown', 'l.yml', 'm.yaml', 'n.service', 'o.crontab', 'p.cron', 'q.mk', 'Dockerfile', 'x/Makefile'],
      ...['Containerfile', 'crontab', 'x/options_extra.txt'],
    ];
    for (const name of names) {
      assert.ok(files.test(name), name);
      assert.notEqual(recogniseDialect({ path: name }), undefined, name);
    }
    for (const name of ['a.ts', 'MyDockerfile', 'a.shx', 'notes.txt', 'a.csv']) assert.ok(!files.test(name), name);
  });

  it('runs a command line that lint takes, and has nothing to say about files on other things', async () => {
    const [program, ...words] = hook.entry.split(' ');
    assert.equal(program, 'imapsync-lint');
    const files = { '/base/a.md': '# Title\n', '/base/b.yml': 'a: 1\n', '/base/c.sh': 'ls\n' };
    const { code, stdout, stderr } = await cli([...words, 'a.md', 'b.yml', 'c.sh'], { files });
    assert.deepEqual([code, stdout, stderr], [0, '', '']);
  });
});
