import assert from 'node:assert/strict';
import { exitCodes, findExitCode } from '../../server/src/core/catalogue/exitCodes.js';

describe('Exit codes', () => {
  it('stand in rising order, each once, with a meaning, causes and remedies', () => {
    const codes = exitCodes.map(({ code }) => code);
    assert.deepEqual(
      codes,
      [...new Set(codes)].sort((a, b) => a - b),
    );
    for (const { code, meaning, causes, remedies } of exitCodes) {
      assert.match(meaning, /\.$/, String(code));
      assert.ok(causes.length > 0 && remedies.length > 0, String(code));
    }
  });

  it('are found by number', () => {
    assert.equal(findExitCode(64)?.name, 'EX_USAGE');
    assert.equal(findExitCode(161)?.name, 'EXIT_AUTHENTICATION_FAILURE_USER1');
    assert.equal(findExitCode(2), undefined);
    assert.equal(findExitCode(250), undefined);
  });

  it('above 128 tell of the signal that ended the process, where imapsync has no such code', () => {
    assert.match(findExitCode(137)!.meaning, /signal/);
    assert.equal(findExitCode(137)?.code, 137);
    assert.equal(findExitCode(128), undefined);
  });
});
