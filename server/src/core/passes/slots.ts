/**
 * Plans hold text with slots that are filled last: `{private}` for the private folder and `{var:NAME}` for a value that
 * only the shell would know. A literal brace that would begin a slot is written `{brace}`, so a plan is never ambiguous.
 */
export const privateSlot = '{private}';

/** The plan's name of a file in the private folder. */
export function privateFile(name: string): string {
  return `${privateSlot}/${name}`;
}

export function variableSlot(name: string): string {
  return `{var:${name}}`;
}

/** `text` as it has to stand in a plan to mean just itself. */
export function literal(text: string): string {
  return text.includes('{') ? text.replace(/\{(?=private\}|brace\}|var:)/g, '{brace}') : text;
}

/** What fills the slots; a slot whose value is not given stays. */
export interface SlotValues {
  readonly privateDirectory?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Fills slots in one go: what a value holds is not looked at again. */
export function fillSlots(text: string, values: SlotValues): string {
  if (!text.includes('{')) return text;
  const variables = values.variables ?? {};
  const names = Object.keys(variables).sort((a, b) => b.length - a.length);
  let result = '';
  let position = 0;
  for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', position)) {
    result += text.slice(position, brace);
    const slot = slotAt(text, brace, names);
    const value = slot === undefined ? undefined : valueOfSlot(slot, values.privateDirectory, variables);
    if (slot === undefined || value === undefined) {
      result += '{';
      position = brace + 1;
    } else {
      result += value;
      position = brace + slot.length;
    }
  }
  return result + text.slice(position);
}

function slotAt(text: string, brace: number, names: readonly string[]): string | undefined {
  for (const fixed of [privateSlot, '{brace}']) {
    if (text.startsWith(fixed, brace)) return fixed;
  }
  if (!text.startsWith('{var:', brace)) return undefined;
  return names.map(variableSlot).find((slot) => text.startsWith(slot, brace));
}

function valueOfSlot(
  slot: string,
  privateDirectory: string | undefined,
  variables: Readonly<Record<string, string>>,
): string | undefined {
  if (slot === '{brace}') return '{';
  if (slot === privateSlot) return privateDirectory;
  return variables[slot.slice('{var:'.length, -1)];
}

/** Whether a variable's slot stands in `text`. */
export function holdsVariable(text: string): boolean {
  return text.includes('{var:');
}
