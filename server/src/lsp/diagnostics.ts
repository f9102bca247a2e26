import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem, Severity } from '../core/languageService.js';
import type { ClientFeatures } from './clientFeatures.js';
import { toRange } from './convert.js';
import { largestDocument } from './documents.js';
import type { DocumentProblems } from './problems.js';

export const diagnosticSource = 'imapsync';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules that report what can be left out: clients fade such places. */
const unnecessary: ReadonlySet<string> = new Set(['unused-directive']);

/** Everything there is to show about a document. */
export function diagnosticsOf(found: DocumentProblems, client: ClientFeatures): Diagnostic[] {
  const { document, analysis } = found.read;
  if (analysis === null) return [tooLarge()];
  return found.problems().map((problem) => toDiagnostic(document, problem, client));
}

/** One problem as the client shows it. */
export function toDiagnostic(document: TextDocument, problem: Problem, client: ClientFeatures): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, problem.range),
    severity: severities[problem.severity],
    code: problem.rule,
    source: diagnosticSource,
    message: problem.message,
  };
  if (client.documentationBase !== null && client.codeDescription) {
    diagnostic.codeDescription = { href: rulePage(client.documentationBase, problem.rule) };
  }
  if (unnecessary.has(problem.rule)) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (client.relatedInformation && problem.related !== undefined && problem.related.length > 0) {
    diagnostic.relatedInformation = problem.related.map(({ range, message }) => ({
      location: { uri: document.uri, range: toRange(document, range) },
      message,
    }));
  }
  return diagnostic;
}

/** The address of a rule's documentation page. */
export function rulePage(base: string, rule: string): string {
  return `${base}${rule}.md`;
}

function tooLarge(): Diagnostic {
  const megabytes = largestDocument / 1024 / 1024;
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: `This file is larger than ${megabytes} million characters, so its imapsync commands are not checked in the editor. Split it, or check it with the imapsync-lint command.`,
  };
}
