import assert from 'node:assert/strict';
import fc from 'fast-check';
import { providers } from '../../server/src/core/catalogue/providers.js';
import { decodeImapUtf7, encodeImapUtf7 } from '../../server/src/core/folders/imapUtf7.js';

describe('modified UTF-7', () => {
  const names: readonly [text: string, raw: string][] = [
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
    ['Éléments envoyés', '&AMk-l&AOk-ments envoy&AOk-s'],
    ['R&D', 'R&-D'],
    ['é&é', '&AOk-&-&AOk-'],
    ['Tab\there', 'Tab&AAk-here'],
    ['📤 Sent', '&2D3c5A- Sent'],
    ['Sent Items', 'Sent Items'],
    ['', ''],
  ];
  for (const [text, raw] of names) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(raw)} and reads it back`, () => {
      assert.equal(encodeImapUtf7(text), raw);
      assert.equal(decodeImapUtf7(raw), text);
    });
  }

  for (const name of ['R&D', '&AOk', '&AOl-', '&AO-', '&AGE-', '&AOk-&AOk-', 'é', '&A/k-', '&-&AOk', 'a\tb']) {
    it(`does not take ${JSON.stringify(name)} for an encoded name`, () => {
      assert.equal(decodeImapUtf7(name), null);
    });
  }

  it('is printable ASCII and reads back as any text it was made of', () => {
    const unit = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.constant(0x26), fc.integer({ min: 0, max: 0xffff }));
    const text = fc.array(unit).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, (name) => {
        const raw = encodeImapUtf7(name);
        assert.match(raw, /^[ -~]*$/);
        assert.equal(decodeImapUtf7(raw), name);
      }),
    );
  });

  it('is what every provider of the catalogue lists', () => {
    for (const { folders } of providers) {
      for (const { raw, text } of Object.values(folders).flat()) {
        assert.equal(encodeImapUtf7(text), raw);
        assert.equal(decodeImapUtf7(raw), text);
      }
    }
  });
});
