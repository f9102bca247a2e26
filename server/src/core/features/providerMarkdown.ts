import type { Side } from '../catalogue/optionFact.js';
import type { FolderRole, Provider, ProviderFolder, ProviderLimit } from '../catalogue/provider.js';
import { languageName } from './languageNames.js';
import { code, prose } from './markdown.js';
import { readableBytes } from './quantity.js';
import { sourceLink } from './sourceLink.js';

const passwords = {
  allowed: 'the account password works',
  'app-password': 'only an app password works, not the account password',
  refused: 'passwords are refused',
} as const;

/** The special folders worth a line, in the order in which people ask for them. */
const roles: readonly (readonly [FolderRole, string])[] = [
  ['sent', 'Sent'],
  ['drafts', 'Drafts'],
  ['trash', 'Trash'],
  ['junk', 'Junk'],
  ['archive', 'Archive'],
  ['all', 'All mail'],
];

const mostFolders = 4;
const mostLimits = 4;

/** Notes that say their figure is not to be relied on: such figures are left out. */
const doubtful = /\b(?:weak|hearsay|disputed|old|thread)\b/i;

/** What an operator needs to know of a server's owner; only facts that have a source, which stands behind them. */
export function providerMarkdown(provider: Provider, side: Side): string {
  const lines = [
    `**${prose(provider.name)}**`,
    '',
    `- ${connectionText(provider)}`,
    `- ${authenticationText(provider)}`,
  ];
  if (provider.presets !== null) {
    lines.push(`- Preset of imapsync: ${code(`--${provider.presets[side === 'host1' ? 0 : 1]}`)}`);
  }
  if (provider.separator !== null) {
    const prefix = provider.prefix === null || provider.prefix === '' ? 'no prefix' : `prefix ${code(provider.prefix)}`;
    const doubt = provider.separatorVerified ? '' : ' (not verified)';
    lines.push(`- Folder names: separator ${code(provider.separator)}, ${prefix}${doubt}`);
  }
  for (const [role, name] of roles) {
    const names = folderNames(provider, role);
    if (names !== '') lines.push(`- ${name}: ${names}`);
  }
  if (provider.specialUseFlags !== null) {
    lines.push(
      provider.specialUseFlags
        ? '- It marks its special folders with flags, by which `--automap` finds them.'
        : '- It does not mark its special folders with flags: `--automap` goes by their names.',
    );
  }
  for (const limit of limitTexts(provider)) lines.push(`- ${limit}`);
  return lines.join('\n');
}

function connectionText(provider: Provider): string {
  const tls = provider.tls === 'implicit' ? 'TLS from the first byte' : 'STARTTLS';
  return `Port ${provider.port}, ${tls}${provider.portVerified ? '' : ' (the usual ones, not verified)'}`;
}

function authenticationText(provider: Provider): string {
  const { password, oauth, since, verified, note, source } = provider.authentication;
  const from = since === null || password === 'allowed' ? '' : `since ${since} `;
  const parts = [from + passwords[password]];
  if (oauth !== null) parts.push(`OAuth 2 by ${oauth}`);
  const text = `Login: ${parts.join('; ')}${verified ? '' : ' (not verified)'}.`;
  const noted = note === null || !verified ? text : `${text} ${prose(note)}`;
  return withSource(noted, provider, source);
}

/** One name for each language, English ones first, with the language. */
function folderNames(provider: Provider, role: FolderRole): string {
  const known = provider.folders[role].filter((folder) => folder.verified);
  const english = (folder: ProviderFolder): number => (folder.language.startsWith('en') ? 0 : 1);
  const byLanguage = new Map<string, string>();
  for (const { text, language } of [...known].sort((a, b) => english(a) - english(b))) {
    const name = languageName(language);
    if (!byLanguage.has(name)) byLanguage.set(name, text);
  }
  const names = [...byLanguage].map(([language, text]) =>
    language === 'English' ? code(text) : `${code(text)} in ${language}`,
  );
  const left = names.length - mostFolders;
  return left > 1 ? `${names.slice(0, mostFolders).join(', ')} and ${left} more by language` : names.join(', ');
}

function limitTexts(provider: Provider): readonly string[] {
  return provider.limits
    .filter(({ verified, value, note }) => verified && value !== null && !doubtful.test(note ?? ''))
    .slice(0, mostLimits)
    .map((limit) => withSource(limitText(limit), provider, limit.source));
}

function limitText({ what, value, unit, note }: ProviderLimit): string {
  const amount =
    unit === 'bytes' && value !== null ? readableBytes(value) : `${value}${unit === null ? '' : ` ${unit}`}`;
  return `${prose(what.charAt(0).toUpperCase() + what.slice(1))}: ${prose(amount)}${note === null ? '' : ` (${prose(note)})`}`;
}

function withSource(text: string, provider: Provider, key: string | null): string {
  const source = sourceLink(provider, key);
  return source === '' ? text : `${text.replace(/[.\s]*$/, '')}. Source: ${source}.`;
}
