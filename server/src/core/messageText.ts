import type { Report, Rule } from './rules/rule.js';

/** The message of a report, with its data in the slots: `{name}`. */
export function messageText(rule: Rule, message: string, data: Report['data']): string {
  const template = rule.messages[message] ?? message;
  if (data === undefined) return template;
  let result = '';
  let position = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', position)) {
    const close = template.indexOf('}', open);
    result += template.slice(position, open) + data[template.slice(open + 1, close)];
    position = close + 1;
  }
  return result + template.slice(position);
}
