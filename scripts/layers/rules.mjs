// @ts-check
const core = 'server/src/core/';

/** Layers of the core from the bottom up; a layer sees what is below it. Passes know nothing of editor features. */
const layers = [
  'text',
  'syntax',
  'getopt',
  'catalogue',
  'model',
  'folders',
  'rules',
  'linter',
  'passes',
  'features',
  'languageService',
];

/** Pure packages that the core may use, and where. */
const corePackages = new Map([
  ['shell-quote', ['features', 'passes']],
  ['vscode-languageserver-types', ['features']],
]);

/** What a room outside the core may see besides itself and packages. */
const rooms = [
  { room: 'server/src/protocol.ts', sees: [`${core}passes/`] },
  { room: 'server/src/lsp/', sees: ['server/src/protocol.ts', `${core}languageService.ts`] },
  { room: 'server/src/cli/', sees: ['server/src/protocol.ts', `${core}languageService.ts`] },
  {
    room: 'server/src/platform/',
    sees: ['server/src/lsp/', 'server/src/cli/', 'server/src/protocol.ts', `${core}languageService.ts`],
  },
  { room: 'client/src/', sees: ['server/src/protocol.ts', `${core}passes/`] },
];

/**
 * Why a module may not import another one, or null.
 * @param {string} file relative to the project
 * @param {string} target a file relative to the project, or the name of a package
 * @returns {string | null}
 */
export function explainImport(file, target) {
  if (!target.endsWith('.ts')) return explainPackage(file, target);
  if (file.startsWith(core)) {
    if (!target.startsWith(core)) return 'the core sees nothing outside itself';
    return explainLayers(file, target) ?? explainRules(file, target);
  }
  const room = rooms.find((each) => file.startsWith(each.room));
  if (room === undefined) return 'this folder is in no layer';
  const isSeen = [room.room, ...room.sees].some((seen) => target.startsWith(seen));
  return isSeen ? null : `${room.room} sees only ${room.sees.join(', ')}`;
}

/**
 * @param {string} file
 * @param {string} name
 */
function explainPackage(file, name) {
  if (name === 'vscode') return file.startsWith('client/') ? null : 'only the client sees vscode';
  if (!file.startsWith(core)) {
    const isShared =
      file === 'server/src/protocol.ts' || file.startsWith('server/src/lsp/') || file.startsWith('server/src/cli/');
    return isShared && name.startsWith('node:') ? 'only platform/ touches Node' : null;
  }
  const allowed = corePackages.get(name)?.includes(layerOf(file).name) ?? false;
  return allowed ? null : 'the core uses no such package here';
}

/**
 * @param {string} file
 * @param {string} target
 */
function explainLayers(file, target) {
  const from = layerOf(file);
  const to = layerOf(target);
  if (from.name === to.name || to.height < from.height) return null;
  return `${from.name} stands below ${to.name}`;
}

/**
 * A rule sees the contract of rules and what they share; what they share sees no rule.
 * @param {string} file
 * @param {string} target
 */
function explainRules(file, target) {
  const folder = `${core}rules/`;
  if (!file.startsWith(folder) || !target.startsWith(folder) || file === `${folder}index.generated.ts`) return null;
  const isShared = target === `${folder}rule.ts` || target.startsWith(`${folder}shared/`);
  return isShared ? null : 'a rule never imports a rule';
}

/**
 * The layer of a file of the core. Files at the top belong to the linter, but for the language service.
 * @param {string} file
 */
function layerOf(file) {
  const [first = '', ...rest] = file.slice(core.length).split('/');
  const name = rest.length > 0 ? first : first === 'languageService.ts' ? 'languageService' : 'linter';
  const height = layers.indexOf(name);
  if (height < 0) throw new Error(`${file} is in no layer`);
  return { name, height };
}
