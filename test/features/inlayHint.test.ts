import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
  type Hint,
  type InlayHintKind,
} from '../../server/src/core/languageService.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

function hintsIn(text: string, dialect: FileDialect = 'posix', kinds?: readonly InlayHintKind[]): readonly Hint[] {
  const whole = { start: 0, end: text.length };
  return service.inlayHints(analyse(text, dialect), whole, (kind) => kinds?.includes(kind) ?? true);
}

/** The text with each hint where it stands, in brackets. */
function shown(text: string, dialect: FileDialect = 'posix', kinds?: readonly InlayHintKind[]): string {
  const changes = hintsIn(text, dialect, kinds).map(({ offset, label }) => ({
    range: { start: offset, end: offset },
    newText: `[${label}]`,
  }));
  return applyChanges(text, changes);
}

describe('inlay hints', () => {
  it('make sizes, rates and times readable', () => {
    assert.equal(shown('imapsync --maxsize 35000000'), 'imapsync --maxsize 35000000[35.0 MB]');
    assert.equal(shown('imapsync --minsize=900'), 'imapsync --minsize=900');
    assert.equal(
      shown('imapsync --maxbytespersecond "500_000" --timeout1 7500'),
      'imapsync --maxbytespersecond "500_000"[500.0 kB/s] --timeout1 7500[2 h 5 min]',
    );
    const [hint] = hintsIn('imapsync --maxbytespersecond 500000');
    assert.match(hint!.tooltip, /1 GB takes 33 min 20 s/);
  });

  it('say nothing of numbers that are none or not known', () => {
    for (const value of ['10M', '$SIZE', "''", '0', '-1']) {
      assert.deepEqual(hintsIn(`imapsync --maxsize ${value} --maxbytespersecond ${value}`), [], value);
    }
  });

  it('expand abbreviations and put the whole name in on request, but leave other names alone', () => {
    const text = 'imapsync --maxsi 5 --noautom --DRY -ssl1 --sep1=/ --f1f2 a=b';
    assert.equal(shown(text), text.replace('maxsi', 'maxsi[= --maxsize]').replace('autom', 'autom[= --noautomap]'));
    const edits = hintsIn(text, 'posix', ['abbreviations']).flatMap(({ edit }) => edit ?? []);
    assert.equal(applyChanges(text, edits), text.replace('maxsi', 'maxsize').replace('autom', 'automap'));
  });

  it('edit nothing where the name does not stand as it is read', () => {
    const [hint] = hintsIn('imapsync --max"si" 5');
    assert.equal(hint?.label, '= --maxsize');
    assert.equal(hint?.edit, undefined);
  });

  it('tell what a preset sets on this very command', () => {
    assert.equal(
      shown('imapsync --office2 --host1 a'),
      'imapsync --office2[sets --host2 outlook.office365.com, --ssl2, 5 more] --host1 a',
    );
    const [hint] = hintsIn('imapsync --office2 --maxsize 1 --nossl2', 'posix', ['presets']);
    assert.match(hint!.tooltip, /^`--office2` sets on this command:\n\n- `--host2 outlook\.office365\.com`/);
    assert.match(hint!.tooltip, /- `--maxmessagespersecond 4`/);
    assert.match(hint!.tooltip, /Not .*`--maxsize 45000000`/);
    assert.match(hint!.tooltip, /Not .*`--ssl2`/);
    assert.doesNotMatch(hint!.tooltip, /- `--maxsize/);
  });

  it('tell of both Gmail presets together once, at the second', () => {
    const hints = hintsIn('imapsync --gmail1 --gmail2', 'posix', ['presets']);
    assert.equal(hints.length, 1);
    assert.equal(hints[0]!.offset, 'imapsync --gmail1 --gmail2'.length);
    assert.match(hints[0]!.tooltip, /^`--gmail1` and `--gmail2` together set/);
    assert.match(hints[0]!.tooltip, /- `--synclabels`/);
  });

  it('tell that an open command may say otherwise', () => {
    const [hint] = hintsIn('imapsync --office2 "$@"', 'posix', ['presets']);
    assert.match(hint!.tooltip, /- `--ssl2`, unless what can not be seen here says otherwise/);
  });

  it('make folder names readable', () => {
    assert.equal(
      shown("imapsync --folder 'INBOX.Envoy&AOk-s' --f1f2 '~peter/&U,BTFw-=&ZeVnLIqe-' --folder 'A&-B' --folder 'A&B'"),
      "imapsync --folder 'INBOX.Envoy&AOk-s'[= INBOX.Envoyés] --f1f2 '~peter/&U,BTFw-=&ZeVnLIqe-'[= ~peter/台北=日本語] --folder 'A&-B'[= A&B] --folder 'A&B'",
    );
    assert.equal(
      shown("imapsync --regextrans2 's/Sent&-/Envoy&AOk-s/'"),
      "imapsync --regextrans2 's/Sent&-/Envoy&AOk-s/'[= s/Sent&-/Envoyés/]",
    );
    // Text that hides its direction or ends a line is not brought into the editor.
    assert.deepEqual(
      hintsIn("imapsync --folder '&AAo-'", 'posix', ['folderNames']).map(({ label }) => label),
      ['= \ufffd'],
    );
  });

  it('come kind by kind', () => {
    const text = "imapsync --office2 --maxsi 5000000 --folder 'Envoy&AOk-s'";
    const count = (...kinds: InlayHintKind[]): number => hintsIn(text, 'posix', kinds).length;
    assert.deepEqual(
      [count(), count('sizes'), count('abbreviations'), count('presets'), count('folderNames')],
      [0, 1, 1, 1, 1],
    );
  });

  it('stand in the value of a variable once, and only in the asked range', () => {
    const text = 'OPTS="--maxsize 5000000"\nimapsync $OPTS --maxsize 6000000\nimapsync $OPTS\n';
    assert.equal(shown(text), text.replace('5000000', '5000000[5.0 MB]').replace('6000000', '6000000[6.0 MB]'));
    const analysis = analyse(text, 'posix');
    const inRange = (start: number, end: number): readonly string[] =>
      service.inlayHints(analysis, { start, end }, () => true).map(({ label }) => label);
    assert.deepEqual(inRange(0, 25), ['5.0 MB']);
    assert.deepEqual(inRange(30, text.length), ['6.0 MB']);
  });

  for (const { what, dialect, text } of samples) {
    it(`stand behind the value in ${what}`, () => {
      const sized = text.replace('--delete2', '--maxsize=35000000');
      assert.equal(shown(sized, dialect), sized.replace('35000000', '35000000[35.0 MB]'));
    });
  }
});
