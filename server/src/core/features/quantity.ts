const decimalUnits = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `35000000` → `35.0 MB (33.4 MiB)`; numbers below 1000 stay bytes. */
export function readableBytes(bytes: number): string {
  if (Math.abs(bytes) < 1000) return `${bytes} ${Math.abs(bytes) === 1 ? 'byte' : 'bytes'}`;
  return `${scaled(bytes, 1000, decimalUnits)} (${scaled(bytes, 1024, binaryUnits)})`;
}

/** `500000` → `500.0 kB/s (488.3 KiB/s)`. */
export function readableByteRate(bytes: number): string {
  if (Math.abs(bytes) < 1000) return `${bytes} bytes/s`;
  return `${scaled(bytes, 1000, decimalUnits)}/s (${scaled(bytes, 1024, binaryUnits)}/s)`;
}

/** `7500` seconds → `2 h 5 min`; the two largest units that are not zero. */
export function readableDuration(seconds: number): string {
  if (seconds < 60) return `${trim(seconds)} s`;
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
    else if (parts.length === 1) break;
  }
  return parts.join(' ');
}

/** The UTC date so many days before `now`: `2026-11-23`; null where the calendar ends. */
export function dateBefore(now: number, days: number): string | null {
  const moment = new Date(now - days * 86_400_000);
  return Number.isNaN(moment.getTime()) || moment.getTime() < 0 ? null : moment.toISOString().slice(0, 10);
}

/** A number of our own catalogue or of an integer option: digits with an optional sign; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : null;
}

function scaled(value: number, base: number, units: readonly string[]): string {
  let scaledValue = value;
  let unit = 0;
  while (unit < units.length - 1 && Math.abs(scaledValue) >= base) {
    scaledValue /= base;
    unit += 1;
  }
  if (unit === 0) return `${value} ${units[0]}`;
  return `${scaledValue.toFixed(1)} ${units[unit]}`;
}

function trim(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
