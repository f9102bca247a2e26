import assert from 'node:assert/strict';
import { recogniseDialect } from '../../server/src/core/syntax/recognise.js';

describe('recognising files', () => {
  it('knows extensions, whatever the case and the kind of path', () => {
    for (const path of ['a.sh', '/x/a.bash', 'C:\\x\\A.SH', 'a.zsh', 'a.ksh', 'a.command', 'x.y/a.b.sh']) {
      assert.equal(recogniseDialect({ path }), 'posix', path);
    }
    for (const path of ['a.bat', 'C:\\x\\A.CMD']) assert.equal(recogniseDialect({ path }), 'cmd', path);
    for (const path of ['batch.imapsync', '/x/a.IMAPSYNC']) assert.equal(recogniseDialect({ path }), 'profile', path);
  });

  it('knows PowerShell by extension, language and first line', () => {
    for (const path of ['a.ps1', 'C:\\x\\A.PSM1']) assert.equal(recogniseDialect({ path }), 'powershell', path);
    assert.equal(recogniseDialect({ languageId: 'powershell' }), 'powershell');
    assert.equal(recogniseDialect({ path: 'move', firstLine: '#!/usr/bin/env pwsh' }), 'powershell');
  });

  it('knows the start-up files of shells', () => {
    for (const path of [
      '/home/x/.bashrc',
      '.profile',
      '.bash_profile',
      '.bash_aliases',
      '.zshrc',
      '.zprofile',
      '.kshrc',
    ]) {
      assert.equal(recogniseDialect({ path }), 'posix', path);
    }
  });

  it('knows files of other formats by their names', () => {
    const named: Record<string, readonly string[]> = {
      markdown: ['README.md', 'a.markdown', 'A.MD'],
      dockerfile: [
        'Dockerfile',
        '/x/Dockerfile.prod',
        'sync.dockerfile',
        'Containerfile',
        'dockerfile',
        'Dockerfile-x',
      ],
      yaml: ['compose.yaml', 'docker-compose.prod.yml', '.github/workflows/x.yml'],
      crontab: ['crontab', 'a.cron', 'x.crontab', '/etc/cron.d/imapsync', 'cron.d/mail'],
      systemd: ['imapsync.service', '/etc/systemd/system/imapsync@.service'],
      makefile: ['Makefile', 'makefile', 'GNUmakefile', 'rules.mk'],
    };
    for (const [dialect, paths] of Object.entries(named)) {
      for (const path of paths) assert.equal(recogniseDialect({ path }), dialect, path);
    }
    assert.equal(recogniseDialect({ path: 'x.ini', languageId: 'ini' }), undefined);
    assert.equal(recogniseDialect({ path: '/etc/cron.d/x.sh' }), 'posix');
  });

  it("knows the editor's languages for files of other formats", () => {
    for (const [languageId, dialect] of [
      ['markdown', 'markdown'],
      ['dockerfile', 'dockerfile'],
      ['dockercompose', 'yaml'],
      ['yaml', 'yaml'],
      ['makefile', 'makefile'],
      ['crontab', 'crontab'],
      ['systemd-unit-file', 'systemd'],
    ] as const) {
      assert.equal(recogniseDialect({ path: 'untitled:1', languageId }), dialect);
    }
  });

  it("knows the editor's languages", () => {
    assert.equal(recogniseDialect({ path: 'untitled:1', languageId: 'shellscript' }), 'posix');
    assert.equal(recogniseDialect({ path: 'untitled:1', languageId: 'bat' }), 'cmd');
    assert.equal(recogniseDialect({ languageId: 'imapsync' }), 'profile');
    assert.equal(recogniseDialect({ path: 'a.imapsync', languageId: 'shellscript' }), 'profile');
  });

  it('knows shebangs of files without an extension', () => {
    for (const firstLine of [
      '#!/bin/sh',
      '#! /bin/sh -e',
      '#!/usr/bin/env bash',
      '#!/usr/bin/env -S bash -x\n',
      '#!/bin/zsh',
      '#!/usr/bin/ksh93',
      '#!/bin/dash\r\n',
      '\ufeff#!/bin/bash',
      '#!/usr/bin/env A=b sh',
      '#!/bin/busybox sh',
    ]) {
      assert.equal(recogniseDialect({ path: '/usr/local/bin/migrate', firstLine }), 'posix', firstLine);
    }
    for (const firstLine of [
      '',
      '#!',
      '#!/usr/bin/perl',
      '#!/usr/bin/env python3',
      '#!/usr/bin/env',
      ' #!/bin/sh',
      'imapsync --dry',
    ]) {
      assert.equal(recogniseDialect({ path: 'migrate', firstLine }), undefined, firstLine);
    }
  });

  it("knows imapsync's own file by its name alone", () => {
    for (const path of ['options_extra.txt', '/x/options_extra.txt', 'C:\\x\\options_extra.txt']) {
      assert.equal(recogniseDialect({ path }), 'options-extra', path);
    }
    assert.equal(recogniseDialect({ path: 'Options_Extra.txt' }), undefined);
    assert.equal(recogniseDialect({ path: 'options_extra.txt.bak' }), undefined);
  });

  it('knows account tables by their name, or by a header line that names options', () => {
    for (const path of ['a.imapsync.csv', '/x/A.IMAPSYNC.CSV']) assert.equal(recogniseDialect({ path }), 'table', path);
    assert.equal(recogniseDialect({ path: 'a.imapsync.csv', languageId: 'csv' }), 'table');
    const firstLine = 'host1;user1;password1;host2;user2;password2;extra';
    for (const path of ['a.csv', 'A.TXT', 'a.tsv', 'accounts', 'untitled:1']) {
      assert.equal(recogniseDialect({ path, firstLine }), 'table', path);
    }
    for (const languageId of ['csv', 'plaintext']) assert.equal(recogniseDialect({ firstLine, languageId }), 'table');
    for (const line of [
      'user1,passfile1,user2',
      'Note | USER1 | --User2',
      '"user1","user2"',
      'user1\tuser2\r',
      '\ufeffuser1;user2',
    ]) {
      assert.equal(recogniseDialect({ path: 'a.csv', firstLine: line }), 'table', line);
    }
  });

  it('takes no other text for an account table', () => {
    for (const line of [
      '',
      '# host1;user1',
      'name;mail',
      'imap.a.example;anna;x;imap.b.example;anna;y',
      'user1',
      'folder;exclude',
      'user1 user2',
    ]) {
      assert.equal(recogniseDialect({ path: 'a.csv', firstLine: line }), undefined, line);
    }
    const firstLine = 'user1;user2';
    assert.equal(recogniseDialect({ path: 'a.sh', firstLine }), 'posix');
    assert.equal(recogniseDialect({ path: 'a.py', firstLine }), undefined);
    assert.equal(recogniseDialect({ path: 'a.csv', languageId: 'python', firstLine }), undefined);
  });

  it('leaves other files alone', () => {
    for (const path of ['a.txt', 'a.pl', 'imapsync', '.sh']) {
      assert.equal(recogniseDialect({ path }), undefined, path);
    }
    assert.equal(recogniseDialect({}), undefined);
    assert.equal(recogniseDialect({ path: 'a.py', languageId: 'python', firstLine: '#!/bin/sh' }), undefined);
  });
});
