import { type PositionRange, positionsOf, type Severity } from '../../core/languageService.js';
import type { Output } from '../host.js';
import type { LintFormat } from './report.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which show each problem in the changes of a pull request. */
export function githubFormat(output: Output): LintFormat {
  return {
    file: ({ path, analysis, problems }) => {
      const positions = positionsOf(analysis.source.text);
      for (const { rule, severity, message, range } of problems) {
        const place = { file: path.replaceAll('\\', '/'), ...placeOf(positions.range(range)), title: rule };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        output.write(`::${commands[severity]} ${properties.join(',')}::${escapeData(message)}\n`);
      }
    },
    end: () => undefined,
  };
}

/** Lines and columns from 1. GitHub takes columns only for what stands on one line. */
function placeOf({ start, end }: PositionRange): Readonly<Record<string, number>> {
  const lines = { line: start.line + 1, endLine: end.line + 1 };
  return start.line === end.line ? { ...lines, col: start.character + 1, endColumn: end.character + 1 } : lines;
}

/** The runner of GitHub Actions takes these signs for its own (`command.ts` of actions/toolkit). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
