// Written by scripts/generate.mjs from the names of the files beside it.
import { abbreviatedOption } from './abbreviated-option.js';
import { addheaderForSentAndDrafts } from './addheader-for-sent-and-drafts.js';
import { ageHardlyMeant } from './age-hardly-meant.js';
import { allMailNotExcluded } from './all-mail-not-excluded.js';
import { ambiguousOption } from './ambiguous-option.js';
import { authmechMismatch } from './authmech-mismatch.js';
import { brokenAssignment } from './broken-assignment.js';
import { brokenContinuation } from './broken-continuation.js';
import { brokenFolderPair } from './broken-folder-pair.js';
import { clearTextConnection } from './clear-text-connection.js';
import { copiesNothing } from './copies-nothing.js';
import { delete2 } from './delete-2.js';
import { deleteWithoutSide } from './delete-without-side.js';
import { delete1LeavesMarkedMail } from './delete1-leaves-marked-mail.js';
import { delete1WithDelete2 } from './delete1-with-delete2.js';
import { delete1WithoutProof } from './delete1-without-proof.js';
import { delete2InexactMirror } from './delete2-inexact-mirror.js';
import { delete2WithMergedFolders } from './delete2-with-merged-folders.js';
import { delete2WithMessageSelection } from './delete2-with-message-selection.js';
import { delete2WithUseuid } from './delete2-with-useuid.js';
import { delete2WithoutPreCutoverMarker } from './delete2-without-pre-cutover-marker.js';
import { delete2foldersPattern } from './delete2folders-pattern.js';
import { delete2foldersReach } from './delete2folders-reach.js';
import { deletionWithoutDryRun } from './deletion-without-dry-run.js';
import { delimiterRewrittenTwice } from './delimiter-rewritten-twice.js';
import { dryStillDeletes } from './dry-still-deletes.js';
import { duplicatesAtOdds } from './duplicates-at-odds.js';
import { errorsmaxValue } from './errorsmax-value.js';
import { exitCodeUnchecked } from './exit-code-unchecked.js';
import { expungeOfMarkedMail } from './expunge-of-marked-mail.js';
import { extraArgument } from './extra-argument.js';
import { extremeTimeout } from './extreme-timeout.js';
import { folderNameNotEncoded } from './folder-name-not-encoded.js';
import { folderNotFound } from './folder-not-found.js';
import { folderPatternMisread } from './folder-pattern-misread.js';
import { foldersMerged } from './folders-merged.js';
import { fullPassAfterCutover } from './full-pass-after-cutover.js';
import { hostWithPort } from './host-with-port.js';
import { idleSubstitution } from './idle-substitution.js';
import { includeAddsToFolder } from './include-adds-to-folder.js';
import { invalidDirective } from './invalid-directive.js';
import { invalidPerl } from './invalid-perl.js';
import { invalidSearch } from './invalid-search.js';
import { invalidTableRow } from './invalid-table-row.js';
import { invalidValue } from './invalid-value.js';
import { justfoldersDeletes } from './justfolders-deletes.js';
import { labelsWithoutGmail } from './labels-without-gmail.js';
import { loginFallback } from './login-fallback.js';
import { looseSubstitution } from './loose-substitution.js';
import { messagesAltered } from './messages-altered.js';
import { misplacedFile } from './misplaced-file.js';
import { missingValue } from './missing-value.js';
import { nativeArgumentQuotes } from './native-argument-quotes.js';
import { noThrottle } from './no-throttle.js';
import { nokeepalive } from './nokeepalive.js';
import { oauthIncomplete } from './oauth-incomplete.js';
import { optionWithoutEffect } from './option-without-effect.js';
import { optionsExtraIgnored } from './options-extra-ignored.js';
import { passwordOnCommandLine } from './password-on-command-line.js';
import { passwordRefused } from './password-refused.js';
import { passwordSourceIgnored } from './password-source-ignored.js';
import { portAgainstEncryption } from './port-against-encryption.js';
import { preCutoverAdvice } from './pre-cutover-advice.js';
import { preCutoverMarkerWithoutEnd } from './pre-cutover-marker-without-end.js';
import { prefixOrSeparatorAtOdds } from './prefix-or-separator-at-odds.js';
import { quotedTableOption } from './quoted-table-option.js';
import { redirectionOrder } from './redirection-order.js';
import { repeatedDestination } from './repeated-destination.js';
import { repeatedOption } from './repeated-option.js';
import type { Rule } from './rule.js';
import { sameAccount } from './same-account.js';
import { searchAnsweredDifferently } from './search-answered-differently.js';
import { searchLeavesLastDayOut } from './search-leaves-last-day-out.js';
import { searchOverridesAge } from './search-overrides-age.js';
import { sentFolderNotMapped } from './sent-folder-not-mapped.js';
import { sharedRunFile } from './shared-run-file.js';
import { showpasswords } from './showpasswords.js';
import { sizeHardlyMeant } from './size-hardly-meant.js';
import { subfolderReadOtherwise } from './subfolder-read-otherwise.js';
import { substitutionBreaksEncoding } from './substitution-breaks-encoding.js';
import { swallowedOption } from './swallowed-option.js';
import { throttleWithoutEffect } from './throttle-without-effect.js';
import { typographicCharacter } from './typographic-character.js';
import { unclosedQuote } from './unclosed-quote.js';
import { unexpectedValue } from './unexpected-value.js';
import { unknownOption } from './unknown-option.js';
import { unknownTableColumn } from './unknown-table-column.js';
import { unquotedValue } from './unquoted-value.js';
import { unreliableIdentity } from './unreliable-identity.js';
import { unusableCache } from './unusable-cache.js';
import { unusedDirective } from './unused-directive.js';
import { usecacheWithMessageSelection } from './usecache-with-message-selection.js';
import { weakEncryption } from './weak-encryption.js';
import { windowsLineEnd } from './windows-line-end.js';
import { withdrawnOption } from './withdrawn-option.js';
import { wrongQuotes } from './wrong-quotes.js';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  abbreviatedOption,
  addheaderForSentAndDrafts,
  ageHardlyMeant,
  allMailNotExcluded,
  ambiguousOption,
  authmechMismatch,
  brokenAssignment,
  brokenContinuation,
  brokenFolderPair,
  clearTextConnection,
  copiesNothing,
  delete2,
  deleteWithoutSide,
  delete1LeavesMarkedMail,
  delete1WithDelete2,
  delete1WithoutProof,
  delete2InexactMirror,
  delete2WithMergedFolders,
  delete2WithMessageSelection,
  delete2WithUseuid,
  delete2WithoutPreCutoverMarker,
  delete2foldersPattern,
  delete2foldersReach,
  deletionWithoutDryRun,
  delimiterRewrittenTwice,
  dryStillDeletes,
  duplicatesAtOdds,
  errorsmaxValue,
  exitCodeUnchecked,
  expungeOfMarkedMail,
  extraArgument,
  extremeTimeout,
  folderNameNotEncoded,
  folderNotFound,
  folderPatternMisread,
  foldersMerged,
  fullPassAfterCutover,
  hostWithPort,
  idleSubstitution,
  includeAddsToFolder,
  invalidDirective,
  invalidPerl,
  invalidSearch,
  invalidTableRow,
  invalidValue,
  justfoldersDeletes,
  labelsWithoutGmail,
  loginFallback,
  looseSubstitution,
  messagesAltered,
  misplacedFile,
  missingValue,
  nativeArgumentQuotes,
  noThrottle,
  nokeepalive,
  oauthIncomplete,
  optionWithoutEffect,
  optionsExtraIgnored,
  passwordOnCommandLine,
  passwordRefused,
  passwordSourceIgnored,
  portAgainstEncryption,
  preCutoverAdvice,
  preCutoverMarkerWithoutEnd,
  prefixOrSeparatorAtOdds,
  quotedTableOption,
  redirectionOrder,
  repeatedDestination,
  repeatedOption,
  sameAccount,
  searchAnsweredDifferently,
  searchLeavesLastDayOut,
  searchOverridesAge,
  sentFolderNotMapped,
  sharedRunFile,
  showpasswords,
  sizeHardlyMeant,
  subfolderReadOtherwise,
  substitutionBreaksEncoding,
  swallowedOption,
  throttleWithoutEffect,
  typographicCharacter,
  unclosedQuote,
  unexpectedValue,
  unknownOption,
  unknownTableColumn,
  unquotedValue,
  unreliableIdentity,
  unusableCache,
  unusedDirective,
  usecacheWithMessageSelection,
  weakEncryption,
  windowsLineEnd,
  withdrawnOption,
  wrongQuotes,
];
