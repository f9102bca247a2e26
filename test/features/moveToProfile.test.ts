import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgv } from '../../server/src/core/features/parseArgv.js';
import { applyChanges } from '../../server/src/core/languageService.js';
import { rewriteAt } from './rewriting.js';

/** The profile and the script that are left; null where moving is not offered. */
function move(source: string, name = 'x.imapsync'): { readonly profile: string; readonly script: string } | null {
  const { text, action } = rewriteAt(source, 'profile');
  if (action?.kind !== 'new-file') return null;
  const edits = action.editsFor(name);
  return edits === null ? null : { profile: action.content, script: applyChanges(text, edits) };
}

const reading = "grep -v '^[[:space:]]*#' x.imapsync | ";

describe('moving options into a profile', () => {
  it('writes one option on a line and has xargs hand them over', () => {
    assert.deepEqual(
      move("#!/bin/sh\nimapsync --dry --host1 a \\\n  --exclude 'it'\\''s \"x\"' --user1 b > log || exit 1\n"),
      {
        profile: `--host1 a\n--user1 b\n--exclude 'it'\\''s "x"'\n--dry\n`,
        script: `#!/bin/sh\n${reading}xargs imapsync > log || exit 1\n`,
      },
    );
  });

  it('leaves passwords and what only the shell knows on the command line, with all occurrences of the option', () => {
    assert.deepEqual(
      move(
        'A=b sudo -E imapsync --dry --password1 secret --user1 "$U" --exclude "$X" --exclude y --host1 a --password2 "$(cat p)"\n',
      ),
      {
        profile: '--host1 a\n--dry\n',
        script: `${reading}A=b xargs sudo -E imapsync --password1 secret --user1 "$U" --exclude "$X" --exclude y --password2 "$(cat p)"\n`,
      },
    );
  });

  it('quotes the name of the file', () => {
    assert.match(move('imapsync --dry --host1 a\n', "it's a.imapsync")!.script, /'it'\\''s a\.imapsync' \| xargs/);
    assert.match(move('imapsync --dry --host1 a\n', '-a.imapsync')!.script, / \.\/-a\.imapsync \| xargs/);
  });

  it('is not offered where the shell could hand over something else', () => {
    for (const text of [
      'imapsync --dry --host1 a "$@"\n',
      'imapsync --dry --host1 $A --user1 b\n',
      'imapsync --dry --host1 a < /dev/null\n',
      'while read u; do imapsync --dry --host1 a; done < users\n',
      'imapsync --dry 2>err --host1 a\n',
      'imapsync --dry --nosuch a --host1 b\n',
      'imapsync --dry --host1 a\nif [ $? -eq 16 ]; then x; fi\n',
      'imapsync --dry --host1 a -- --x\n',
      'exec imapsync --dry --host1 a\n',
      'docker run -it image/imapsync imapsync --dry --host1 a\n',
      "bash -c 'imapsync --dry --host1 a'\n",
      'I=imapsync\n¦$I --dry --host1 a\n',
      'imapsync --dry\n',
      'imapsync --dry --user1 \'a\nb\' --user2 "$X"\n',
    ]) {
      assert.equal(move(text), null, text);
    }
    assert.equal(rewriteAt('imapsync.exe --dry --host1 a\n', 'profile', 'cmd').action, undefined);
    assert.equal(rewriteAt('imapsync --dry --host1 a\n', 'profile', 'posix', {}).action, undefined);
  });

  it('hands imapsync the same options when the shell runs it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-profile-'));
    try {
      writeFileSync(join(folder, 'imapsync'), '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
      const run = (script: string): readonly string[] => {
        const env = { PATH: `${folder}:${process.env.PATH}`, U: 'u v' };
        const { stdout, status } = spawnSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
        assert.equal(status, 0, script);
        return stdout.trimEnd().split('\n');
      };
      const before =
        'imapsync --dry --user1 "$U" --exclude \'a "b" \\c\' --host1 \'#x\' --exclude "it\'s" --nodry --passfile1 "/a b"\n';
      const { profile, script } = move(before)!;
      writeFileSync(join(folder, 'x.imapsync'), profile);
      const settings = (argv: readonly string[]) => {
        const byName = new Map<string, unknown[]>();
        for (const { name, negated, value } of parseArgv(argv).options) {
          byName.set(name, [...(byName.get(name) ?? []), negated, value]);
        }
        return [...byName].sort();
      };
      assert.deepEqual(settings(run(script)), settings(run(before)));
      assert.equal(settings(run(before)).length, 5);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
