import assert from 'node:assert/strict';
import { authMechanisms } from '../../server/src/core/catalogue/authMechanisms.js';
import { defaultHeaders, headerNames } from '../../server/src/core/catalogue/headerNames.js';
import { findOption } from '../../server/src/core/catalogue/options.js';

describe('The values of --authmech1 and --authmech2', () => {
  it('are in capitals, each there once, with one line and a source', () => {
    assert.equal(new Set(authMechanisms.map(({ name }) => name)).size, 9);
    for (const { name, summary, source } of authMechanisms) {
      assert.equal(name, name.toUpperCase());
      assert.match(summary, /^[A-Z][^\n!]{8,200}\.$/, name);
      assert.match(source, /RFC \d+|MS-NLMP|Gmail IMAP reference|ChangeLog/, name);
    }
  });

  it('hold every mechanism that the catalogue speaks of', () => {
    const names = new Set(authMechanisms.map(({ name }) => name));
    for (const side of ['1', '2']) {
      const note = findOption(`authmech${side}`)?.defaultNote ?? '';
      const named = note.match(/\b(?:LOGIN|PLAIN|CRAM-MD5)\b/g) ?? [];
      assert.equal(named.length, 3);
      for (const name of named) assert.ok(names.has(name), name);
    }
  });
});

describe('The header names', () => {
  it('are each there once, with one line, and hold those that imapsync uses by default', () => {
    const names = headerNames.map(({ name }) => name);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const { name, summary } of headerNames) assert.match(summary, /^[A-Z][^\n!]{8,160}\.$/, name);
    for (const name of defaultHeaders) assert.ok(names.includes(name), name);
  });
});
