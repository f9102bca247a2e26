import { type Positions, type Problem, positionsOf } from '../../core/languageService.js';
import type { Output } from '../host.js';
import type { Colours } from './colours.js';
import type { FileReport, LintFormat, LintSummary } from './report.js';
import { secretRanges } from './secretRanges.js';
import { harmless, snippetOf } from './snippet.js';

/** For people: place, message and rule, the line with the place marked, and what can be done. */
export function prettyFormat(output: Output, colours: Colours): LintFormat {
  return {
    file: (report) => {
      if (report.problems.length > 0) output.write(fileText(report, colours));
    },
    end: (summary) => output.write(`${summaryText(summary, colours)}\n`),
  };
}

function fileText({ path, analysis, problems }: FileReport, colours: Colours): string {
  const { text } = analysis.source;
  const positions = positionsOf(text);
  const secrets = secretRanges(analysis);
  const place = (offset: number): string => {
    const { line, character } = positions.at(offset);
    return `${harmless(path)}:${line + 1}:${character + 1}`;
  };
  return problems.map((problem) => problemText(problem, text, secrets, positions, place, colours)).join('');
}

function problemText(
  problem: Problem,
  text: string,
  secrets: ReturnType<typeof secretRanges>,
  positions: Positions,
  place: (offset: number) => string,
  colours: Colours,
): string {
  const { rule, severity, message, range } = problem;
  const number = String(positions.at(range.start).line + 1);
  const margin = ' '.repeat(number.length);
  const { line, marks } = snippetOf(text, range, secrets);
  const lines = [
    `${colours.strong(place(range.start))}: ${colours[severity](severity)}: ${harmless(message)} ${colours.faint(`[${rule}]`)}`,
    `  ${colours.faint(`${number} |`)} ${line}`,
    `  ${colours.faint(`${margin} |`)} ${colours[severity](marks)}`,
    ...(problem.related ?? []).map(
      (related) => `  ${colours.faint('note:')} ${place(related.range.start)}: ${harmless(related.message)}`,
    ),
    ...help(problem).map((title) => `  ${colours.hint('help:')} ${harmless(title)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** More suggestions than this are a choice to make in an editor. */
const mostHelp = 3;

function help(problem: Problem): readonly string[] {
  const fix = problem.fix?.();
  const suggestions = problem.suggestions?.() ?? [];
  const titles = [...(fix === undefined ? [] : [fix]), ...suggestions].map(({ title }) => title);
  const left = titles.length - mostHelp;
  return left > 1 ? [...titles.slice(0, mostHelp), `… and ${left} more in the editor and in --format json`] : titles;
}

function summaryText(summary: LintSummary, colours: Colours): string {
  const files = count(summary.files, 'file');
  const parts = [
    summary.errors > 0 ? colours.error(count(summary.errors, 'error')) : '',
    summary.warnings > 0 ? colours.warning(count(summary.warnings, 'warning')) : '',
    summary.infos > 0 ? colours.info(`${summary.infos} info`) : '',
    summary.hints > 0 ? colours.hint(count(summary.hints, 'hint')) : '',
  ].filter((part) => part !== '');
  const unreadable = summary.unreadable > 0 ? `; ${summary.unreadable} could not be read` : '';
  return `${parts.length === 0 ? `No problems in ${files}` : `${parts.join(', ')} in ${files}`}${unreadable}.`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
