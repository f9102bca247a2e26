import type { Provider } from '../catalogue/provider.js';
import { findProvider } from '../catalogue/providers.js';
import { effectiveHost, presetsOf, type SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { keptWith } from '../model/keptWith.js';
import type { NameSpace } from './arrivalName.js';

/** What is known of a side's separator and prefix; null where the server alone knows. */
export interface KnownNameSpace {
  readonly separator: string | null;
  readonly prefix: string | null;
}

const providersOf = keptWith((invocation) => ({
  1: lookUpProvider(invocation, 1),
  2: lookUpProvider(invocation, 2),
}));

/** The provider behind a side's host, where it is known. */
export function providerOf(invocation: Invocation, side: SideNumber): Provider | undefined {
  return providersOf(invocation)[side];
}

function lookUpProvider(invocation: Invocation, side: SideNumber): Provider | undefined {
  const host = effectiveHost(invocation, side);
  if (host === null) return undefined;
  const port = Number(invocation.value(`port${side}`) ?? Number.NaN);
  return Number.isNaN(port) ? findProvider(host) : findProvider(host, port);
}

/** Separator and prefix of a side by what the command says (--sep1, --domino1 …), else by its provider. */
export function knownNameSpace(invocation: Invocation, side: SideNumber): KnownNameSpace {
  const provider = providerOf(invocation, side);
  const settingOf = (option: string): string | null | undefined => {
    for (const { settings } of presetsOf(invocation)) {
      for (const { option: name, value, how } of settings) {
        if (name === option && how === 'always' && typeof value === 'string') return value;
      }
    }
    return invocation.value(option);
  };
  const separator = settingOf(`sep${side}`);
  const prefix = settingOf(`prefix${side}`);
  return {
    separator: separator === undefined ? (provider?.separator ?? null) : separator,
    prefix: prefix === undefined ? (provider?.prefix ?? null) : prefix,
  };
}

/** Fills what is not known from a folder name of that side: `INBOX.Sent` tells a dot and a prefix; else `/` and none. */
export function completeNameSpace(known: KnownNameSpace, folder: string): NameSpace {
  const inbox = /^INBOX([./])/.exec(folder);
  return {
    separator: known.separator ?? inbox?.[1] ?? '/',
    prefix: known.prefix ?? inbox?.[0] ?? '',
  };
}
