import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Markdown for clients that show it, for the others the same without its signs. */
export function markup(markdown: string, supported: boolean): MarkupContent {
  if (supported) return { kind: MarkupKind.Markdown, value: markdown };
  const plain = markdown.replace(/\*\*|\\(?=[^\w\s])/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return { kind: MarkupKind.PlainText, value: plain };
}
