import assert from 'node:assert/strict';
import {
  analyse,
  createLanguageService,
  type FileDialect,
  type OutlineSymbol,
} from '../../server/src/core/languageService.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

/** The outline, one line a symbol: its kind, name, detail, and the text that is selected; children are indented. */
function outline(text: string, dialect: FileDialect = 'posix'): readonly string[] {
  const lines = (symbols: readonly OutlineSymbol[], indentation: string): readonly string[] =>
    symbols.flatMap(({ kind, name, detail, range, selectionRange, children }) => {
      assert.ok(range.start <= selectionRange.start && selectionRange.end <= range.end);
      for (const child of children) assert.ok(range.start <= child.range.start && child.range.end <= range.end);
      const selected = text.slice(selectionRange.start, selectionRange.end);
      return [`${indentation}${kind} ${name} (${detail}) at ${selected}`, ...lines(children, `${indentation}  `)];
    });
  return lines(service.documentSymbols(analyse(text, dialect)), '');
}

describe('the outline', () => {
  for (const { what, dialect, text, rows } of samples) {
    it(`names source and destination of the command in ${what}`, () => {
      const [line, ...others] = outline(text, dialect);
      const wanted = `${rows === true ? 'row' : 'command'} anna@imap.a.example → anna@imap.b.example (real run`;
      assert.ok(line?.startsWith(wanted), line);
      assert.deepEqual(others, []);
    });
  }

  it('puts commands under the functions that hold them, and leaves other functions out', () => {
    const text = [
      'log() { echo; }',
      'sync() {',
      '  imapsync --host1 a --user1 b --host2 c --user2 d',
      '  imapsync --justbanner',
      '}',
      'imapsync --justbanner',
      'function other { imapsync --version; }',
    ].join('\n');
    assert.deepEqual(outline(text), [
      'function sync (2 imapsync commands) at sync',
      '  command b@a → d@c (real run) at imapsync',
      '  command ? → ? (only prints its banner) at imapsync',
      'command ? → ? (only prints its banner) at imapsync',
      'function other (1 imapsync command) at other',
      '  command ? → ? (only prints its version) at imapsync',
    ]);
    assert.deepEqual(outline('function Sync-Mail($u) {\n  imapsync --version\n}\nSync-Mail a\n', 'powershell'), [
      'function Sync-Mail (1 imapsync command) at Sync-Mail',
      '  command ? → ? (only prints its version) at imapsync',
    ]);
  });

  it('names variables as the shell writes them in loops of cmd', () => {
    assert.deepEqual(outline('for %%a in (x) do imapsync --host1 a --user1 %%a --host2 b --user2 %%a\n', 'cmd'), [
      'command %%a@a → %%a@b (real run) at imapsync',
    ]);
  });
});
