import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(text: string): string[] {
  return outline(text, 'crontab');
}

/** What crontab(5) says of cronie and of Vixie's cron. */
describe('crontab', () => {
  for (const time of [
    '0 3 * * *',
    '*/5 1-5,7 * jan mon-fri',
    '@daily',
    '@reboot',
    '\t 0\t3 1,15 * 0',
    '0~30 * * * *',
  ]) {
    it(`runs commands at ${JSON.stringify(time)}`, () => {
      assert.deepEqual(found(`${time} imapsync --a "b c" >> /x 2>&1\n`), ['> imapsync > --a "b c"']);
    });
  }

  it('may name the user in between', () => {
    assert.deepEqual(found('0 3 * * * root imapsync --a\n@daily mail sudo imapsync --b'), [
      '> imapsync > --a',
      'sudo > imapsync > --b',
    ]);
    assert.deepEqual(found('0 3 * * * nice imapsync --a\n0 3 * * * root cd /x && imapsync --b'), [
      'nice > imapsync > --a',
      '> imapsync > --b',
    ]);
  });

  it('ends the command at a bare percent sign', () => {
    assert.deepEqual(found('@daily imapsync --a%imapsync --b'), ['> imapsync > --a']);
    assert.deepEqual(words('@daily imapsync --a x\\%y "\\%"', 'crontab'), [
      '--a',
      'x\\%y → x + % from \\% + y',
      '"\\%" → \'%\' from \\%',
    ]);
  });

  it('has comments and variables on lines of their own', () => {
    const text = '# a\n  # b\nX=imapsync --a\nSHELL = /bin/bash\n@daily imapsync --c # d\n';
    assert.deepEqual(found(text), ['> imapsync > --c']);
    assert.deepEqual(
      read(text, 'crontab').comments.map(({ text: content, ownLine }) => [content, ownLine]),
      [
        [' a', true],
        [' b', true],
        [' d', false],
      ],
    );
  });

  it('does not join lines, nor read what is no job', () => {
    assert.deepEqual(found('@daily imapsync --a \\\n  --b\n'), ['> imapsync > --a \\']);
    assert.deepEqual(found('imapsync --a\nplease run this with care imapsync --a\n* * * imapsync --b'), []);
  });

  it('points into the file exactly under CR LF and astral characters', () => {
    assert.deepEqual(words('# 📨\r\n@daily imapsync "😀\\%" --dry\r\n', 'crontab'), [
      "\"😀\\%\" → '😀' + '%' from \\%",
      '--dry',
    ]);
  });
});
