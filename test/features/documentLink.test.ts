import assert from 'node:assert/strict';
import { analyse, createLanguageService, type FileDialect } from '../../server/src/core/languageService.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

/** Each link as its kind, the text that bears it and where that leads. */
function links(text: string, dialect: FileDialect = 'posix'): readonly string[] {
  return service.documentLinks(analyse(text, dialect)).map((link) => {
    const shown = text.slice(link.range.start, link.range.end);
    const target = link.kind === 'rule' ? link.rule : link.kind === 'faq' ? link.page : link.path;
    return `${link.kind} ${shown} → ${target}`;
  });
}

describe('document links', () => {
  for (const { what, dialect, text } of samples) {
    it(`lead to both password files in ${what}`, () => {
      assert.deepEqual(
        links(text, dialect).map((link) => link.replaceAll('"', '')),
        ['passfile p1 → p1', 'passfile p2 → p2'],
      );
    });
  }

  it('lead to the file that a loop reads accounts from', () => {
    const loop = 'while read -r u p; do imapsync --user1 "$u"; done';
    assert.deepEqual(links(`${loop} < 'my accounts.csv'\n`), ['accounts my accounts.csv → my accounts.csv']);
    assert.deepEqual(links(`${loop} < "$FILE"\n`), []);
    assert.deepEqual(links(`${loop} < /dev/null\n`), []);
    assert.deepEqual(links('for u in a; do imapsync --user1 "$u"; done < notes\n'), []);
    assert.deepEqual(links('for /f "tokens=1 delims=;" %%a in (accounts.csv) do imapsync --user1 %%a\n', 'cmd'), [
      'accounts accounts.csv → accounts.csv',
    ]);
    assert.deepEqual(links('for /f "usebackq tokens=1" %%a in ("my accounts.csv") do imapsync --user1 %%a\n', 'cmd'), [
      'accounts my accounts.csv → my accounts.csv',
    ]);
    assert.deepEqual(links('for /f %%a in (%FILE%) do imapsync --user1 %%a\n', 'cmd'), []);
    assert.deepEqual(links("foreach ($a in Import-Csv '.\\a b.csv') { imapsync --user1 $a.u }\n", 'powershell'), [
      'accounts .\\a b.csv → .\\a b.csv',
    ]);
    assert.deepEqual(
      links('Import-Csv -Delimiter ";" -Path a.csv | ForEach-Object { imapsync --user1 $_.u }\n', 'powershell'),
      ['accounts a.csv → a.csv'],
    );
  });

  it('lead to the pages of the FAQ that comments name, but not where the address stands in full', () => {
    assert.deepEqual(links('# see FAQ.Gmail.txt, FAQ.d/FAQ.Yahoo.txt\nimapsync --dry "FAQ.X.txt"\n'), [
      'faq FAQ.Gmail.txt → FAQ.Gmail.txt',
    ]);
    assert.deepEqual(links('# FAQ.Various_Software_Servers.txt\n--dry\n', 'profile'), [
      'faq FAQ.Various_Software_Servers.txt → FAQ.Various_Software_Servers.txt',
    ]);
  });

  it('lead from the rules of directives to their pages', () => {
    assert.deepEqual(links('# imapsync-lint: disable=delete-2,nonsense\nimapsync --dry\n'), [
      'rule delete-2 → delete-2',
    ]);
  });

  it('stand once in what a variable holds', () => {
    assert.deepEqual(links('P="--passfile1 p1"\nimapsync $P\nimapsync $P\n'), ['passfile p1 → p1']);
  });
});
