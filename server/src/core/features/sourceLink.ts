import type { Provider } from '../catalogue/provider.js';
import { escapeMarkdown } from './markdown.js';

const faqPage = /^imapsync (FAQ\.d\/[\w.]+\.txt)/;
const address = /https?:\/\/[^\s,;]+|(?<![\w.])github\.com\/[\w.-]+\/[\w.-]+/;

/** Where a fact about a provider comes from, with its date where the catalogue has one: a link where there is an address. */
export function sourceLink(provider: Provider, key: string | null): string {
  const source = key === null ? undefined : provider.sources[key];
  if (source === undefined) return '';
  const date = /\b\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|\))/.exec(source)?.[0];
  const dated = date === undefined ? '' : `, ${date}`;
  const faq = faqPage.exec(source)?.[1];
  if (faq !== undefined) return `[imapsync ${escapeMarkdown(faq)}](https://imapsync.lamiral.info/${faq})${dated}`;
  const found = address.exec(source)?.[0];
  if (found === undefined) return escapeMarkdown(source);
  const label =
    source === found || source.startsWith(`${found},`)
      ? hostAndPath(found)
      : source.replace(/, \d{4}(?:-\d\d){0,2}$/, '');
  return `[${escapeMarkdown(label)}](${found.startsWith('http') ? found : `https://${found}`})${dated}`;
}

function hostAndPath(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
