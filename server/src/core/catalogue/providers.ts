import type { Provider } from './provider.js';
import { businessProviders } from './providers/business.js';
import { googleProviders } from './providers/google.js';
import { hostingProviders } from './providers/hosting.js';
import { mailboxProviders } from './providers/mailboxes.js';
import { microsoftProviders } from './providers/microsoft.js';
import { softwareProviders } from './providers/software.js';
import { yahooProviders } from './providers/yahoo.js';

/** All providers and server programs the tool knows. */
export const providers: readonly Provider[] = [
  ...googleProviders,
  ...microsoftProviders,
  ...yahooProviders,
  ...mailboxProviders,
  ...businessProviders,
  ...hostingProviders,
  ...softwareProviders,
];

const byHost = new Map<string, Provider>();
const bySuffix = new Map<string, Provider>();
for (const provider of providers) {
  for (const host of provider.hosts) {
    const table = host.startsWith('*.') ? bySuffix : byHost;
    const key = host.startsWith('*.') ? host.slice(2) : host;
    // Two providers may share a host: the first one listed is the more likely.
    if (!table.has(key)) table.set(key, provider);
  }
}

/**
 * The provider that a host name belongs to. An exact name wins over a suffix, a longer suffix over a shorter one; letter
 * case, blanks around it and a dot at its end do not count. Hosts that mean a provider only on a certain port are found
 * only when that `port` is given.
 */
export function findProvider(host: string, port?: number): Provider | undefined {
  const name = host.trim().toLowerCase().replace(/\.$/, '');
  const exact = byHost.get(name);
  if (exact !== undefined) {
    return exact.onlyWithPort === null || exact.onlyWithPort === port ? exact : undefined;
  }
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const provider = bySuffix.get(name.slice(dot + 1));
    if (provider !== undefined) return provider;
  }
  return undefined;
}

/** The provider with this id, as in `gmail` or `microsoft365`. */
export function providerById(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}
