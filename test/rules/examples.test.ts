import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recogniseDialect } from '../../server/src/core/syntax/recognise.js';
import { argvOf, problemsIn } from './linting.js';

const folder = path.join(import.meta.dirname, '../../../examples');

describe('examples', () => {
  for (const kind of ['safe', 'dangerous'] as const) {
    for (const name of readdirSync(path.join(folder, kind))) {
      it(`${kind}/${name} is ${kind === 'safe' ? 'clean' : 'reported as an error'}`, () => {
        const dialect = recogniseDialect({ path: name });
        assert.ok(dialect, 'its name tells how it is read');
        for (const eol of ['\n', '\r\n']) {
          const text = readFileSync(path.join(folder, kind, name), 'utf8').replaceAll('\n', eol);
          assert.ok(argvOf(text, dialect).length > 0, 'it holds a command line');
          const found: readonly string[] = problemsIn(text, dialect).map(({ rule, severity }) => `${severity} ${rule}`);
          // The shell itself stumbles over CR LF, whatever the command line says.
          const about = found.filter((each) => !each.endsWith(' windows-line-end'));
          if (kind === 'safe') assert.deepEqual(about, []);
          else
            assert.ok(
              found.some((each) => each.startsWith('error')),
              found.join(', '),
            );
        }
      });
    }
  }
});
