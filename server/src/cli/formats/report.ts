import type { Analysis, Problem, Severity } from '../../core/languageService.js';

/** What lint has to say about one file. */
export interface FileReport {
  readonly path: string;
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
}

export interface LintSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Files and folders that could not be read. */
  readonly unreadable: number;
}

/** Prints reports as they come. */
export interface LintFormat {
  file(report: FileReport): void;
  end(summary: LintSummary): void;
}

/** From the loudest to the quietest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
