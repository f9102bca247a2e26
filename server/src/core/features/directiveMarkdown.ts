import type { Directive } from '../model/directive.js';
import { rules } from '../rules/index.generated.js';
import { code, enumerate, prose } from './markdown.js';

/** What a directive in a comment does from here on. */
export function directiveMarkdown(directive: Directive, now: number): string {
  switch (directive.kind) {
    case 'pre-cutover':
      return preCutover(directive.until, now);
    case 'post-cutover':
      return '**Post-cutover:** MX points to the destination, new mail arrives there. The commands below are checked for what would destroy it.';
    case 'disable':
      return `**Silences** ${what(directive.rules)} for the next command.`;
    case 'disable-line':
      return `**Silences** ${what(directive.rules)} on this line.`;
    case 'disable-file':
      return `**Silences** ${what(directive.rules)} in this file.`;
    case 'invalid':
      return '**Not understood**, so it does nothing. Known are `pre-cutover [until DATE]`, `post-cutover`, `disable=RULE`, `disable-line=RULE` and `disable-file=RULE`.';
  }
}

/** A rule in a few lines; null for a name that is no rule. */
export function ruleMarkdown(name: string): string | null {
  const rule = rules.find(({ id }) => id === name);
  if (rule === undefined) return null;
  return `**${code(rule.id)}** · ${rule.severity} · ${rule.category}\n\n${prose(rule.summary)}`;
}

function preCutover(until: number | null, now: number): string {
  const governs = 'It governs the commands below it, up to the next marker.';
  if (until === null) {
    return `**Pre-cutover:** MX still points to the source, so mirroring deletions are expected. ${governs} Add \`until DATE\`, so that it can not outlive the cutover.`;
  }
  const moment = `${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (now >= until)
    return `**Pre-cutover marker, expired** on ${moment}: from then on mail arrives on the destination, and deletions there are reported again.`;
  return `**Pre-cutover:** until ${moment} MX still points to the source, so mirroring deletions are expected. ${governs}`;
}

function what(names: readonly { readonly name: string }[] | null): string {
  return names === null
    ? 'all rules'
    : enumerate(
        names.map(({ name }) => code(name)),
        'and',
      );
}
