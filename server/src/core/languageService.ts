import { type Analysis, analyse } from './analysis.js';
import { exitCodes } from './catalogue/exitCodes.js';
import { configFor, defaultConfig, type LintConfig, readConfig, readConfigText } from './config.js';
import { quickFixes, rewrites } from './features/codeAction.js';
import { codeLenses } from './features/codeLens.js';
import { columnPlace, columnSource } from './features/columnSource.js';
import { fileEntries } from './features/completion/files.js';
import { complete, completionDetails } from './features/completion.js';
import { definition } from './features/definition.js';
import { documentHighlights } from './features/documentHighlight.js';
import { documentLinks } from './features/documentLink.js';
import { documentSymbols } from './features/documentSymbol.js';
import { fixAll } from './features/fixAll.js';
import { foldingRanges } from './features/foldingRange.js';
import { formatProfile } from './features/formatProfile.js';
import { hover } from './features/hover.js';
import { inlayHints } from './features/inlayHint.js';
import { foldLog } from './features/logFolding.js';
import { hoverFiles } from './features/passfileMarkdown.js';
import { invocationOnLine } from './features/place.js';
import { movePasswordAt } from './features/refactor/movePasswordAt.js';
import { references } from './features/references.js';
import { selectionRanges } from './features/selectionRange.js';
import { semanticTokens } from './features/semanticTokens.js';
import { mapSentAt, sentQuestionAt } from './features/sentQuestion.js';
import { signatureHelp } from './features/signatureHelp.js';
import { lint as lintWith } from './linter.js';
import { nextExpiry } from './model/phases.js';
import { passTitle } from './passes/passTitle.js';
import { type PlannedPass, type PlanOptions, planPass } from './passes/planPass.js';
import type { Problem } from './problem.js';
import { recogniseDialect } from './syntax/recognise.js';
import { isLog } from './syntax/recogniseLog.js';
import type { TextRange } from './text/range.js';

export type { Analysis } from './analysis.js';
export { analyse } from './analysis.js';
export type { ExitCode } from './catalogue/exitCodes.js';
export { exitCodes } from './catalogue/exitCodes.js';
export type { OptionFact } from './catalogue/optionFact.js';
export { optionHistory } from './catalogue/optionHistory.js';
export { catalogueRelease, findOption, imapsyncOptions, optionFacts } from './catalogue/options.js';
export { optionsOf, optionTableOf } from './catalogue/optionTables.js';
export { type Release, readRelease } from './catalogue/release.js';
export * from './config.js';
export type { Action } from './features/codeAction.js';
export type { Lens } from './features/codeLens.js';
export type { CompletionEntry, CompletionKey } from './features/completion/entry.js';
export type { FileQuestion, FolderToList, ListedName } from './features/completion/files.js';
export type { CompletionAnswer } from './features/completion.js';
export type { DefinitionAnswer } from './features/definition.js';
export type { Highlight } from './features/documentHighlight.js';
export type { FileLink } from './features/documentLink.js';
export type { OutlineSymbol } from './features/documentSymbol.js';
export {
  type ExplainedInvocation,
  type ExplainedSetting,
  type ExplainOutput,
  explainOutput,
} from './features/explainOutput.js';
export type { FileFacts } from './features/fileFacts.js';
export { type FixedFile, fixAll } from './features/fixAll.js';
export type { Fold } from './features/foldingRange.js';
export type { HoverAnswer, HoverContext } from './features/hover.js';
export { type Hint, type InlayHintKind, inlayHintKinds } from './features/inlayHint.js';
export { type InvocationSummary, summarise } from './features/invocationSummary.js';
export { logReport } from './features/logReport.js';
export {
  type FolderOutput,
  type FolderQuestion,
  type MapQuestion,
  mapListing,
  mapQuestion,
} from './features/mapOutput.js';
export { code } from './features/markdown.js';
export { optionMarkdown } from './features/optionMarkdown.js';
export { type ArgvOutput, parseArgv } from './features/parseArgv.js';
export { type ParseOutput, parseOutput } from './features/parseOutput.js';
export { invocationOnLine } from './features/place.js';
export type { RewriteId } from './features/refactor/action.js';
export { lackText, releaseDifferences, releaseSpan } from './features/releaseText.js';
export { tokenModifiers, tokenTypes } from './features/semanticTokenLegend.js';
export type { SentQuestion } from './features/sentQuestion.js';
export type { NoMapping, SentChoice } from './folders/chosenSentMapping.js';
export { readableName } from './folders/imapUtf7.js';
export { type ListedFolder, readFolderList } from './folders/listing.js';
export { perlShellWords } from './getopt/perlShellWords.js';
export { effectiveSettings, type SettingsContext } from './model/effectiveSettings.js';
export type { Invocation } from './model/invocation.js';
export type { Setting, SettingOrigin } from './model/settings/setting.js';
export { LogReader } from './passes/log/logReader.js';
export type { LogOutcome, LogSummary } from './passes/log/logSummary.js';
export type { Pass, PassPlan, PlanSecrets } from './passes/passPlan.js';
export { passTitle } from './passes/passTitle.js';
export { type PlannedPass, type PlanOptions, planPass } from './passes/planPass.js';
export { resolvePlan } from './passes/resolvePlan.js';
export type { Problem } from './problem.js';
export { rules } from './rules/index.generated.js';
export type { Rule, Severity, Suggestion } from './rules/rule.js';
export type { Dialect, FileDialect } from './syntax/dialect.js';
export type { FileFeatures } from './syntax/fileFeatures.js';
export { isTableName, recogniseDialect } from './syntax/recognise.js';
export { applyChanges, type TextChange } from './text/edit.js';
export { readMoment } from './text/moment.js';
export { type Position, type PositionRange, type Positions, positionsOf } from './text/positions.js';
export type { TextRange } from './text/range.js';
export { version } from './version.js';

