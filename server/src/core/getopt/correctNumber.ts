import type { OptionDefinition } from './optionTable.js';

const decimalUnits: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 1_000n,
  m: 1_000_000n,
  g: 1_000_000_000n,
  t: 1_000_000_000_000n,
};
const binaryUnits: Readonly<Record<string, bigint>> = {
  k: 1_024n,
  m: 1_048_576n,
  g: 1_073_741_824n,
  t: 1_099_511_627_776n,
};
const secondsOf: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
};
const daysOf: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  days: 1,
  w: 7,
  week: 7,
  weeks: 7,
  y: 365,
  year: 365,
  years: 365,
};
const portsOf: Readonly<Record<string, string>> = {
  imap: '143',
  imaps: '993',
  starttls: '143',
  tls: '143',
  ssl: '993',
};

/**
 * The number that a refused value was certainly meant for, in the form imapsync accepts (`10M` → `10000000`,
 * `1GiB` → `1073741824`, `2w` → `14` days); null where that is a guess.
 */
export function correctNumber(definition: OptionDefinition, value: string): string | null {
  const text = value.trim().toLowerCase();
  const glued = /^([0-9][0-9_]*)--?[a-z]/.exec(text);
  if (glued !== null) return glued[1]!;
  if (definition.spec === '=i') {
    if (definition.valueKind === 'port' && Object.hasOwn(portsOf, text)) return portsOf[text]!;
    return correctInteger(text, definition.valueKind === 'port');
  }
  if (definition.spec === '=f') {
    const match = /^([0-9]+(?:\.[0-9]+)?)\s*([a-z]+)$/.exec(text);
    const units = definition.valueKind === 'seconds' ? secondsOf : definition.valueKind === 'days' ? daysOf : {};
    const factor = match !== null && Object.hasOwn(units, match[2]!) ? units[match[2]!]! : null;
    return match === null || factor === null ? null : String(Number(match[1]) * factor);
  }
  return null;
}

function correctInteger(text: string, unitless: boolean): string | null {
  const grouped = /^([+-]?[0-9]{1,3})((?:[,' ][0-9]{3})+)$/.exec(text);
  if (grouped !== null) return text.replace(/[^0-9-]/g, '');
  if (unitless) return null;
  const match = /^([0-9][0-9_]*)(?:\.([0-9]+))?(?:e\+?([0-9]{1,2}))?\s*(?:([kmgt])(i?)b?|b|bytes?|o)?$/.exec(text);
  if (match === null) return null;
  const [, whole, fraction = '', exponent = '0', unit = '', binary] = match;
  const factor = (binary === 'i' ? binaryUnits : decimalUnits)[unit] ?? 1n;
  const scaled = BigInt(whole!.replaceAll('_', '') + fraction) * factor * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? (scaled / divisor).toString() : null;
}
