import assert from 'node:assert/strict';
import { imapsyncOptions } from '../../server/src/core/catalogue/options.js';
import { findProvider, providerById, providers } from '../../server/src/core/catalogue/providers.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';
import { readSource } from '../../server/src/core/syntax/readSource.js';

describe('Providers', () => {
  it('are 49, each with an id of its own', () => {
    assert.equal(new Set(providers.map(({ id }) => id)).size, 49);
    assert.equal(providers.length, 49);
  });

  it('are found by host, exact names before suffixes', () => {
    assert.equal(findProvider('imap.gmail.com')?.id, 'gmail');
    assert.equal(findProvider(' IMAP.Gmail.COM. ')?.id, 'gmail');
    assert.equal(findProvider('imap.mail.ovh.net')?.id, 'ovh');
    assert.equal(findProvider('ex1.mail.ovh.net')?.id, 'ovh-exchange');
    assert.equal(findProvider('p03-imap.mail.me.com')?.id, 'icloud');
    assert.equal(findProvider('outlook.office365.com')?.id, 'microsoft365');
    assert.equal(findProvider('mail.ovh.net'), undefined);
    assert.equal(findProvider('imap.gmail.com.example.org'), undefined);
    assert.equal(findProvider(''), undefined);
  });

  it('are found on this machine only with the port that tells them', () => {
    assert.equal(findProvider('localhost'), undefined);
    assert.equal(findProvider('127.0.0.1', 143), undefined);
    assert.equal(findProvider('127.0.0.1', 1143)?.id, 'proton-bridge');
  });

  it('are found by id', () => {
    assert.equal(providerById('gmx')?.name, 'GMX');
    assert.equal(providerById('nobody'), undefined);
  });

  it('write hosts in lower case, as a name or as *.suffix', () => {
    for (const { hosts, id } of providers) {
      for (const host of hosts) assert.match(host, /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, id);
    }
  });

  it('name the source of every fact that counts as verified', () => {
    for (const provider of providers) {
      const facts = [...Object.values(provider.folders).flat(), provider.authentication, ...provider.limits];
      for (const { source, verified } of facts) {
        assert.equal(verified, source !== null);
        if (source !== null) assert.ok(provider.sources[source], `${provider.id}: ${source}`);
      }
    }
  });

  it('write raw folder names in modified UTF-7 of the readable ones', () => {
    for (const { folders, id } of providers) {
      for (const { raw, text } of Object.values(folders).flat()) assert.equal(decode(raw), text, id);
    }
  });

  it('recommend only what imapsync accepts', () => {
    for (const { recommended, presets, id } of providers) {
      for (const { options } of recommended) {
        const [invocation] = readSource(`imapsync ${options}`, 'posix').invocations;
        const { errors, options: uses } = parseOptions(invocation!.words, imapsyncOptions);
        assert.deepEqual(errors, [], `${id}: ${options}`);
        assert.ok(uses.length > 0, `${id}: ${options}`);
      }
      for (const preset of presets ?? []) assert.equal(imapsyncOptions.exact(preset)?.definition.name, preset);
    }
  });
});

function decode(raw: string): string {
  return raw.replace(/&([^-]*)-/g, (_, encoded: string) => {
    if (encoded === '') return '&';
    const bytes = Buffer.from(encoded.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}
