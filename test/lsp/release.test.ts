import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-protocol/node';
import { FoundReleaseNotification } from '../../server/src/protocol.js';
import { startInProcess, type TestClient } from './harness/client.js';

const uri = 'file:///migration/release.sh';
const text = 'imapsync --oauthrefreshcmd1 ./renew --emailreport1\n';

async function unknownOptions(client: TestClient): Promise<number> {
  return (await client.diagnostics(uri)).filter(({ code }) => code === 'unknown-option').length;
}

async function hoverText(client: TestClient, character: number): Promise<string> {
  const hover = await client.hover(uri, 0, character);
  assert.ok(hover);
  return (hover.contents as MarkupContent).value;
}

describe('the release in force, over the language server', () => {
  it('is the one of the setting, for the first question already', async () => {
    const { client } = startInProcess({ version: '2.200' });
    await client.initialize();
    await client.open(uri, text);
    assert.match(await hoverText(client, 12), /imapsync 2\.200 has no option/);
    assert.equal(await unknownOptions(client), 1);
  });

  it('follows the setting', async () => {
    const { client } = startInProcess({ version: '2.200' });
    await client.initialize();
    await client.open(uri, text);
    assert.equal(await unknownOptions(client), 1);
    await client.setSettings({ version: '2.277' });
    assert.equal(await unknownOptions(client), 0);
    await client.setSettings({ version: '' });
    assert.equal(await unknownOptions(client), 0);
    await client.setSettings({ version: 'nonsense' });
    assert.equal(await unknownOptions(client), 0);
  });

  it('is the one that the client found where nothing is set, and asks for fresh diagnostics', async () => {
    const { client } = startInProcess({});
    await client.initialize();
    await client.open(uri, text);
    assert.equal(await unknownOptions(client), 0);
    assert.match(await hoverText(client, 42), /From 2\.223 .* on: Off by default/);
    await client.connection.sendNotification(FoundReleaseNotification.method, { release: '2.200' });
    await client.until(() => client.refreshes > 0);
    assert.equal(await unknownOptions(client), 1);
    assert.match(await hoverText(client, 42), /not in 2\.200/);
    await client.setSettings({ version: '2.314' });
    assert.equal(await unknownOptions(client), 0);
    await client.connection.sendNotification(FoundReleaseNotification.method, { release: 'rubbish' });
    await client.setSettings({});
    assert.equal(await unknownOptions(client), 0);
  });

  it('is pushed by clients that send their settings', async () => {
    const { client, environment } = startInProcess();
    await client.initialize({ capabilities: {} });
    await client.setSettings({}, { imapsync: { version: '2.200' } });
    await client.open(uri, text);
    await client.hover(uri, 0, 1);
    environment.advance(1000);
    await client.until(() => client.published.length > 0);
    const { diagnostics } = client.published.at(-1)!;
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-option'));
  });

  it('decides what is offered and what the documentation says', async () => {
    const { client } = startInProcess({ version: '2.314' });
    await client.initialize();
    await client.open(uri, 'imapsync --t');
    const { items } = await client.complete(uri, 0, 12);
    assert.ok(items.some(({ label }) => label === '--testslive2'));
    const item = items.find(({ label }) => label === '--tmpdir');
    const { documentation } = await client.resolve(item!);
    assert.match((documentation as MarkupContent).value, /Since 2\.250:/);
  });
});
