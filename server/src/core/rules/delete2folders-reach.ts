import { defineRule } from './rule.js';
import { isFolderMatch } from './shared/folderMatch.js';
import { allGiven, given, listed } from './shared/uses.js';

export const delete2foldersReach = defineRule({
  id: 'delete2folders-reach',
  severity: 'warning',
  category: 'deletion',
  summary: '`--delete2folders` deletes folders of the destination with their mail, selected or not.',
  messages: {
    all: "{option} will delete, with their mail, all folders of the destination that are no counterpart of a folder of the source: those that users made there, and those that another mapping made. Limit it with --delete2foldersonly '/^Name$/', and look at a run with --dry --justfolders first.",
    selection:
      "{option} will delete, with their mail, all folders of the destination that are no counterpart of a folder of the source: {selection} does not restrict it. Limit it with --delete2foldersonly '/^Name$/'.",
    subfolder:
      "{option} looks at the whole destination: with {selection} every folder outside of it is no counterpart, and imapsync will delete it with its mail. Limit it with --delete2foldersonly '/^Name\\//', or remove it.",
    postCutover:
      'The cutover is over, and {option} will delete, with their mail, the folders that users have made on the destination. Remove it.',
  },
  check(invocation, context) {
    // The two others switch --delete2folders on, whatever it says itself.
    const use =
      invocation.last('delete2foldersonly') ??
      invocation.last('delete2foldersbutnot') ??
      given(invocation, 'delete2folders');
    if (use === undefined) return;
    const only = invocation.last('delete2foldersonly');
    if (only !== undefined && isFolderMatch(only.value) !== false) return;
    const report = (message: string, severity: 'error' | 'warning' | 'info', selection = ''): void => {
      context.report({ range: use.range, message, severity, data: { option: use.spelled, selection } });
    };
    const { phase } = context;
    const subfolders = allGiven(invocation, ['subfolder1', 'subfolder2']);
    const selections = allGiven(invocation, ['folder', 'folderrec', 'include', 'exclude', 'subscribed']);
    if (subfolders.length > 0) report('subfolder', 'error', listed(subfolders));
    else if (phase.kind === 'post-cutover') report('postCutover', 'error');
    else if (selections.length > 0) report('selection', 'warning', listed(selections));
    // The marker vouches for a strict mirror.
    else if (phase.kind !== 'pre-cutover' || phase.expired) {
      report('all', invocation.last('delete2foldersbutnot') === undefined ? 'warning' : 'info');
    }
  },
});