/**
 * Everything the rules have to say about a file, by place. `now` is the moment that counts as now, in milliseconds since
 * 1970 UTC; without `config` every rule has its own level.
 */
export function lint(
  analysis: Analysis,
  { now, config = defaultConfig }: { readonly now: number; readonly config?: LintConfig },
): readonly Problem[] {
  return lintWith(analysis, { now, config });
}

/** The plan of a pass, with what a person needs to see beside it. */
export interface PlanAnswer extends PlannedPass {
  readonly title: string;
  /** What option parsing refuses, in words. */
  readonly usageErrors: readonly string[];
}

/** What a pass of the command on a line would execute; null where no command stands there. */
export function planAt(analysis: Analysis, line: TextRange, options: Omit<PlanOptions, 'text'>): PlanAnswer | null {
  const invocation = invocationOnLine(analysis, line);
  if (invocation === null) return null;
  const { text } = analysis.source;
  return {
    ...planPass(invocation, { ...options, text }),
    title: passTitle(invocation, { ...options, text }),
    usageErrors: invocation.errors.filter(({ consequence }) => consequence !== true).map(({ message }) => message),
  };
}

/** Everything an editor asks about a file; pure functions over an `Analysis`, which the caller keeps. */
const languageService = {
  recogniseDialect,
  isLog,
  analyse,
  defaultConfig,
  readConfig,
  readConfigText,
  configFor,
  lint,
  nextExpiry,
  hover,
  hoverFiles,
  signatureHelp,
  complete,
  completionDetails,
  fileEntries,
  quickFixes,
  rewrites,
  fixAll,
  codeLenses,
  documentSymbols,
  documentLinks,
  documentHighlights,
  definition,
  columnSource,
  columnPlace,
  references,
  foldingRanges,
  selectionRanges,
  semanticTokens,
  inlayHints,
  foldLog,
  planAt,
  sentQuestionAt,
  mapSentAt,
  movePasswordAt,
  formatProfile,
  exitCodes,
} as const;

export type LanguageService = typeof languageService;

/** The functions an editor needs, in one value. It holds no state, so one is as good as many. */
export function createLanguageService(): LanguageService {
  return languageService;
}
