import { authMechanisms } from '../catalogue/authMechanisms.js';
import { headerNames } from '../catalogue/headerNames.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import { providers } from '../catalogue/providers.js';
import type { Invocation } from '../model/invocation.js';
import { isQuotable, quoteWord } from '../syntax/quote.js';
import type { CompletionEntry } from './completion.js';
import type { CompletionPlace } from './completionPlace.js';
import { sentMappings } from './sentMappings.js';

type ValuePlace = Extract<CompletionPlace, { kind: 'value' }>;

interface Proposal {
  readonly value: string;
  readonly detail: string;
  readonly provider?: CompletionEntry['provider'];
  readonly kind?: CompletionEntry['kind'];
}

/** Values worth choosing from for the option at hand, best first, quoted as the dialect needs it. */
export function valueEntries(place: ValuePlace): readonly CompletionEntry[] {
  const fact = findOption(place.option);
  if (fact === undefined) return [];
  const { dialect } = place.invocation;
  const style = place.quote === 'single' || place.quote === 'double' ? place.quote : undefined;
  const writable = proposals(fact, place.invocation).filter(({ value }) => isQuotable(value, dialect));
  return writable.map(({ value, detail, provider, kind = 'value' }) => {
    const written = quoteWord(value, dialect, style);
    const newText = place.within ? written.slice(1, -1) : written;
    return {
      label: value,
      kind,
      detail,
      hint: null,
      change: { range: place.range, newText },
      filterText: newText,
      ...(provider === undefined ? {} : { provider }),
    };
  });
}

function proposals(fact: OptionFact, invocation: Invocation): readonly Proposal[] {
  if (fact.name === 'regextrans2') return sentMappings(invocation);
  switch (fact.valueKind) {
    case 'auth-mechanism':
      return authMechanisms.map(({ name, summary }) => ({ value: name, detail: summary }));
    case 'header-name':
      return fact.name === 'useheader' ? headers(invocation) : [];
    case 'host':
      return hosts(fact);
    case 'port':
      return [
        { value: '993', detail: 'TLS from the first byte' },
        { value: '143', detail: 'plain connection, upgraded by STARTTLS' },
      ];
    case 'tls-version':
      return tlsVersions;
    case 'key=value':
      return fact.name.startsWith('sslargs') ? tlsArguments : [];
    default:
      return [];
  }
}

const tlsVersions: readonly Proposal[] = [
  { value: 'TLSv1_2', detail: 'TLS 1.2 only' },
  { value: 'TLSv1_3', detail: 'TLS 1.3 only' },
];

const tlsArguments: readonly Proposal[] = [
  { value: 'SSL_verify_mode=1', detail: 'check the certificate of the server' },
  { value: 'SSL_verify_mode=0', detail: 'do not check the certificate, which is the default of imapsync' },
];

/** Headers that are not named yet; names that many messages share are not proposed, since mail would be lost by them. */
function headers(invocation: Invocation): readonly Proposal[] {
  const given = new Set(invocation.all('useheader').map(({ value }) => value?.toLowerCase()));
  return headerNames
    .filter(({ name, identity }) => identity !== 'poor' && !given.has(name.toLowerCase()))
    .map(({ name, summary }) => ({ value: name, detail: summary }));
}

function hosts(fact: OptionFact): readonly Proposal[] {
  const side = fact.side ?? 'host1';
  return providers.flatMap((provider) =>
    provider.hosts
      .filter((host) => !host.startsWith('*'))
      .map((host) => ({
        value: host,
        detail: provider.name,
        kind: 'host' as const,
        provider: { id: provider.id, side },
      })),
  );
}
