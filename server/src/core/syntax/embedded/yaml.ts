import type { FileDialect } from '../dialect.js';
import { recogniseDialect } from '../recognise.js';
import type { HostReading } from './hostReading.js';
import { addContainer } from './yaml/container.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml/nodes.js';
import { parseYaml } from './yaml/parseYaml.js';
import { literalReserved, scalarReserved } from './yaml/reserved.js';
import { isFolded, scalarText } from './yaml/scalarText.js';
import { substitute } from './yaml/substitutions.js';

/** Keys whose strings a shell runs: steps of GitHub Actions, GitLab CI, Woodpecker, Azure pipelines. */
const scriptKeys = new Set([
  'run',
  'script',
  'before_script',
  'after_script',
  'commands',
  'bash',
  'pwsh',
  'powershell',
]);

/** Reads a YAML file: the containers of compose and Kubernetes files, the steps of CI workflows, scripts in ConfigMaps. */
export function readYaml(host: HostReading): void {
  const nodes = parseYaml(host.text, (start, end) => host.addComment(start, end, 1, isFirst(host.text, start)));
  for (const node of nodes) visit(host, node, []);
}

function isFirst(text: string, start: number): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

function keyText(host: HostReading, key: YamlScalar): string {
  return scalarText(host.text, key).text;
}

/** The maps around a node, outermost first, with the key in each that leads to it. */
type Path = readonly { readonly map: YamlMap; readonly key: string }[];

function visit(host: HostReading, node: YamlNode, path: Path): void {
  // Most of a file has nothing to do with imapsync; what does names it, or is the value of a key that does.
  if (!host.isNamed(node.range) && path[path.length - 1]?.key.endsWith('imapsync') !== true) return;
  if (node.kind === 'list') {
    for (const item of node.items) if (item !== null) visit(host, item, path);
    return;
  }
  if (node.kind !== 'map') return;
  const entries = new Map(node.entries.map((entry) => [keyText(host, entry.key), entry]));
  addContainer(host, node, entries, {
    isService: path.length === 2 && path[0]!.key === 'services',
    name: path[path.length - 1]?.key,
  });
  for (const [key, { value }] of entries) {
    if (value === null) continue;
    if (scriptKeys.has(key)) addScripts(host, value, dialectOfStep(host, key, entries, path));
    else if (key === 'command' && value.kind === 'scalar' && path[path.length - 1]?.key === 'run')
      addScripts(host, value, 'posix');
    else if (value.kind === 'scalar' && key.includes('.')) addFile(host, value, key);
    visit(host, value, [...path, { map: node, key }]);
  }
}

/** `shell:` of a step; on a Windows runner PowerShell is the default (GitHub documentation, "Workflow syntax"). */
function dialectOfStep(
  host: HostReading,
  key: string,
  entries: ReadonlyMap<string, YamlEntry>,
  path: Path,
): FileDialect | undefined {
  if (key === 'pwsh' || key === 'powershell') return 'powershell';
  if (key !== 'run') return 'posix';
  const shell = textOf(host, entries.get('shell')?.value);
  if (shell !== undefined) {
    const program = shell.trim().split(/\s/, 1)[0]!;
    if (program === 'pwsh' || program === 'powershell') return 'powershell';
    if (program === 'cmd') return 'cmd';
    return recogniseDialect({ firstLine: `#!/bin/${program}` });
  }
  for (const { map } of path) {
    const runner = map.entries.find((entry) => keyText(host, entry.key) === 'runs-on');
    if (runner?.value?.kind === 'scalar' && /^windows/i.test(textOf(host, runner.value) ?? '')) return 'powershell';
  }
  return 'posix';
}

function textOf(host: HostReading, node: YamlNode | null | undefined): string | undefined {
  return node?.kind === 'scalar' ? scalarText(host.text, node).text : undefined;
}

/** One script, or a list of them that one shell runs one after the other. */
function addScripts(host: HostReading, value: YamlNode, dialect: FileDialect | undefined): void {
  if (dialect === undefined) return;
  if (value.kind === 'scalar') addScript(host, value, dialect);
  else if (value.kind === 'list') for (const item of value.items) if (item !== null) addScripts(host, item, dialect);
}

function addScript(host: HostReading, scalar: YamlScalar, dialect: FileDialect): void {
  if (!host.isNamed(scalar.range)) return;
  const { range, style, block } = scalar;
  const end = Math.max(range.end, block?.body.end ?? 0);
  const context = block === undefined ? dialect : `${dialect} ${block.indent} ${block.body.end - range.start}`;
  host.addPart({ start: range.start, end }, context, () => {
    const script = substitute(scalarText(host.text, scalar), 'workflow');
    const reserved = style === 'literal' ? literalReserved(scalar) : scalarReserved(isFolded(host.text, scalar));
    host.addEmbedded(script, dialect, reserved);
  });
}

/** `backup.sh: |` of a ConfigMap: a file by its name. */
function addFile(host: HostReading, scalar: YamlScalar, name: string): void {
  const dialect = recogniseDialect({ path: name });
  if (dialect === 'posix' || dialect === 'cmd' || dialect === 'powershell' || dialect === 'profile')
    addScript(host, scalar, dialect);
}
