import type { Side } from '../catalogue/optionFact.js';
import type { Provider, ProviderFolder, ProviderLimit } from '../catalogue/provider.js';
import { code, enumerate, prose } from './markdown.js';
import { readableBytes } from './quantity.js';

const passwords = {
  allowed: 'the account password works',
  'app-password': 'only an app password works, not the account password',
  refused: 'passwords are refused',
} as const;

const mostFolders = 6;
const mostLimits = 3;

/** Notes that say their figure is not to be relied on: such figures are left out. */
const doubtful = /\b(?:weak|hearsay|disputed|old|thread)\b/i;

/** What an operator needs to know of a server's owner; only facts that have a source. */
export function providerMarkdown(provider: Provider, side: Side): string {
  const lines = [
    `**${prose(provider.name)}**`,
    '',
    `- ${connectionText(provider)}`,
    `- ${authenticationText(provider)}`,
  ];
  if (provider.separator !== null) {
    const prefix = provider.prefix === null || provider.prefix === '' ? 'no prefix' : `prefix ${code(provider.prefix)}`;
    const doubt = provider.separatorVerified ? '' : ' (not verified)';
    lines.push(`- Folder names: separator ${code(provider.separator)}, ${prefix}${doubt}`);
  }
  const sent = sentFolders(provider);
  if (sent !== '') lines.push(`- Sent folder: ${sent}`);
  for (const limit of limitTexts(provider)) lines.push(`- ${limit}`);
  if (provider.presets !== null) {
    lines.push(`- Preset of imapsync: ${code(`--${provider.presets[side === 'host1' ? 0 : 1]}`)}`);
  }
  return lines.join('\n');
}

function connectionText(provider: Provider): string {
  const tls = provider.tls === 'implicit' ? 'TLS from the first byte' : 'STARTTLS';
  return `Port ${provider.port}, ${tls}${provider.portVerified ? '' : ' (the usual ones, not verified)'}`;
}

function authenticationText(provider: Provider): string {
  const { password, oauth, since, verified, note } = provider.authentication;
  const from = since === null || password === 'allowed' ? '' : `since ${since} `;
  const parts = [from + passwords[password]];
  if (oauth !== null) parts.push(`OAuth 2 by ${oauth}`);
  const text = `Login: ${parts.join('; ')}${verified ? '' : ' (not verified)'}.`;
  return note === null || !verified ? text : `${text} ${prose(note)}`;
}

/** One name for each language, English ones first. */
function sentFolders(provider: Provider): string {
  const known = provider.folders.sent.filter((folder) => folder.verified);
  const english = (folder: ProviderFolder): number => (folder.language.startsWith('en') ? 0 : 1);
  const names = [...new Set([...known].sort((a, b) => english(a) - english(b)).map((folder) => folder.text))];
  const shown = names.slice(0, mostFolders).map(code);
  if (names.length > shown.length) shown.push('others by language');
  return enumerate(shown, 'or');
}

function limitTexts(provider: Provider): readonly string[] {
  return provider.limits
    .filter(({ verified, value, note }) => verified && value !== null && !doubtful.test(note ?? ''))
    .slice(0, mostLimits)
    .map(limitText);
}

function limitText({ what, value, unit, note }: ProviderLimit): string {
  const amount =
    unit === 'bytes' && value !== null ? readableBytes(value) : `${value}${unit === null ? '' : ` ${unit}`}`;
  return `${prose(what.charAt(0).toUpperCase() + what.slice(1))}: ${prose(amount)}${note === null ? '' : ` (${prose(note)})`}`;
}
