import type { Provider } from '../catalogue/provider.js';
import { arrivalName } from '../folders/arrivalName.js';
import { completeNameSpace, knownNameSpace, providerOf } from '../folders/nameSpaces.js';
import { dropsGmailLevel, sentMappingRefactorings } from '../folders/sentMapping.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { isAutomapOn, presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { literalAlternatives, matchesLiteral } from './shared/literalPattern.js';
import { readOnlyRuns } from './shared/readOnlyRuns.js';

/** Stems of the names of Sent folders in the languages of the catalogue. */
const sentStems =
  /sent|send|gesend|sendt|skickat|envoy|enviad|inviat|verzond|verstuur|wys&AUI-|odesl|hetetyt|nderilmi|BB4EQgQ|kAFP4|XfJT0Z|vPSwu|W8RO9|elk&APw-/i;

const mostSuggestions = 8;
const nameSpaceOptions = ['sep1', 'sep2', 'prefix1', 'prefix2'];

export const sentFolderNotMapped = defineRule({
  id: 'sent-folder-not-mapped',
  severity: 'hint',
  category: 'folders',
  summary: 'The two providers name the folder of sent mail differently, and nothing maps one to the other.',
  messages: {
    notMapped:
      '{source} keeps sent mail in "{from}", {destination} in "{to}", and nothing in this command maps one to the other: imapsync will create "{arrival}" on the destination beside "{to}". Map the folder, or add --automap.',
  },
  check(invocation, context) {
    if (invocation.open || isAutomapOn(invocation)) return;
    if (invocation.uses.some(({ name, negated }) => !negated && readOnlyRuns.has(name))) return;
    const source = providerOf(invocation, 1);
    const destination = providerOf(invocation, 2);
    if (source === undefined || destination === undefined) return;
    const difference = compareSent(invocation, source, destination);
    if (difference === null || isMapped(invocation, source) || isLeftOut(invocation, source)) return;
    const { from, to, arrival } = difference;
    context.report({
      range: invocation.headRange,
      message: 'notMapped',
      data: { source: source.name, destination: destination.name, from, to, arrival },
      suggestions: () => [
        ...sentMappingRefactorings(invocation, context.text, mostSuggestions),
        ...automap(invocation, context),
      ],
    });
  },
});

function automap(invocation: Invocation, { text }: RuleContext): readonly Suggestion[] {
  if (invocation.isSet('automap') === false) return [];
  const edits = [insertOptions(invocation, text, ['--automap'])];
  return [
    {
      title:
        'Add --automap: imapsync then pairs special folders by the roles that servers announce, or by well-known names',
      edits,
    },
  ];
}

interface Difference {
  readonly from: string;
  readonly to: string;
  readonly arrival: string;
}

/** What was found for two providers where the command says nothing about separators and prefixes. */
const usualDifferences = new WeakMap<Provider, Map<Provider, Difference | null>>();

function compareSent(invocation: Invocation, source: Provider, destination: Provider): Difference | null {
  if (source === destination) return null;
  const isUsual =
    presetsOf(invocation).length === 0 && nameSpaceOptions.every((name) => invocation.last(name) === undefined);
  if (!isUsual) return findDifference(invocation, source, destination);
  const bySource = usualDifferences.get(source) ?? new Map<Provider, Difference | null>();
  usualDifferences.set(source, bySource);
  const known = bySource.get(destination);
  const difference = known === undefined ? findDifference(invocation, source, destination) : known;
  bySource.set(destination, difference);
  return difference;
}

/** The first Sent names of both sides where no Sent folder of the source arrives as one of the destination. */
function findDifference(invocation: Invocation, source: Provider, destination: Provider): Difference | null {
  const [from] = source.folders.sent;
  const [to] = destination.folders.sent;
  if (from === undefined || to === undefined) return null;
  const known = [knownNameSpace(invocation, 1), knownNameSpace(invocation, 2)] as const;
  const isCertain = known.every(({ separator, prefix }) => separator !== null && prefix !== null);
  const isStripped = dropsGmailLevel(invocation);
  const arrivalOf = (raw: string): string => {
    const name = arrivalName(raw, completeNameSpace(known[0], raw), completeNameSpace(known[1], to.raw));
    return isStripped ? name.replace(/\[Gmail\]./, '') : name;
  };
  const targets = new Set(destination.folders.sent.map(({ raw }) => (isCertain ? raw : lastLevel(raw))));
  const meets = ({ raw }: { readonly raw: string }): boolean =>
    targets.has(isCertain ? arrivalOf(raw) : lastLevel(raw));
  return source.folders.sent.some(meets) ? null : { from: from.text, to: to.text, arrival: arrivalOf(from.raw) };
}

function lastLevel(raw: string): string {
  return raw.slice(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('.')) + 1);
}

/** A mapping that is not known, speaks of Sent or takes every name. */
function isMapped(invocation: Invocation, source: Provider): boolean {
  const concernsSent = (value: string | null): boolean => {
    if (value === null || sentStems.test(value) || /\.[*+]/.test(value)) return true;
    return source.folders.sent.some(({ raw }) => value.includes(raw));
  };
  return [...invocation.all('regextrans2'), ...invocation.all('f1f2')].some(({ value }) => concernsSent(value));
}

/** The selection of folders leaves Sent out, or nobody can say. */
function isLeftOut(invocation: Invocation, source: Provider): boolean {
  if (['subfolder1', 'subfolder2', 'subscribed'].some((name) => invocation.last(name) !== undefined)) return true;
  const chosen = ['folder', 'folderrec', 'include'].flatMap((name) => invocation.all(name));
  if (chosen.some(({ value }) => value === null)) return true;
  if (chosen.length > 0 && !chosen.some(({ value }) => sentStems.test(value ?? ''))) return true;
  return invocation.all('exclude').some(({ value }) => value === null || excludesSent(value, source));
}

function excludesSent(pattern: string, source: Provider): boolean {
  const alternatives = literalAlternatives(pattern);
  if (alternatives === null) return sentStems.test(pattern);
  return source.folders.sent.some(({ raw }) => alternatives.some((each) => matchesLiteral(each, raw)));
}
