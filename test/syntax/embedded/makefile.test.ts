import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(text: string): string[] {
  return outline(text, 'makefile');
}

/** Chapters are those of the GNU make manual. */
describe('Makefile', () => {
  it('runs the lines of recipes ("Recipe Syntax")', () => {
    assert.deepEqual(found('all: x\n\timapsync --a\n\n# c\n\timapsync --b\nx: ; imapsync --c\n'), [
      '> imapsync > --a',
      '> imapsync > --b',
      '> imapsync > --c',
    ]);
    assert.deepEqual(found('\timapsync --a\nX = imapsync --b\n\timapsync --c\n'), []);
  });

  it('has signs in front of commands ("Recipe Echoing", "Errors in Recipes")', () => {
    assert.deepEqual(found('all:\n\t@-+ imapsync --a\n'), ['> imapsync > --a']);
  });

  it('hands joined lines to one shell, without the prefix of the second ("Splitting Recipe Lines")', () => {
    assert.deepEqual(words('all:\n\timapsync --a \\\n\t\t--b \\\n  --c\n', 'makefile'), ['--a', '--b', '--c']);
    assert.deepEqual(words('all:\n\timapsync "a \\\n\tb"\n', 'makefile'), ["\"a \\\n\tb\" → 'a ' + 'b'"]);
  });

  it('takes $$ for a dollar sign and leaves other variables to make ("Using Variables in Recipes")', () => {
    assert.deepEqual(words('all:\n\timapsync $$x "$$y" $(Z) ${Z}a $@ "$<" $(call f,$(a),b)\n', 'makefile'), [
      '$$x → <variable x …>',
      '"$$y" → \'<variable y>\'',
      '$(Z) → <variable …>',
      '${Z}a → <variable …> + a',
      '$@ → <variable …>',
      '"$<" → \'<variable>\'',
      '$(call f,$(a),b) → <variable …>',
    ]);
  });

  it('knows a variable that is set once to one word ("Setting Variables")', () => {
    assert.deepEqual(found('SYNC := /usr/bin/imapsync # x\nall:\n\t$(SYNC) --a ${SYNC}\n'), [
      '> $(SYNC) > --a ${SYNC}',
    ]);
    for (const text of [
      'S = imapsync\nS = x\nall:\n\t$(S) --a\n',
      'S ?= imapsync\nall:\n\t$(S) --a\n',
      'all:\n\t$(S) --a\nS = imapsync\n',
      'ifdef X\nS = imapsync\nendif\nall:\n\t$(S) --a\n',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('may have another prefix, and one shell for a whole recipe ("Special Variables", "One Shell")', () => {
    assert.deepEqual(found('.RECIPEPREFIX = >\nall:\n>imapsync --a\n'), ['> imapsync > --a']);
    assert.deepEqual(words('.ONESHELL:\nall:\n\t@x="\n\tb"; imapsync "\n\tc"\n', 'makefile'), [
      "\"\n\tc\" → '\n' + 'c'",
    ]);
  });

  it('has comments of its own and of the shell', () => {
    const text = '# a\nall: # b\n\timapsync --x # c\n';
    assert.deepEqual(
      read(text, 'makefile').comments.map(({ text: content, ownLine }) => [content, ownLine]),
      [
        [' a', true],
        [' c', false],
      ],
    );
  });

  it('points into the file exactly under CR LF and astral characters', () => {
    assert.deepEqual(words('# 📨\r\nall:\r\n\timapsync "😀" \\\r\n\t--dry\r\n', 'makefile'), [
      '"😀" → \'😀\'',
      '--dry',
    ]);
  });
});
