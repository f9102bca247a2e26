import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
  optionFacts,
} from '../../server/src/core/languageService.js';
import { marked, now } from './cursor.js';

const service = createLanguageService();

/** Commands with a place for an option and its value (`%`): `|` is the cursor. */
const places: readonly {
  readonly what: string;
  readonly dialect: FileDialect;
  readonly text: string;
  readonly quoted?: boolean;
}[] = [
  { what: 'a shell script', dialect: 'posix', text: 'imapsync --gmail1 --office2 % |\n' },
  { what: 'a shell script, in single quotes', dialect: 'posix', text: "imapsync --gmail1 --office2 % '|'\n" },
  { what: 'a shell script, in double quotes', dialect: 'posix', text: 'imapsync --gmail1 --office2 % "|" --dry\n' },
  { what: 'a shell script, in quotes still open', dialect: 'posix', text: "imapsync --gmail1 --office2 % '|" },
  { what: 'a shell script, behind an equals sign', dialect: 'posix', text: 'imapsync --gmail1 --office2 %=|\n' },
  {
    what: 'a shell script, within the quotes of the word',
    dialect: 'posix',
    text: "imapsync --gmail1 --office2 '%=|' --dry\n",
  },
  {
    what: 'a shell script, quotes behind an equals sign',
    dialect: 'posix',
    text: 'imapsync --gmail1 --office2 %="|"\n',
  },
  { what: 'a continued shell command', dialect: 'posix', text: 'imapsync --gmail1 \\\n  % | \\\n  --office2\n' },
  { what: 'a command read twice', dialect: 'posix', text: "bash -c 'imapsync --gmail1 --office2 % |'\n" },
  { what: 'a batch file', dialect: 'cmd', text: 'imapsync --gmail1 --office2 % |\n' },
  { what: 'a batch file, in quotes', dialect: 'cmd', text: 'imapsync --gmail1 --office2 % "|"\n' },
  { what: 'a PowerShell script', dialect: 'powershell', text: 'imapsync --gmail1 --office2 % |\n' },
  { what: 'a PowerShell script, in double quotes', dialect: 'powershell', text: 'imapsync --gmail1 --office2 % "|"\n' },
  { what: 'a profile', dialect: 'profile', text: '--gmail1 --office2\n% |\n' },
  { what: 'a profile, in quotes', dialect: 'profile', text: "--gmail1 --office2\n% '|'\n" },
  { what: 'a shell fence of Markdown', dialect: 'markdown', text: '```sh\nimapsync --gmail1 --office2 % |\n```\n' },
  { what: 'RUN in a Dockerfile', dialect: 'dockerfile', text: 'FROM debian\nRUN imapsync --gmail1 --office2 % |\n' },
  {
    what: 'CMD in a Dockerfile',
    dialect: 'dockerfile',
    text: 'FROM debian\nCMD ["imapsync", "--gmail1", "--office2", "%", "|"]\n',
  },
  {
    what: 'CMD in a Dockerfile, an empty item',
    dialect: 'dockerfile',
    text: 'FROM debian\nCMD ["imapsync", "--gmail1", "--office2", "%", |]\n',
  },
  {
    what: 'items of YAML',
    dialect: 'yaml',
    text: 'a:\n  command:\n    - imapsync\n    - --gmail1\n    - --office2\n    - %\n    - |\n',
  },
  {
    what: 'items of YAML in quotes',
    dialect: 'yaml',
    text: "a:\n  command:\n    - imapsync\n    - --gmail1\n    - --office2\n    - '%=|'\n",
  },
  {
    what: 'items of YAML behind an equals sign',
    dialect: 'yaml',
    text: 'a:\n  command:\n    - imapsync\n    - --gmail1\n    - --office2\n    - %=|\n    - --dry\n',
  },
  {
    what: 'a list of YAML in brackets',
    dialect: 'yaml',
    text: 'a:\n  command: [imapsync, --gmail1, --office2, %, |]\n',
  },
  {
    what: 'a string of YAML',
    dialect: 'yaml',
    text: 'services:\n  a:\n    image: x/imapsync\n    command: --gmail1 --office2 % S|\n',
  },
  { what: 'a crontab', dialect: 'crontab', text: '0 3 * * * imapsync --gmail1 --office2 % |\n' },
  { what: 'a systemd unit', dialect: 'systemd', text: '[Service]\nExecStart=imapsync --gmail1 --office2 % |\n' },
  {
    what: 'a systemd unit, in quotes',
    dialect: 'systemd',
    text: '[Service]\nExecStart=imapsync --gmail1 --office2 % "|"\n',
  },
  { what: 'a Makefile', dialect: 'makefile', text: 'sync:\n\timapsync --gmail1 --office2 % |\n' },
  { what: 'a variable', dialect: 'posix', text: 'OPTS="--gmail1 --office2 % |"\nimapsync $OPTS\n' },
  { what: 'an array', dialect: 'posix', text: '#!/bin/bash\nargs=(--gmail1 --office2 % |)\nimapsync "${args[@]}"\n' },
  {
    what: 'the options of an account table',
    dialect: 'table',
    text: 'host1;host2;options\nimap.gmail.com;outlook.office365.com;% |\n',
  },
];

