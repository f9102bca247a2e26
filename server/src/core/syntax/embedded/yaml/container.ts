import type { EmbeddedText } from '../../embeddedText.js';
import { makeWord, SimpleWord } from '../../makeWord.js';
import type { Word } from '../../word.js';
import { addArgumentList, addCombined } from '../argumentList.js';
import type { HostReading } from '../hostReading.js';
import { splitCommandString } from './commandString.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './nodes.js';
import { scalarReserved } from './reserved.js';
import { scalarText } from './scalarText.js';
import { type Substitution, substitute } from './substitutions.js';

/** The words that one key of a container gives. */
interface Part {
  readonly words: readonly Word[];
  readonly incomplete: boolean;
  /** A string that was split, not a list. */
  readonly split: boolean;
}

/**
 * Reads the command of the container that a map describes: `entrypoint` and `command` in a compose file, `command` and
 * `args` in Kubernetes, where the second of each gives the arguments of the first (Compose file reference, "command";
 * Kubernetes documentation, "Define a Command and Arguments for a Container").
 */
export function addContainer(
  host: HostReading,
  map: YamlMap,
  entries: ReadonlyMap<string, YamlEntry>,
  where: Where,
): void {
  const concerned = ['entrypoint', 'command', 'args', 'image'].flatMap((name) => entries.get(name) ?? []);
  if (concerned.length === 0 || (concerned.length === 1 && entries.has('image'))) return;
  const start = Math.min(...concerned.map(({ key }) => key.range.start));
  const end = Math.max(...concerned.map(({ key, value }) => Math.max(key.range.end, value?.range.end ?? 0)));
  const { text } = host;
  const indentation = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // How a value in brackets is read depends on what stands around these; far to the right nodes can be nested too deep.
  if (text[map.range.start] === '{' || indentation.length > 40) readContainer(host, entries, where);
  else {
    const context = `${where.isService} ${where.name} ${indentation}`;
    host.addPart({ start, end }, context, () => readContainer(host, entries, where));
  }
}

interface Where {
  readonly isService: boolean;
  readonly name: string | undefined;
}

function readContainer(host: HostReading, entries: ReadonlyMap<string, YamlEntry>, where: Where): void {
  const isCompose = where.isService || entries.has('entrypoint');
  const head = partOf(host, entries.get(isCompose ? 'entrypoint' : 'command')?.value, isCompose);
  const tail = partOf(host, entries.get(isCompose ? 'command' : 'args')?.value, isCompose);
  if (head === null && tail === null) return;
  const dialect = head?.split === true || tail?.split === true ? 'posix' : 'yaml';
  if (head === null || head.words.length === 0) {
    if (tail !== null)
      addArgumentList(host, tail.words, dialect, {
        ...optionsOf(tail, isCompose),
        image: imageOf(host, entries, where.name),
      });
    return;
  }
  if (tail === null || tail.words.length === 0) {
    addArgumentList(host, head.words, dialect, optionsOf(head, isCompose));
    return;
  }
  const incomplete = head.incomplete || tail.incomplete;
  const { reserved } = optionsOf(head.split ? head : tail, isCompose);
  addCombined(host, head.words, tail.words, dialect, { incomplete, reserved });
}

/** An item of a list can be quoted, but what the program puts in counts inside quotes too. */
const reservedInLists = { compose: /\$|\{\{/, kubernetes: /\$\(|\{\{/ };

function optionsOf(
  { incomplete, split }: Part,
  isCompose: boolean,
): { readonly incomplete: boolean; readonly reserved: RegExp } {
  const inList = isCompose ? reservedInLists.compose : reservedInLists.kubernetes;
  return { incomplete, reserved: split ? scalarReserved(true) : inList };
}

/** The image, or the service itself where the image is built: `imapsync:` with `build: .` */
function imageOf(
  host: HostReading,
  entries: ReadonlyMap<string, YamlEntry>,
  name: string | undefined,
): Word | undefined {
  const image = entries.get('image')?.value;
  if (image?.kind === 'scalar') return wordOf(scalarText(host.text, image), image);
  return image == null && name !== undefined ? new SimpleWord(name, 0, name.length, 'none') : undefined;
}

function partOf(host: HostReading, node: YamlNode | null | undefined, isCompose: boolean): Part | null {
  const kind: Substitution = isCompose ? 'compose' : 'kubernetes';
  if (node?.kind === 'list') {
    const words: Word[] = [];
    let { incomplete } = node;
    for (const item of node.items) {
      if (item?.kind === 'scalar') {
        words.push(itemWord(host, item, kind));
        incomplete ||= item.incomplete;
      } else if (item?.kind === 'alias') words.push(aliasWord(item));
      else return null;
    }
    return { words, incomplete, split: false };
  }
  if (node?.kind !== 'scalar' || !isCompose) return null;
  const { words, incomplete } = splitCommandString(substitute(scalarText(host.text, node), kind));
  return { words, incomplete: incomplete || node.incomplete, split: true };
}

/** Nearly all items are one plain stretch of text. */
function itemWord(host: HostReading, item: YamlScalar, kind: Substitution): Word {
  const { text } = host;
  const { start, end } = item.range;
  if (item.style === 'plain' || ((item.style === 'double' || item.style === 'single') && !item.incomplete)) {
    const quoted = item.style !== 'plain';
    const inner = text.slice(quoted ? start + 1 : start, quoted ? end - 1 : end);
    if (!/[\n$\\']|\{\{/.test(inner)) {
      return new SimpleWord(
        text,
        start,
        end,
        item.style === 'plain' ? 'none' : item.style === 'single' ? 'single' : 'double',
      );
    }
  }
  return wordOf(substitute(scalarText(text, item), kind), item);
}

function wordOf(content: EmbeddedText, { range, style }: YamlScalar): Word {
  const quote = style === 'single' || style === 'double' ? style : style === 'plain' ? 'none' : 'mixed';
  return makeWord(range, content.pieces(style !== 'plain'), quote);
}

function aliasWord({ range }: { readonly range: Word['range'] }): Word {
  return makeWord(range, [{ kind: 'dynamic', what: 'variable', range, quoted: true, open: false }], 'none');
}
