import assert from 'node:assert/strict';
import { analyse, createLanguageService } from '../../server/src/core/languageService.js';
import { fragments, readSamples } from '../robustness/samples.js';
import { createRandom } from '../seededRandom.js';
import { now } from './cursor.js';

const service = createLanguageService();
const files = new Map([['p1', { kind: 'file', mode: 0o644, empty: false }]] as const);

/** Values with something to explain, half typed, in no order. */
const pieces = [
  ...[
    'imapsync ',
    "--search 'SINCE (",
    '--search=OR',
    '"NOT 1-Feb-2026',
    "--f1f2 '&AOk-=",
    '--regextrans2 s/(',
    's/a/b/e',
  ],
  ...[
    '--sslargs1 SSL_version=SSLv23:!',
    '--host1 300.1.1.1',
    '--host1 fe80::1',
    '--passfile1 p1',
    '\ud800',
    '\0',
    '\r\n',
  ],
  ...[
    '[ $? -eq 16 ]',
    'case $? in 16) ',
    'if errorlevel 16 ',
    '$LASTEXITCODE -eq 16',
    '"',
    "'",
    '`',
    '^',
    '\\',
    ' 16',
    ';',
  ],
  ...fragments.slice(0, 40),
];

/** Asks about every place of a text; what is said must be about a place of it. */
function askEverywhere(text: string, dialect: Parameters<typeof analyse>[1], step: number): void {
  const analysis = analyse(text, dialect);
  for (let offset = 0; offset <= text.length; offset += step) {
    const answer = service.hover(analysis, offset, { now, files });
    if (answer !== null) {
      const { start, end } = answer.range;
      assert.ok(0 <= start && start <= end && end <= text.length, `${offset} of ${JSON.stringify(text)}`);
      assert.notEqual(answer.markdown.trim(), '');
      assert.doesNotMatch(answer.markdown, /\bundefined\b|\[object/);
    }
    service.hoverFiles(analysis, offset);
    const help = service.signatureHelp(analysis, offset);
    if (help !== null) {
      assert.ok(help.active < help.parameters.length);
      for (const { start, end } of help.parameters) assert.ok(start < end && end <= help.label.length);
    }
  }
}

describe('Hover and signature help', function () {
  this.timeout(120_000);

  for (const { path, dialect, text } of readSamples()) {
    it(`answer everywhere in ${path}`, () => askEverywhere(text, dialect, 3));
  }

  it('answer everywhere in texts of pieces', () => {
    const random = createRandom(20261124);
    const next = (below: number): number => Math.floor(random() * below);
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 2 + next(8) }, () => pieces[next(pieces.length)]!).join('');
      for (const dialect of ['posix', 'cmd', 'powershell', 'profile', 'markdown', 'table'] as const)
        askEverywhere(text, dialect, 2);
    }
  });
});
