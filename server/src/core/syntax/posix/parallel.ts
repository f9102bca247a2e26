import type { Launcher } from './finding.js';
import { type OptionGrammar, skipOptions } from './launcherOptions.js';

/** GNU parallel's options that take a value in the next word (its manual, "OPTIONS"). */
const grammar: OptionGrammar = {
  letters: 'aCdEIjLNnPSs',
  long: [
    'arg-file',
    'arg-file-sep',
    'arg-sep',
    'basefile',
    'block',
    'block-size',
    'colsep',
    'delay',
    'delimiter',
    'env',
    'halt',
    'halt-on-error',
    'header',
    'id',
    'jobs',
    'joblog',
    'limit',
    'load',
    'max-args',
    'max-chars',
    'max-procs',
    'max-replace-args',
    'memfree',
    'memsuspend',
    'nice',
    'profile',
    'recend',
    'recstart',
    'results',
    'res',
    'retries',
    'return',
    'rpl',
    'semaphorename',
    'semaphoretimeout',
    'shebang-wrap',
    'sqlandworker',
    'sqlmaster',
    'sqlworker',
    'sshdelay',
    'sshlogin',
    'sshloginfile',
    'tagstring',
    'tempdir',
    'template',
    'termseq',
    'timeout',
    'tmpdir',
    'tmpl',
    'tmux',
    'transferfile',
    'trc',
    'trim',
    'wd',
    'workdir',
  ],
};

/** `{}`, `{.}`, `{/}`, `{//}`, `{/.}`, `{#}`, `{%}`, `{1}`, `{2.}`, `{name}`, `{= perl =}` */
const placeholder = /\{(?:[#%]|(?:[-+]?\d+|[A-Za-z_]\w*)?(?:\.|\/{1,2}|\/\.)?)\}|\{=.{0,200}?=\}/g;

/** GNU parallel joins the words up to `:::` by blanks and hands the result to a shell, once for each argument. */
export const parallel: Launcher = (words, index) => {
  const start = skipOptions(words, index, grammar);
  let end = start;
  while (end < words.length && !/^:::{1,2}\+?$/.test(words[end]!.value ?? '')) end++;
  return end > start
    ? { kind: 'script', start, end, inserted: { placeholder, appended: 'without-placeholder' } }
    : null;
};
