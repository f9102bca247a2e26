import { positionsOf } from '../../core/languageService.js';
import type { Output } from '../host.js';
import type { LintFormat } from './report.js';
import { harmless } from './snippet.js';

/** For problem matchers: `path:line:column: severity: message [rule]`, one problem a line, line and column from 1. */
export function compactFormat(output: Output): LintFormat {
  return {
    file: ({ path, analysis, problems }) => {
      const positions = positionsOf(analysis.source.text);
      for (const { rule, severity, message, range } of problems) {
        const { line, character } = positions.at(range.start);
        output.write(`${harmless(path)}:${line + 1}:${character + 1}: ${severity}: ${harmless(message)} [${rule}]\n`);
      }
    },
    end: () => undefined,
  };
}