const valued = optionFacts.filter(({ value, secret }) => value !== 'none' && !secret);

describe('a value that is chosen', () => {
  for (const { what, dialect, text } of places) {
    it(`gets to imapsync as it is shown, in ${what}`, () => {
      let taken = 0;
      for (const { name } of valued) {
        const source = text.replace('%', `--${name}`);
        const { text: before, offset, analysis } = marked(source, dialect);
        for (const entry of service.complete(analysis, offset, { byBlank: false, now }).entries) {
          const explained = entry.explained!;
          assert.ok('value' in explained && explained.option === name, `${source} proposes ${entry.label}`);
          const after = applyChanges(before, [entry.change]);
          const [invocation] = analyse(after, dialect).invocations;
          assert.equal(invocation?.value(name), explained.value, `${entry.label} in ${source} gives ${after}`);
          assert.ok(!invocation.open || dialect === 'table', after);
          taken += 1;
        }
      }
      assert.ok(taken > 50, `${taken} proposals`);
    });
  }

  it('can be chosen again once more of it is typed', () => {
    for (const { text, dialect } of places) {
      const source = text.replace('%', '--folder').replace('|', 'Se|');
      const { offset, analysis } = marked(source, dialect);
      const entries = service.complete(analysis, offset, { byBlank: false, now }).entries;
      for (const { change, filterText, label } of entries) {
        const typed = analysis.source.text.slice(change.range.start, offset);
        if (label.startsWith('Se')) assert.ok(filterText.startsWith(typed), `${filterText} for ${typed} in ${source}`);
      }
    }
  });
});

describe('a field of an account table', () => {
  it('takes what is chosen, in quotes where the table knows them', () => {
    for (const { name } of valued) {
      for (const separator of [';', ',']) {
        const text = ['user1', 'user2', name].join(separator);
        const others = name === 'user1' || name === 'user2' ? 'host1' : 'errorsmax';
        const source = `${text.replace(/^user1/, others === 'host1' ? 'host1' : 'user1')}\n${['a', 'b', '|'].join(separator)}\n`;
        const { text: before, offset, analysis } = marked(source, 'table');
        for (const entry of service.complete(analysis, offset, { byBlank: false, now }).entries) {
          const explained = entry.explained!;
          if (!('value' in explained) || explained.value === '') continue;
          const [invocation] = analyse(applyChanges(before, [entry.change]), 'table').invocations;
          assert.equal(invocation?.value(name), explained.value, `${entry.label} in ${source}`);
        }
      }
    }
  });
});
