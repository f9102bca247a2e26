const names: Readonly<Record<string, string>> = {
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fi: 'Finnish',
  fr: 'French',
  hu: 'Hungarian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  'pt-BR': 'Portuguese of Brazil',
  'pt-PT': 'Portuguese of Portugal',
  ru: 'Russian',
  sv: 'Swedish',
  tr: 'Turkish',
  'zh-CN': 'simplified Chinese',
  'zh-TW': 'traditional Chinese',
};

/** The English name of a language of the catalogue: `de (2007)` is `German (2007)`; the code itself where it has none. */
export function languageName(code: string): string {
  const [tag = '', ...rest] = code.split(' ');
  const name = names[tag] ?? (tag.startsWith('en') ? 'English' : tag);
  return [name, ...rest].join(' ');
}
