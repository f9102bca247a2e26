import assert from 'node:assert/strict';
import { createLanguageService } from '../../server/src/core/languageService.js';
import { marked } from './cursor.js';

const service = createLanguageService();

function hoverAt(source: string): string | null {
  const { offset, analysis } = marked(source);
  return service.hover(analysis, offset, { now: 0 })?.markdown ?? null;
}

describe('the hover of a variable', () => {
  it('says what it holds, and from where', () => {
    assert.equal(hoverAt('OPTS="--dry --nolog"\nimapsync $OP|TS'), '`$OPTS` is `--dry` `--nolog`, from line 1.');
    assert.equal(hoverAt('H=a.example\nimapsync --host1 "$|H"'), '`$H` is `a.example`, from line 1.');
  });

  it('explains options and values where they stand in the variable', () => {
    assert.ok(hoverAt('OPTS="--dr|y --nolog"\nimapsync $OPTS')!.includes('`--dry`'));
    assert.ok(hoverAt('SIZE=350000|00\nimapsync --maxsize $SIZE')!.includes('35.0 MB'));
  });

  it('names the column of the account file', () => {
    const loop = 'while IFS=\';\' read -r h u; do imapsync --host1 "$h" --user1 "$|u"; done < accounts.csv';
    assert.ok(hoverAt(loop)!.includes('column 2 of `accounts.csv`, separated by `;`'), hoverAt(loop)!);
  });

  it('never shows a secret, nor the rest of one', () => {
    for (const script of [
      'P="canary word"\nimapsync --password1 "$|P"',
      'P="canary word"\nimapsync --password1 $|P',
      'P=canary\nimapsync --password1=$|P',
      'P=canary\nimapsync --pass1 $|P',
      'PASS=canary\nimapsync --what $PA|SS',
      'P="${P:-canary}"; P=; imapsync --password1 "${P|:-canary}"',
      'O="--user1 a --password1 canary"\nimapsync $|O',
    ]) {
      assert.ok(!(hoverAt(script) ?? '').includes('canary'), script);
    }
  });
});

describe('completion among variables', () => {
  const labels = (source: string): readonly string[] => {
    const { offset, analysis } = marked(source);
    return service.complete(analysis, offset, { byBlank: false, now: 0 }).entries.map(({ label }) => label);
  };

  it('offers nothing that a variable gives already', () => {
    const offered = labels('OPTS="--dry --automap"\nimapsync $OPTS --|');
    assert.ok(offered.includes('--subscribe'));
    assert.ok(!offered.includes('--dry') && !offered.includes('--automap'));
  });

  it('takes the word behind a variable for the value of the option that ends it', () => {
    assert.ok(!labels('OPTS="--dry --user1"\nimapsync $OPTS |').includes('--automap'));
  });

  it('offers options inside the variable', () => {
    const offered = labels('OPTS="--dry --nofol|"\nimapsync $OPTS --automap');
    assert.ok(offered.includes('--nofoldersizes'), offered.join(' '));
    assert.ok(!offered.includes('--automap'));
  });
});
