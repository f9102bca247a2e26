import assert from 'node:assert/strict';
import { hover } from '../../server/src/core/features/hover.js';
import { analyse } from '../../server/src/core/languageService.js';
import { now } from './cursor.js';
import { type FileDialect, hoverOf } from './hovering.js';

const command = 'imapsync --host1 a.example --user1 u --passfile1 p --host2 b.example --user2 v --passfile2 q';

const posix = (lines: string): string => `#!/bin/bash\n${command}\n${lines}\n`;
const cmd = (lines: string): string => `@echo off\r\n${command}\r\n${lines}\r\n`;
const powershell = (lines: string): string => `${command}\n${lines}\n`;

describe('Hover over an exit code', () => {
  const told: readonly (readonly [dialect: FileDialect, text: string])[] = [
    ['posix', posix('[ $? -eq 1|6 ] && echo login')],
    ['posix', posix('[ "$?" -ne 16| ] && echo login')],
    ['posix', posix('[[ $? == |16 ]] && echo login')],
    ['posix', posix('if (( $? == 1|6 )); then echo login; fi')],
    ['posix', posix('if test 1|6 -eq $?; then echo login; fi')],
    ['posix', posix('rc=$?\necho "$rc"\nif [ "${rc}" -eq 1|6 ]; then echo login; fi')],
    ['posix', posix('rc=$?\n(( rc == 1|6 )) && echo login')],
    ['posix', posix('case $? in\n  0) ;;\n  12|1¦6|161) echo login ;;\nesac')],
    ['posix', posix('rc=$?\ncase "$rc" in\n  0) echo fine ;;\n  1|6 ) echo login ;;\nesac')],
    ['posix', `#!/bin/sh\n${command} >> log 2>&1\nrc=$?; [ $rc -eq 1|6 ]\n`],
    ['posix', `#!/bin/sh\n${command} || { rc=$?; [ $rc -eq 1¦6 ]; }\n`],
    ['posix', `if ${command}; then echo fine; else rc=$?; [ $rc -eq 1|6 ]; fi\n`],
    ['posix', `move() {\n  ${command}\n}\nmove a\ncase $? in 1|6) echo login;; esac\n`],
    ['cmd', cmd('if errorlevel 1|6 echo login')],
    ['cmd', cmd('if errorlevel 64 goto usage\r\nif not errorlevel 1|6 echo fine')],
    ['cmd', cmd('if %ERRORLEVEL% EQU 1|6 echo login')],
    ['cmd', cmd('if "%errorlevel%"=="1|6" (echo login)')],
    ['cmd', cmd('set rc=%ERRORLEVEL%\r\necho %rc%\r\nif %rc% NEQ 1|6 echo fine')],
    ['powershell', powershell('if ($LASTEXITCODE -eq 1|6) { Write-Host login }')],
    ['powershell', powershell('$code = $LASTEXITCODE\nif ($code -ge 1|6) { Write-Host login }')],
    ['powershell', powershell('if ($LASTEXITCODE -in 12, 1|6) { Write-Host login }')],
    ['powershell', powershell('switch ($LASTEXITCODE) {\n  0 { "fine" }\n  1|6 { "login" }\n}')],
    ['markdown', `Do this:\n\n\`\`\`sh\n${command}\n[ $? -eq 1|6 ] && echo login\n\`\`\`\n`],
    ['dockerfile', `FROM x\nRUN ${command}; [ $? -eq 1|6 ]\n`],
    ['makefile', `move:\n\t${command}; [ $$? -eq 1|6 ]\n`],
    ['systemd', `[Service]\nExecStart=/usr/bin/${command}\nSuccessExitStatus=0 1|6\n`],
  ];
  for (const [dialect, text] of told) {
    it(`tells it in ${dialect}: ${JSON.stringify(text.slice(text.indexOf(command) + command.length))}`, () => {
      const answer = hoverOf(text, dialect);
      assert.match(answer?.markdown ?? '', /^\*\*Exit code 16\*\* of imapsync: `EXIT_AUTHENTICATION_FAILURE`/);
      assert.equal(answer?.covered, '16');
    });
  }

  const silent: readonly (readonly [dialect: FileDialect, text: string, why: string])[] = [
    ['posix', posix('grep x log\n[ $? -eq 1|6 ]'), 'the status is that of another command'],
    ['posix', posix('rc=$?\nrc=7\n[ $rc -eq 1|6 ]'), 'the variable holds something else'],
    ['posix', posix('[ $count -eq 1|6 ]'), 'the variable holds no status'],
    ['posix', `${command} | tee log\n[ $? -eq 1¦6 ]\n`, 'the status is that of the end of the pipe'],
    ['posix', posix('# [ $? -eq 1|6 ]'), 'it stands in a comment'],
    ['posix', posix('case $1 in\n  1|6) echo x ;;\nesac'), 'something else is looked at'],
    ['posix', 'true\n[ $? -eq 1|6 ]\n', 'there is no imapsync in the file'],
    ['posix', posix('[ $? -eq 9| ]'), 'imapsync has no such code'],
    ['cmd', cmd('ping b.example\r\nif errorlevel 1|6 echo x'), 'the level is that of another command'],
    ['powershell', powershell('$n = 3\nif ($n -eq 1|6) { }'), 'the variable holds no status'],
    ['markdown', `\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`sh\n[ $? -eq 1|6 ]\n\`\`\`\n`, 'it is another example'],
  ];
  for (const [dialect, text, why] of silent) {
    it(`says nothing in ${dialect} where ${why}`, () => assert.equal(hoverOf(text, dialect), null));
  }

  it('tells the status of a command in a pipe', () => {
    const byName = `${command} | tee log\nrc=\${PIPESTATUS[0]}\n[ $rc -eq 1¦6 ]\n`;
    assert.match(hoverOf(byName)?.markdown ?? '', /Exit code 16/);
    const bySetting = `set -o pipefail\n${command} | tee log\n[ $? -eq 1¦6 ]\n`;
    assert.match(hoverOf(bySetting)?.markdown ?? '', /Exit code 16/);
  });

  it('says that errorlevel means at least', () => {
    assert.match(hoverOf(cmd('if errorlevel 1|6 x'), 'cmd')?.markdown ?? '', /this code and every higher one/);
  });

  it('knows the codes of signals', () => {
    assert.match(hoverOf(posix('[ $? -eq 1|43 ]'))?.markdown ?? '', /Exit code 143/);
  });

  it('does not hang on fifty thousand openers', () => {
    const comparisons = [
      ['posix', '; [ $? -eq ', ' ]'],
      ['posix', '', ')'],
      ['cmd', '\r\nif errorlevel ', ' x'],
      ['powershell', '; if ($LASTEXITCODE -eq ', ')'],
    ] as const;
    for (const opener of ['case $? in ', '(', '> ', '1', ' ', '#', 'else ', 'then ', '|', '\\\n', '{ ', '; else ']) {
      for (const [dialect, before, after] of comparisons) {
        const lead = `${command}\n${opener.repeat(50_000)}${before}`;
        const analysis = analyse(`${lead}16${after}\n`, dialect);
        const start = performance.now();
        hover(analysis, lead.length + 1, { now });
        assert.ok(performance.now() - start < 1000, `${opener} in ${dialect}`);
      }
    }
  });
});
