import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { readRelease } from '../../server/src/core/catalogue/release.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { now, problemsIn } from './linting.js';

const about = new Set([
  'authmech-mismatch',
  'clear-text-connection',
  'errorsmax-value',
  'extreme-timeout',
  'login-fallback',
  'misplaced-file',
  'no-throttle',
  'nokeepalive',
  'oauth-incomplete',
  'password-refused',
  'password-source-ignored',
  'port-against-encryption',
  'shared-run-file',
  'showpasswords',
  'throttle-without-effect',
  'weak-encryption',
]);

/** What these rules say about a script, with their levels. */
function said(text: string, imapsyncVersion = ''): readonly string[] {
  const analysis = analyse(text, 'posix', undefined, readRelease(imapsyncVersion));
  return lint(analysis, { config: defaultConfig, now })
    .filter(({ rule }) => about.has(rule))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

const commands: readonly (readonly [options: string, ...said: string[]])[] = [
  ['--timeout 30'],
  ['--timeout 29.9', 'info extreme-timeout'],
  ['--timeout 1', 'info extreme-timeout'],
  ['--timeout 0.99', 'error extreme-timeout'],
  ['--timeout=-1', 'error extreme-timeout'],
  ['--timeout 0.0', 'warning extreme-timeout'],
  ['--timeout "$T"'],
  ['--maxbytespersecond 1000'],
  ['--maxbytespersecond 999', 'info throttle-without-effect'],
  ['--maxbytespersecond 0'],
  ['--maxbytespersecond 999 --maxsleep 60'],
  ['--gmail1 --maxbytespersecond 99_999_999'],
  ['--gmail1 --maxbytespersecond 100_000_000', 'warning throttle-without-effect'],
  ['--office2 --maxsize 0', 'warning throttle-without-effect'],
  ['--maxmessagespersecond 2 --maxsleep 0', 'warning throttle-without-effect'],
  ['--errorsmax -1', 'info errorsmax-value'],
  ['--errorsmax 2'],
  ['--errorsmax "$E"'],
  ['--host1 imap.gmail.com "$@"'],
  ['--host1 imap.gmail.com --justfolders'],
  ['--host1 IMAP.GMAIL.COM', 'info no-throttle'],
  ['--notls1 "$@"'],
  ['--nossl1 --notls1 "$@"', 'error clear-text-connection'],
  ['--notls1 --host1 127.0.0.1'],
  ['--port1 143 "$@"'],
  ['--port1 "$P" --notls1', 'error clear-text-connection'],
  ['--port1 993 "$@"'],
  ['--gmail1 --port1 143', 'error port-against-encryption'],
  ['--port1 993 --nosslcheck', 'error port-against-encryption', 'hint clear-text-connection'],
  ['--oauthaccesstoken1 ./t "$@"'],
  ['--authmech1 "$M"'],
  ['--authmech1 PLAIN "$@"'],
  ['--authmech1 external'],
  ['--authmech1 PLAIN --authuser1 "$A"'],
  ['--office1 --passfile1 ./p "$@"'],
  ['--office1 --passfile1 ./p --authmech1 XOAUTH2 --oauthdirect1 ./d'],
  ['--host1 imap.gmail.com --password1 "$P" --gmail1'],
  ['--host1 imap.gmail.com --password1 x --gmail1', 'hint password-refused'],
  ['--host1 imap.mail.ru --password1 x'],
  ['--logfile "$LOG"'],
  ['--logfile /x --logdir ""'],
  ['--logfile /x --nolog'],
];

describe('rules about logins, connections and pace', () => {
  for (const [options, ...expected] of commands) {
    it(`${options}: ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(said(`imapsync ${options}\n`), expected);
    });
  }

  it('know what releases made better', () => {
    const token = 'imapsync --oauthaccesstoken1 ./token\n';
    const port = 'imapsync --port1 993\n';
    assert.deepEqual(said(token, '2.250'), ['warning oauth-incomplete']);
    assert.deepEqual(said(token, '2.251'), []);
    assert.deepEqual(said(port), ['warning port-against-encryption']);
    assert.deepEqual(said(port, '2.283'), ['error port-against-encryption']);
    assert.deepEqual(said(port, '2.284'), []);
    assert.deepEqual(said('imapsync --port1 143\n', '2.284'), []);
    assert.deepEqual(said('imapsync --authmech1 NTLM\n', '1.980'), []);
  });

  const run = 'imapsync --user1 "$u" --logfile a.log --pidfile a.pid';
  const runs: readonly (readonly [text: string, ...said: string[]])[] = [
    [`for u in a b; do ${run} & done\n`, 'warning shared-run-file', 'warning shared-run-file'],
    [`for u in a b; do ${run} > "$u.out" 2>&1 & done\n`, 'warning shared-run-file', 'warning shared-run-file'],
    [`for u in a b; do ${run}; done\n`],
    [`${run} && echo done\n`],
    ['xargs -P 4 -I{} imapsync --user1 {} --logfile a.log < users\n', 'warning shared-run-file'],
    ['xargs -P 1 -I{} imapsync --user1 {} --logfile a.log < users\n'],
    ['xargs -I{} imapsync --user1 {} --logfile a.log < users\n'],
    ['xargs -P4 -I{} imapsync --user1 {} --logfile {}.log < users\n'],
    ["parallel -j1 'imapsync --user1 {} --logfile a.log' ::: a b\n"],
    ["parallel 'imapsync --user1 {} --logfile a.log' ::: a b\n", 'warning shared-run-file'],
    ['imapsync --logfile a.log\nimapsync --logfile a.log --logdir b\n'],
    ['imapsync --logfile a.log\nimapsync --logfile a.log --nolog\n'],
    ['imapsync --pidfilelocking &\nimapsync --pidfilelocking &\n', 'warning shared-run-file'],
    ['imapsync --pidfilelocking --tmpdir a &\nimapsync --pidfilelocking --tmpdir b &\n'],
    ["imapsync --pidfile '' &\nimapsync --pidfile '' &\n"],
  ];
  for (const [text, ...expected] of runs) {
    it(`runs at the same time: ${JSON.stringify(text)}`, () => assert.deepEqual(said(text), expected));
  }

  it('are silenced by directives, those about files too', () => {
    const text = 'imapsync --logfile a.log\nimapsync --logfile a.log # imapsync-lint: disable-line=shared-run-file\n';
    assert.deepEqual(said(text), []);
    assert.deepEqual(said('# imapsync-lint: disable=showpasswords\nimapsync --showpasswords\n'), []);
  });

  it('name no secret', () => {
    const text =
      'IMAPSYNC_PASSWORD1=s3cret imapsync --office1 --showpasswords --password1 s3cret --authmech1 XOAUTH2 --passfile1 p\n';
    for (const problem of problemsIn(text)) {
      const shown = [problem.message, ...(problem.suggestions?.() ?? []).map(({ title }) => title)];
      for (const { message } of problem.related ?? []) shown.push(message);
      for (const line of shown) assert.ok(!line.includes('s3cret'), line);
    }
  });
});
