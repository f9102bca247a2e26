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

  it('leaves other files alone', () => {
    for (const path of ['a.txt', 'a.pl', 'imapsync', '.sh', 'README.md', 'options_extra.txt', 'a.ps1']) {
      assert.equal(recogniseDialect({ path }), undefined, path);
    }
    assert.equal(recogniseDialect({}), undefined);
    assert.equal(recogniseDialect({ path: 'a.py', languageId: 'python', firstLine: '#!/bin/sh' }), undefined);
  });
});
