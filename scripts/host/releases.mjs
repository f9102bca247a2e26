// @ts-check

/**
 * A VS Code that comes from the npm registry alone: the package code-server holds a complete VS Code server and workbench.
 * @typedef {object} Release
 * @property {string} vscode the version of VS Code in it
 * @property {string} codeServer the version of the npm package code-server
 * @property {string} node the major version of Node it needs
 * @property {readonly string[]} nativeModules what is compiled on the machine
 * @property {boolean} systemRipgrep it looks for ripgrep where only a download would have put it
 */

/** The oldest VS Code that the extension promises to run in (`engines.vscode`). @type {Release} */
export const oldestRelease = {
  vscode: '1.100.3',
  codeServer: '4.100.3',
  node: '20',
  nativeModules: ['@vscode/spdlog', 'native-watchdog', '@parcel/watcher', 'kerberos', 'node-pty'],
  systemRipgrep: true,
};

/** The newest VS Code that has been tried. @type {Release} */
export const newestRelease = {
  vscode: '1.139.1',
  codeServer: '4.139.1',
  node: '24',
  nativeModules: [
    '@vscode/spdlog',
    '@vscode/native-watchdog',
    '@parcel/watcher',
    'kerberos',
    '@vscode/sqlite3',
    '@vscode/fs-copyfile',
  ],
  systemRipgrep: false,
};
