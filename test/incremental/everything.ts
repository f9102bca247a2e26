import type { Analysis } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import type { SourceFile } from '../../server/src/core/syntax/source.js';
import type { Word } from '../../server/src/core/syntax/word.js';

const word = ({ range, pieces, value, open, quote, origin }: Word): unknown => ({
  range,
  pieces,
  value,
  open,
  quote,
  origin,
});

/** An invocation as plain data, read through its interface. */
function invocationData(invocation: Invocation): unknown {
  const { syntax, range, headRange, uses, errors, rest, open } = invocation;
  const { executable, launcher, assignments, words, incomplete, embedded, slips = [] } = syntax;
  return {
    ...{ range, headRange, uses, errors, rest, open, incomplete },
    syntaxRange: syntax.range,
    executable: executable && word(executable),
    launcher: launcher.map(word),
    assignments: assignments.map(({ name, range: at, value }) => ({ name, at, value: word(value) })),
    words: words.map(word),
    written: syntax.written && { words: syntax.written.words.map(word), places: syntax.written.places },
    embedded: embedded?.words.map(word),
    reserved: syntax.reserved?.source,
    table: syntax.table,
    optionsExtra: syntax.optionsExtra,
    slips,
    last: uses.map(({ name }) => [uses.indexOf(invocation.last(name)!), invocation.all(name), invocation.value(name)]),
  };
}

/** The steps with their offsets in the text at hand; what stands further in moves along with the start. */
function stepsOf({ flow }: SourceFile): unknown {
  return flow?.steps.map((step, index) => {
    const name = 'name' in step ? step.name : undefined;
    const words = 'words' in step ? step.words?.map((each) => each.value) : undefined;
    return { kind: step.kind, at: flow.distances[index]! + step.start, name, words };
  });
}

/** Everything there is to know about an analysis, fixes computed. */
export function everything(analysis: Analysis, now: number): unknown {
  return structuredClone({
    invocations: analysis.invocations.map(invocationData),
    comments: analysis.source.comments,
    hereDocuments: analysis.source.hereDocuments,
    commandLines: [...(analysis.source.lines?.offsets ?? [])],
    steps: stepsOf(analysis.source),
    directives: analysis.directives,
    problems: lint(analysis, { config: defaultConfig, now }).map(
      ({ rule, severity, message, range, related, fix, suggestions, invocation }) => ({
        rule,
        severity,
        message,
        range,
        related,
        fix: fix?.(),
        suggestions: suggestions?.(),
        invocation: invocation === undefined ? -1 : analysis.invocations.indexOf(invocation),
      }),
    ),
  });
}
