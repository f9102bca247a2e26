import { type Diagnostic, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Opens the page of a rule; the argument is the rule's name. */
export const openRuleCommand = 'imapsync.openRuleDocumentation';

/**
 * The server links each problem to the page of its rule, a Markdown file. VS Code would open that as text, so the
 * link becomes a command that shows it rendered.
 */
export function linkRulePages(
  rulePages: Uri,
): Pick<Middleware, 'provideDiagnostics' | 'provideWorkspaceDiagnostics' | 'handleDiagnostics'> {
  return {
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await next(document, previousResultId, token);
      if (report !== null && report !== undefined && 'items' in report) relink(report.items, rulePages);
      return report;
    },
    provideWorkspaceDiagnostics(resultIds, token, report, next) {
      return next(resultIds, token, (part) => {
        for (const each of part?.items ?? []) if ('items' in each) relink(each.items, rulePages);
        report(part);
      });
    },
    handleDiagnostics(uri, diagnostics, next) {
      next(uri, relink(diagnostics, rulePages));
    },
  };
}

/** Makes the links of diagnostics to pages of rules commands; returns the diagnostics. */
export function relink<T extends readonly Diagnostic[]>(diagnostics: T, rulePages: Uri): T {
  for (const { code } of diagnostics) {
    if (typeof code !== 'object') continue;
    const rule = ruleOf(code.target, rulePages);
    if (rule !== undefined) code.target = ruleLink(rule);
  }
  return diagnostics;
}

/** `unknown-option` for `…/docs/rules/unknown-option.md`; undefined for any other address. */
function ruleOf(target: Uri, rulePages: Uri): string | undefined {
  const base = `${rulePages.path}/`;
  if (target.scheme !== rulePages.scheme || !target.path.startsWith(base)) return undefined;
  return /^([a-z0-9-]+)\.md$/.exec(target.path.slice(base.length))?.[1];
}

function ruleLink(rule: string): Uri {
  return Uri.from({ scheme: 'command', path: openRuleCommand, query: JSON.stringify([rule]) });
}
