import { type Preset, type PresetName, presetsInForce } from '../catalogue/presets.js';
import type { Invocation } from './invocation.js';

export type SideNumber = 1 | 2;

/** Kept with the invocation, like what else is worked out once for each of thousands. */
const inForce = Symbol('presets');
type Worked = Invocation & { [inForce]?: readonly Preset[] };

/** The presets that the invocation switches on, in the order in which imapsync applies them. */
export function presetsOf(invocation: Invocation): readonly Preset[] {
  const worked: Worked = invocation;
  worked[inForce] ??= presetsInForce((name: PresetName) => invocation.isSet(name) === true);
  return worked[inForce];
}

/** The host of a side as imapsync will use it: written, or set by a preset; null where it is not known. */
export function effectiveHost(invocation: Invocation, side: SideNumber): string | null {
  const option = `host${side}`;
  const written = invocation.value(option);
  if (written === null) return null;
  if (written !== undefined && written !== '' && written !== '0') return written;
  for (const { settings } of presetsOf(invocation)) {
    for (const { option: name, value } of settings) if (name === option && typeof value === 'string') return value;
  }
  return null;
}

/** Whether --automap is in force: written, or set by a Gmail preset; --subfolder1 and --subfolder2 switch it off. */
export function isAutomapOn(invocation: Invocation): boolean {
  if (invocation.last('subfolder1') !== undefined || invocation.last('subfolder2') !== undefined) return false;
  const written = invocation.isSet('automap');
  if (written !== undefined) return written;
  return presetsOf(invocation).some(({ settings }) =>
    settings.some(({ option, value }) => option === 'automap' && value === true),
  );
}
