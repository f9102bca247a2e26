import { pairsOfF1f2 } from '../folders/pairs.js';
import { readPattern } from '../folders/perl/searchPattern.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { given, removal } from './shared/uses.js';

export const delete2WithMergedFolders = defineRule({
  id: 'delete2-with-merged-folders',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete2` with folders that share one folder of the destination and are not compared together.',
  messages: {
    partial:
      '"{left}" and "{kept}" both go to "{to}", and this run leaves "{left}" out: --delete2 will delete its mail in "{to}". Select both, or remove --delete2.',
    renamed:
      'This run compares "{to}" on the destination with "{left}" alone: --delete2 will delete everything in "{to}" that came from elsewhere, mail of a folder "{to}" on the source included. Select all folders that go to "{to}", or remove --delete2.',
    spelling:
      '"{to}" and "{other}" are one folder to servers that do not tell case apart, and two to imapsync: with --delete2 the mail of each will be deleted for the sake of the other. Give both the same spelling.',
    subfolder1:
      'What lies in "{folder}" goes to the top of the destination, its INBOX included: --delete2 will delete the mail in the folders there for the sake of the archive. Remove --delete2.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete2');
    if (deletion === undefined) return;
    const common = {
      related: [{ range: deletion.range, message: `${deletion.spelled} deletes on the destination.` }],
      suggestions: () => [removal(invocation, context, 'delete2')],
    };
    const archive = given(invocation, 'subfolder1');
    if (archive !== undefined && archive.value !== '') {
      const data = { folder: archive.value ?? archive.spelled };
      context.report({ range: archive.range, message: 'subfolder1', severity: 'warning', data, ...common });
    }
    if (invocation.last('f1f2') !== undefined) comparePairs(invocation, context, common);
  },
});

type Common = Pick<Parameters<RuleContext['report']>[0], 'related' | 'suggestions'>;

function comparePairs(invocation: Invocation, { report }: RuleContext, common: Common): void {
  const uses = invocation.all('f1f2');
  const pairs = pairsOfF1f2(uses.map((use) => ({ value: use.value, use })));
  if (typeof pairs === 'string') return;
  const isLeftOut = selection(invocation);
  const targets = new Map<string, { readonly from: string; readonly use: OptionUse }[]>();
  for (const [from, { to, use }] of pairs) {
    if (use === undefined) continue;
    const sharing = targets.get(to);
    if (sharing === undefined) targets.set(to, [{ from, use }]);
    else sharing.push({ from, use });
  }
  const spellings = new Map([['inbox', 'INBOX']]);
  for (const [to, sources] of targets) {
    const other = spellings.get(to.toLowerCase());
    const last = sources.at(-1)!;
    const range = last.use.valueRange ?? last.use.range;
    if (other === undefined) spellings.set(to.toLowerCase(), to);
    else if (other !== to) report({ range, message: 'spelling', data: { to, other }, ...common });
    const kept = sources.find(({ from }) => isLeftOut(from) === false);
    const left = sources.find(({ from }) => isLeftOut(from) === true);
    if (kept !== undefined && left !== undefined) {
      report({
        range: left.use.valueRange ?? left.use.range,
        message: 'partial',
        data: { left: left.from, kept: kept.from, to },
        ...common,
      });
    } else if (kept !== undefined && kept.from !== to && isLeftOut(to) === true && !pairs.has(to)) {
      const data = { left: kept.from, to };
      report({ range, message: 'renamed', severity: 'warning', data, ...common });
    }
  }
}

/** Whether this run leaves a folder of the source out; null where that can not be told. */
function selection(invocation: Invocation): (name: string) => boolean | null {
  const isVague = invocation.open || ['include', 'folderrec', 'subscribed'].some((name) => given(invocation, name));
  const folders = invocation.all('folder').map(({ value }) => value);
  const patterns = invocation.all('exclude').map(({ value }) => (value === null ? null : readPattern(value)));
  return (name) => {
    for (const pattern of patterns) {
      if (pattern?.kind === 'pattern' && pattern.matches(name) === true) return true;
    }
    if (isVague || folders.includes(null) || patterns.some((pattern) => pattern?.kind !== 'pattern')) return null;
    return folders.length > 0 && !folders.includes(name);
  };
}
