import type { Invocation } from '../model/invocation.js';
import { defineRule, type FileContext } from './rule.js';
import { isInBackground, startsMany } from './shared/parallelRuns.js';

/** A name that xargs or parallel fills in for each run. */
const placeholder = /[{%@]/;

export const sharedRunFile = defineRule({
  id: 'shared-run-file',
  severity: 'warning',
  category: 'process',
  dialects: ['posix', 'cmd', 'powershell'],
  summary: 'Several runs write one log file, or get in the way of each other at one pid file.',
  messages: {
    logfile:
      'An earlier command writes the log file {file} too, and this one empties it first, so the log of the earlier run will be lost. Give each its own, or leave --logfile out: the default name holds time and users.',
    logfileOfMany:
      '{launcher} starts runs that all write the log file {file}, and each empties it first. Leave --logfile out: the default name holds time and users.',
    pidfile:
      'Runs at the same time share the pid file {file}: each overwrites it, and the first to end removes it for all. Give each run its own.',
    locked:
      'Runs at the same time share one pid file, and --pidfilelocking lets only one of them start: the others end with exit code 8, whatever their accounts. Give each pair of accounts a --pidfile of its own.',
  },
  checkFile(context) {
    const logs = new Map<string, Invocation>();
    const pids = new Map<string, Invocation>();
    for (const invocation of context.invocations) {
      if (invocation.last('logfile') !== undefined) checkLog(invocation, logs, context);
      if (invocation.last('pidfile') !== undefined || invocation.isSet('pidfilelocking') === true) {
        checkPid(invocation, pids, context);
      }
    }
  },
});

function checkLog(invocation: Invocation, logs: Map<string, Invocation>, { report, text }: FileContext): void {
  const use = invocation.last('logfile')!;
  const file = use.value;
  const directory = invocation.value('logdir');
  if (file === null || file === '' || directory === null || invocation.isSet('log') === false) return;
  const range = use.valueRange ?? use.range;
  const launcher = startsMany(invocation, text);
  const key = `${directory ?? ''}\n${file}`;
  const earlier = logs.get(key);
  if (earlier === undefined) logs.set(key, invocation);
  if (launcher !== null && !placeholder.test(file)) {
    report({ range, message: 'logfileOfMany', data: { launcher, file }, invocation });
  } else if (earlier !== undefined) {
    const first = earlier.last('logfile')!;
    const related = [{ range: first.valueRange ?? first.range, message: 'The same log file.' }];
    report({ range, message: 'logfile', data: { file }, related, invocation });
  }
}

function checkPid(invocation: Invocation, pids: Map<string, Invocation>, { report, text }: FileContext): void {
  const use = invocation.last('pidfile');
  if (use?.value === null || use?.value === '') return;
  const file = use?.value ?? 'imapsync.pid';
  const isMany = startsMany(invocation, text) !== null && !placeholder.test(file);
  if (!isMany && !isInBackground(invocation, text)) return;
  const key = `${invocation.value('tmpdir') ?? ''}\n${file}`;
  const isFirst = !pids.has(key);
  pids.set(key, invocation);
  if (!isMany && isFirst) return;
  const lock = invocation.last('pidfilelocking');
  const at = lock?.negated === false ? lock : use!;
  report({
    range: at === use ? (use.valueRange ?? use.range) : at.range,
    message: at === use ? 'pidfile' : 'locked',
    data: { file },
    invocation,
  });
}
