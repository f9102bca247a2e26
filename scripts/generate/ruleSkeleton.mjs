// @ts-check
import { camelCase } from './ruleIndex.mjs';

/** @param {string} name */
export function isRuleName(name) {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);
}

/**
 * The two files of a new rule, to be filled in: both load, and the tests of its page fail until its examples are written.
 * @param {string} name in kebab case
 * @returns {{ readonly file: string, readonly text: string }[]} files relative to the project
 */
export function ruleSkeleton(name) {
  return [
    { file: `server/src/core/rules/${name}.ts`, text: ruleText(name) },
    { file: `docs/rules/${name}.md`, text: pageText(name) },
  ];
}

/** @param {string} name */
function ruleText(name) {
  return `import { defineRule } from './rule.js';

export const ${camelCase(name)} = defineRule({
  id: '${name}',
  severity: 'warning',
  category: 'process',
  summary: 'FILL IN: one line that says what goes wrong.',
  messages: {
    found: 'FILL IN: what imapsync will do with {option}, and what to do instead.',
  },
  check(invocation, { report }) {
    // FILL IN: the cheapest test first; most commands do not have the option.
    const use = invocation.last('${name}');
    if (use === undefined) return;
    report({ range: use.range, message: 'found', data: { option: use.spelled } });
  },
});
`;
}

/** @param {string} name */
function pageText(name) {
  return `# ${name}

FILL IN: what imapsync does, how that is known (tested on which release, read in which source), and what it costs.

Level: warning. Since release FILL IN.

## What is reported

FILL IN: a command and a line of carets below the place that is reported, then the name of the message, in a POSIX shell and in a profile:

\`\`\`sh bad
imapsync --host1 old.example --host2 new.example
\`\`\`

\`\`\`imapsync bad
--host1 old.example
\`\`\`

## What is not

FILL IN: commands close to those above that are fine.

## When not to use it

FILL IN.
`;
}
