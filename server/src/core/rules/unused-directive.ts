import type { DisableDirective } from '../model/directive.js';
import { removeComment } from '../model/edits/removeComment.js';
import { governingMarkers, isMarker } from '../model/phases.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { type DirectiveContext, defineRule, type IdleDirective } from './rule.js';

export const unusedDirective = defineRule({
  id: 'unused-directive',
  severity: 'warning',
  category: 'process',
  summary: 'A directive silences nothing, or a marker speaks for no command.',
  messages: {
    silencesNothing:
      'This directive silences nothing: no rule{named} reports anything {reach}. Remove it, so that it hides nothing later.',
    silencesNothingOf: '"{name}" reports nothing {reach}. Remove it from the list, so that it hides nothing later.',
    lineOfItsOwn:
      '"disable-line" means the line it stands on, where there is no command. Write "disable" to mean the next command.',
    speaksForNothing: 'This marker speaks for no command: {why}.',
  },
  checkDirectives(context) {
    for (const idle of context.idle) reportIdle(idle, context);
    reportMarkers(context);
  },
});

const reaches: Readonly<Record<DisableDirective['kind'], string>> = {
  disable: 'in the next command',
  'disable-line': 'on this line',
  'disable-file': 'in this file',
};

function reportIdle({ directive, rule }: IdleDirective, { text, report }: DirectiveContext): void {
  const reach = reaches[directive.kind];
  if (rule !== undefined) {
    report({
      range: rule.range,
      message: 'silencesNothingOf',
      data: { name: rule.name, reach },
      fix: () => ({ title: `Remove ${rule.name} from the directive`, edits: [removeName(directive, rule.range)] }),
    });
  } else if (directive.kind === 'disable-line' && directive.ownLine) {
    const start = directive.range.start + text.slice(directive.range.start).search(/disable-line/i);
    const range = { start, end: start + 'disable-line'.length };
    report({
      range: directive.range,
      message: 'lineOfItsOwn',
      suggestions: () => [{ title: 'Change to "disable"', edits: [{ range, newText: 'disable' }] }],
    });
  } else {
    report({
      range: directive.range,
      message: 'silencesNothing',
      data: { reach, named: directive.rules === null ? '' : ' it names' },
      fix: () => ({ title: 'Remove the directive', edits: [removeComment(text, directive.commentRange)] }),
    });
  }
}

/** The name with the comma that parts it from its neighbour. */
function removeName({ rules }: DisableDirective, range: TextRange): TextChange {
  const names = rules ?? [];
  const index = names.findIndex((name) => name.range.start === range.start);
  const before = names[index - 1]?.range.end;
  const after = names[index + 1]?.range.start;
  if (before !== undefined) return { range: { start: before, end: range.end }, newText: '' };
  return { range: { start: range.start, end: after ?? range.end }, newText: '' };
}

function reportMarkers(context: DirectiveContext): void {
  const { directives, dialect, report } = context;
  const governing = new Set(governingMarkers(context));
  const markers = directives.filter(isMarker);
  markers.forEach((marker, index) => {
    if (marker.kind === 'invalid' || governing.has(marker)) return;
    const why =
      index === markers.length - 1
        ? 'none stands below it'
        : dialect === 'profile'
          ? 'in a profile the last marker counts'
          : 'another marker stands below it before any command does';
    report({ range: marker.range, message: 'speaksForNothing', data: { why } });
  });
}
