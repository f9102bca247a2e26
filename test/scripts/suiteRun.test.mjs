// @ts-check
import assert from 'node:assert/strict';
import { windowAddress } from '../../scripts/host/address.mjs';
import { SuiteOutput, withinTime } from '../../scripts/host/suiteRun.mjs';

describe('what a suite in VS Code prints', () => {
  /** @type {string[]} */
  let shown;
  /** @type {string[]} */
  let noise;
  /** @type {string[]} */
  let pictures;
  /** @type {SuiteOutput} */
  let output;
  beforeEach(() => {
    shown = [];
    noise = [];
    pictures = [];
    output = new SuiteOutput({ onLine: (line) => shown.push(line), onNoise: (text) => noise.push(text) }, (name) =>
      pictures.push(name),
    );
  });

  it('is told apart from the noise of VS Code', () => {
    output.read('Creating a socket');
    output.read('suite:   ok a test (3 ms)');
    assert.deepEqual(shown, ['  ok a test (3 ms)']);
    assert.deepEqual(noise, ['Creating a socket']);
  });

  it('ends with a summary', () => {
    output.read('SUITE {"passed":2,"failed":1,"skipped":[{"title":"t","reason":"r"}]}');
    assert.deepEqual(output.summary, { passed: 2, failed: 1, skipped: [{ title: 't', reason: 'r' }] });
  });

  it('asks for pictures by names that are safe as file names', () => {
    output.read('screenshot:failed-../../etc a "title"');
    assert.deepEqual(pictures, ['failed--etc-a-title-']);
  });
});

describe('the time a suite may take', () => {
  it('does not matter to one that ends', async () => {
    assert.deepEqual(await withinTime(Promise.resolve({ code: 0 }), 60_000), { code: 0 });
  });

  it('ends one that hangs, with a reason', async () => {
    const end = await withinTime(new Promise(() => {}), 20);
    assert.equal(end.code, 1);
    assert.match(end.problem ?? '', /did not end within/);
  });
});

describe('the address of a window', () => {
  it('names folder, token and what to open, and stays one word whatever the paths hold', () => {
    const address = windowAddress({
      port: 8080,
      folder: '/tmp/a b',
      token: 'abc',
      extensionDevelopmentPath: '/tmp/ö&#',
    });
    assert.match(address, /^http:\/\/localhost:8080\/\?[^ ]+$/);
    const { searchParams } = new URL(address);
    assert.equal(searchParams.get('tkn'), 'abc');
    assert.equal(searchParams.get('folder'), '/tmp/a b');
    const payload = new Map(JSON.parse(searchParams.get('payload') ?? ''));
    const uri = new URL(String(payload.get('extensionDevelopmentPath')));
    assert.equal(decodeURIComponent(uri.pathname), '/tmp/ö&#');
  });
});
