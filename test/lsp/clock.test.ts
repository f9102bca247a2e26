import assert from 'node:assert/strict';
import { startInProcess } from './harness/client.js';

const uri = 'file:///migration/move.sh';
const hour = 3_600_000;

/** A marker that expires so many hours after the present of the tests. */
function script(until: string): string {
  return `# imapsync-lint: pre-cutover until ${until}\nimapsync --host1 a --user1 b --host2 c --user2 d --delete2\n`;
}

const rule = 'delete2-without-pre-cutover-marker';

describe('the language server and the clock', () => {
  it('asks a pulling client to pull again at the moment a marker expires', async () => {
    const { client, environment } = startInProcess();
    await client.initialize();
    await client.open(uri, script('2026-11-23T14:00Z'));
    const before = await client.pull(uri);
    assert.ok(before.kind === 'full' && !before.items.some(({ code }) => code === rule));
    environment.advance(2 * hour - 1);
    assert.deepEqual(await client.pull(uri, before.resultId), { kind: 'unchanged', resultId: before.resultId });
    assert.equal(client.refreshes, 0);
    environment.advance(1);
    await client.until(() => client.refreshes === 1);
    const after = await client.pull(uri, before.resultId);
    assert.ok(after.kind === 'full' && after.items.some(({ code }) => code === rule));
    client.connection.dispose();
  });

  it('pushes anew to a client that does not pull', async () => {
    const { client, environment } = startInProcess();
    await client.initialize({ capabilities: {} });
    await client.open(uri, script('2026-11-23T14:00Z'));
    await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
    environment.advance(100);
    await client.until(() => client.published.length === 1);
    assert.ok(!client.published[0]?.diagnostics.some(({ code }) => code === rule));
    environment.advance(2 * hour);
    await client.until(() => client.published.length === 2);
    assert.ok(client.published[1]?.diagnostics.some(({ code }) => code === rule));
    client.connection.dispose();
  });

  it('waits for a marker of next year although no timer reaches so far', async () => {
    const { client, environment } = startInProcess();
    await client.initialize();
    await client.open(uri, script('2027-11-23T12:00Z'));
    await client.pull(uri);
    environment.advance(364 * 24 * hour);
    assert.equal(client.refreshes, 0);
    environment.advance(24 * hour);
    await client.until(() => client.refreshes === 1);
    client.connection.dispose();
  });

  it('keeps no timer for a document that is closed, nor after shutdown', async () => {
    const { client, environment } = startInProcess();
    await client.initialize();
    await client.open(uri, script('2026-12-01'));
    await client.pull(uri);
    environment.advance(100);
    assert.equal(environment.pending, 1);
    await client.close(uri);
    await client.pull(uri);
    environment.advance(100);
    assert.equal(environment.pending, 0);
    await client.open(uri, script('2026-12-01'));
    await client.pull(uri);
    environment.advance(100);
    await client.connection.sendRequest('shutdown');
    assert.equal(environment.pending, 0);
    client.connection.dispose();
  });

  it('moves the alarm when the marker is edited', async () => {
    const { client, environment } = startInProcess();
    await client.initialize();
    await client.open(uri, script('2026-12-01'));
    await client.pull(uri);
    environment.advance(100);
    await client.change(uri, 2, [{ text: script('2026-11-23T13:00Z') }]);
    await client.pull(uri);
    environment.advance(hour);
    await client.until(() => client.refreshes === 1);
    client.connection.dispose();
  });
});
