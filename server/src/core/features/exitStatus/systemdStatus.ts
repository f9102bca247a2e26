import type { StatusReader } from './numberPlace.js';

/** `SuccessExitStatus=`, `RestartPreventExitStatus=` and `RestartForceExitStatus=` of a unit (man systemd.service). */
export const systemdUse: StatusReader = ({ before }) =>
  /^\s*(?:Success|RestartPrevent|RestartForce)ExitStatus\s*=(?:[^#]*\s)?$/.test(before) ? { orHigher: false } : null;
