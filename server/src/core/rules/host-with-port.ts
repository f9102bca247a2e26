import type { OptionUse } from '../getopt/result.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';

/** `name:993`, `192.0.2.1:993`, `[2001:db8::1]:993`; an IPv6 address without brackets is none of them. */
const hostAndPort = /^([^:[\]\s]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})$/;

export const hostWithPort = defineRule({
  id: 'host-with-port',
  severity: 'info',
  category: 'connection',
  summary: 'A port stands in the name of a host, where imapsync does not see it.',
  messages: {
    hidden:
      'imapsync takes {value} as a whole for the name of the host. Perl will connect to port {port} all the same, but what imapsync says about the connection names another one. Write {host} and {option}.',
    contradicted:
      'The port in {value} wins over {given}: Perl will connect to port {port}, although imapsync says otherwise in its log. Write {host} and the port that you mean.',
  },
  check(invocation, context) {
    for (const side of ['1', '2']) {
      const use = invocation.last(`host${side}`);
      if (use?.value?.includes(':')) checkHost(invocation, use, use.value, side, context);
    }
  },
});

function checkHost(invocation: Invocation, use: OptionUse, value: string, side: string, context: RuleContext): void {
  const match = hostAndPort.exec(value);
  if (match === null || use.valueRange === null) return;
  const [, host = '', port = ''] = match;
  const given = invocation.last(`port${side}`);
  const range = use.valueRange;
  const data = { value, host, port };
  const suggestions = (): readonly Suggestion[] => split(invocation, use, host, port, side, context);
  if (given === undefined || given.value === port) {
    const option = given === undefined ? `--port${side} ${port}` : `leave the port to --port${side}`;
    context.report({ range, message: 'hidden', data: { ...data, option }, suggestions });
  } else {
    context.report({
      range,
      message: 'contradicted',
      severity: 'warning',
      data: { ...data, given: given.value === null ? `--port${side}` : `--port${side} ${given.value}` },
      related: [{ range: given.range, message: `--port${side} is given here.` }],
      suggestions,
    });
  }
}

function split(
  invocation: Invocation,
  use: OptionUse,
  host: string,
  port: string,
  side: string,
  { text }: RuleContext,
): readonly Suggestion[] {
  const { start, end } = use.valueRange!;
  const written = text.slice(start, end);
  const at = written.lastIndexOf(`:${port}`);
  if (at < 0) return [];
  const cut = { range: { start: start + at, end: start + at + port.length + 1 }, newText: '' };
  if (invocation.last(`port${side}`) !== undefined) {
    return [{ title: `Leave the port to --port${side}`, edits: [cut] }];
  }
  const after = use.valueWordIndex ?? use.wordIndex;
  const insertion = insertOptions(invocation, text, [`--port${side}`, port], { after });
  const quoteEnds = insertion.range.start < cut.range.end;
  return quoteEnds ? [] : [{ title: `Write --host${side} ${host} and --port${side} ${port}`, edits: [cut, insertion] }];
}
