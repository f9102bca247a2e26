// @ts-check

/**
 * The address that opens a folder in a window of a server.
 * @param {{
 *   port: number,
 *   folder: string,
 *   token?: string,
 *   extensionDevelopmentPath?: string,
 *   extensionTestsPath?: string,
 *   openFile?: string,
 * }} window
 */
export function windowAddress(window) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://localhost:${window.port}${file.split('/').map(encodeURIComponent).join('/')}`;
  /** @type {[string, string][]} */
  const payload = [['skipWelcome', 'true']];
  if (window.extensionDevelopmentPath !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(window.extensionDevelopmentPath)]);
  }
  if (window.extensionTestsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(window.extensionTestsPath)]);
  }
  if (window.openFile !== undefined) payload.push(['openFile', remote(window.openFile)]);
  const query = new URLSearchParams();
  if (window.token !== undefined) query.set('tkn', window.token);
  query.set('folder', window.folder);
  query.set('payload', JSON.stringify(payload));
  return `http://localhost:${window.port}/?${query}`;
}
