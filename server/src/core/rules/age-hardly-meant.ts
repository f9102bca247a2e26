import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { removal } from './shared/removal.js';

const ages = ['maxage', 'minage'] as const;

/** Days from 1970 to 2038 and to November 2026: no server has a date before 1970, and imapsync can not name one. */
const surelyBefore1970 = 25_000;
const before1970 = 20_780;

const isConcerned = anyGiven('maxage', 'minage');

export const ageHardlyMeant = defineRule({
  id: 'age-hardly-meant',
  severity: 'warning',
  category: 'selection',
  summary: 'An age in days that selects nothing, today only, or something else than it seems to say.',
  messages: {
    beyond:
      'imapsync counts {days} days back, to a date before 1970, which it can not search for: it will copy nothing and end with exit code 0. Leave --{age} out to take mail of every age.',
    instant:
      '{days} days are no whole number of seconds, and imapsync can not search for such a date: it will copy nothing and end with exit code 0. Write whole days.',
    year: 'imapsync counts --{age} in days: {days} days are about {years} years, not the year {days}. For a year, write --search "SENTSINCE 1-Jan-{days}".',
    negative: '--{age} {days} points into the future: {effect}.',
    today: '--{age} 0 {effect}, by the date of the server.',
    fraction:
      'Servers search by whole days, so --{age} {days} acts as if it began at midnight. Only with --noabletosearch do fractions count.',
    union:
      'With --maxage below --minage imapsync takes both: mail younger than {maxage} days, and mail older than {minage} days. For the mail between two ages, --maxage is the larger one.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const name of ages) {
      const use = invocation.last(name);
      if (use?.value != null) checkAge(invocation, use, use.value, context);
    }
    checkUnion(invocation, context);
  },
});

function checkAge(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const days = Number(value.replaceAll('_', ''));
  // On a side with a search ages count for nothing, which has a report of its own.
  if (value === '' || Number.isNaN(days) || invocation.last('search') !== undefined) return;
  const range = use.valueRange ?? use.range;
  const data = { age: use.name, days: value };
  const isOld = use.name === 'minage';
  const suggestions = () => removal(invocation, context.text, invocation.all(use.name));
  const bySearch = ['abletosearch', 'abletosearch1', 'abletosearch2'].every((name) => invocation.isSet(name) !== false);
  if (days > before1970) {
    if (!bySearch) return;
    const severity = days > surelyBefore1970 ? ('error' as const) : ('warning' as const);
    context.report({ range, message: 'beyond', data, severity, suggestions });
  } else if (days >= 1950 && days <= 2050 && days !== 2000 && Number.isInteger(days)) {
    context.report({ range, message: 'year', data: { ...data, years: (days / 365.25).toFixed(1) } });
  } else if (days < 0) {
    const effect = isOld ? 'mail of every age is old enough' : 'no mail is young enough, and nothing is copied';
    context.report({ range, message: 'negative', data: { ...data, effect }, suggestions });
  } else if (days === 0) {
    const effect = isOld ? 'takes all mail but that of today' : 'takes the mail of today only';
    context.report({ range, message: 'today', data: { ...data, effect } });
  } else if (!Number.isInteger(days) && bySearch) {
    const seconds = days * 86_400;
    const isWhole = Math.abs(seconds - Math.round(seconds)) < 1e-4;
    if (isWhole) context.report({ range, message: 'fraction', data, severity: 'info' });
    else context.report({ range, message: 'instant', data, severity: 'error' });
  }
}

function checkUnion(invocation: Invocation, context: RuleContext): void {
  const young = invocation.last('maxage');
  const old = invocation.last('minage');
  if (young?.value == null || old?.value == null) return;
  if (!(Number(young.value) < Number(old.value)) || Number(young.value) <= 0) return;
  context.report({
    range: young.valueRange ?? young.range,
    message: 'union',
    data: { maxage: young.value, minage: old.value },
    related: [{ range: old.range, message: '--minage is given here.' }],
  });
}
