// @ts-check
import { transform } from 'esbuild';

/** @type {readonly (readonly [string, RegExp])[]} */
const impure = [
  ['the clock', /\bDate\.now\b|\bnew Date\b(?!\([^)])|\bperformance\./],
  ['chance', /\bMath\.random\b|\bcrypto\./],
  ['the process', /\bprocess\.|\bBuffer\b|\brequire\(/],
  ['the page or worker', /\bglobalThis\b|\bwindow\.|\bdocument\.(?:body|createElement|querySelector)|\bself\./],
  ['timers', /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\(/],
  ['the console', /\bconsole\./],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b/],
  ['code made from text', /\beval\(|\bnew Function\b/],
];

/**
 * What a module of the core uses although only a platform has it.
 * @param {string} text
 */
export async function namesImpure(text) {
  const { code } = await transform(text, { loader: 'ts', legalComments: 'none', minifyWhitespace: true });
  const withoutText = code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
  return impure.flatMap(([name, pattern]) => (pattern.test(withoutText) ? [name] : []));
}

/**
 * A module that holds nothing of its own.
 * @param {string} text
 */
export function isBarrel(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').trim();
  const rest = code.replace(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as \w+\s*)?from\s+'[^']+';?$/gm, '').trim();
  return code !== '' && rest === '';
}
