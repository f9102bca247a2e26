import assert from 'node:assert/strict';
import { imapsyncOptions } from '../../server/src/core/catalogue/options.js';
import { sourceOf } from '../../server/src/core/catalogue/provider.js';
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

  it('keep every folder name and every source, each source with what it says', () => {
    const folders = providers.flatMap((provider) => Object.values(provider.folders).flat());
    assert.equal(folders.length, 473);
    assert.equal(providers.flatMap(({ sources }) => Object.keys(sources)).length, 219);
    for (const { id, sources, sourceSubjects } of providers) {
      assert.deepEqual(Object.keys(sourceSubjects), Object.keys(sources), id);
      assert.ok(Object.keys(sources).length > 0, id);
      for (const subject of Object.values(sourceSubjects)) assert.match(subject, /\S.{2,}/, id);
    }
  });

  it('say when a source is from, where it says so', () => {
    const gmail = providerById('gmail')!;
    assert.deepEqual(sourceOf(gmail, 's4'), {
      where: 'https://github.com/mscdex/node-imap/issues/179',
      date: '2013-03-12',
    });
    assert.equal(sourceOf(gmail, 's5')?.date, null);
    assert.equal(sourceOf(gmail, 'none'), undefined);
    const dates = providers.flatMap((provider) =>
      Object.keys(provider.sources).flatMap((key) => sourceOf(provider, key)?.date ?? []),
    );
    assert.equal(dates.length, 137);
    for (const date of dates) assert.match(date, /^(?:20[0-2]\d|199\d)(?:-[01]\d(?:-[0-3]\d)?)?$/);
  });

  it('mark hosts, ports and separators for which no source was found', () => {
    for (const { hosts, unverifiedHosts, hostsNote, id } of providers) {
      for (const host of unverifiedHosts) assert.ok(hosts.includes(host), `${id}: ${host}`);
      assert.equal(unverifiedHosts.length > 0, /unverified/.test(hostsNote ?? '') && unverifiedHosts.length > 0, id);
      assert.ok(unverifiedHosts.length < Math.max(1, hosts.length) || id === 'icloud' || hosts.length === 0, id);
    }
    for (const { kind, portVerified, separator, separatorNote, separatorVerified, id } of providers) {
      if (kind === 'hosted') assert.equal(portVerified, true, id);
      if (/unverified/.test(separatorNote ?? '') || separator === null) assert.equal(separatorVerified, false, id);
    }
    assert.equal(providerById('zoho')?.separatorVerified, false);
    assert.equal(providerById('gmail')?.separatorVerified, true);
    assert.equal(providerById('proton-bridge')?.portVerified, true);
    assert.equal(providerById('dovecot')?.portVerified, false);
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
