import type { OptionUse } from '../../getopt/result.js';
import { effectiveHost, presetsOf, type SideNumber } from '../../model/effectiveSettings.js';
import type { Invocation } from '../../model/invocation.js';

/** What a command says about the encryption of one side. */
export interface Encryption {
  readonly ssl: OptionUse | undefined;
  readonly tls: OptionUse | undefined;
  readonly port: OptionUse | undefined;
  /** TLS from the first byte, as written or set by a preset. */
  readonly isSslOn: boolean;
}

/** What the command says about the encryption of a side; null where it says nothing. */
export function encryptionOf(invocation: Invocation, side: SideNumber): Encryption | null {
  const ssl = invocation.last(`ssl${side}`);
  const tls = invocation.last(`tls${side}`);
  const port = invocation.last(`port${side}`);
  if (ssl === undefined && tls === undefined && port === undefined) return null;
  const isSslOn = ssl === undefined ? presetSwitchesSslOn(invocation, side) : !ssl.negated;
  return { ssl, tls, port, isSslOn };
}

/** Whether a preset switches TLS on for a side, unless the command says otherwise. */
export function presetSwitchesSslOn(invocation: Invocation, side: SideNumber): boolean {
  const option = `ssl${side}`;
  return presetsOf(invocation).some(({ settings }) =>
    settings.some(({ option: name, value }) => name === option && value === true),
  );
}

/** Whether the host of a side is this machine, so that nothing travels over a network. */
export function isLocal(invocation: Invocation, side: SideNumber): boolean {
  const host = effectiveHost(invocation, side);
  return host !== null && /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])(?::\d+)?$/i.test(host);
}
