import { type Provider, sourceOf } from '../catalogue/provider.js';
import { escapeMarkdown } from './markdown.js';

const faqPage = /^imapsync (FAQ\.d\/[\w.]+\.txt)/;
const address = /https?:\/\/[^\s,;]+|(?<![\w.])github\.com\/[\w.-]+\/[\w.-]+/;

/** Where a fact about a provider comes from, with its date where the source bears one: a link where it has an address. */
export function sourceLink(provider: Provider, key: string | null): string {
  const source = key === null ? undefined : sourceOf(provider, key);
  if (source === undefined) return '';
  const dated = source.date === null ? '' : `, ${source.date}`;
  return `${linked(source.where)}${dated}`;
}

function linked(where: string): string {
  const faq = faqPage.exec(where)?.[1];
  if (faq !== undefined) return `[imapsync ${escapeMarkdown(faq)}](https://imapsync.lamiral.info/${faq})`;
  const found = address.exec(where)?.[0];
  if (found === undefined) return escapeMarkdown(where);
  const label = where === found ? found.replace(/^https?:\/\//, '') : where;
  return `[${escapeMarkdown(label)}](${found.startsWith('http') ? found : `https://${found}`})`;
}
