// Written by scripts/generate.mjs from the names of the files beside it.
import { ambiguousOption } from './ambiguous-option.js';
import { brokenAssignment } from './broken-assignment.js';
import { brokenContinuation } from './broken-continuation.js';
import { delete2 } from './delete-2.js';
import { delete2WithoutPreCutoverMarker } from './delete2-without-pre-cutover-marker.js';
import { extraArgument } from './extra-argument.js';
import { hostWithPort } from './host-with-port.js';
import { invalidDirective } from './invalid-directive.js';
import { invalidTableRow } from './invalid-table-row.js';
import { invalidValue } from './invalid-value.js';
import { missingValue } from './missing-value.js';
import { nativeArgumentQuotes } from './native-argument-quotes.js';
import { optionsExtraIgnored } from './options-extra-ignored.js';
import { passwordOnCommandLine } from './password-on-command-line.js';
import { preCutoverMarkerWithoutEnd } from './pre-cutover-marker-without-end.js';
import { quotedTableOption } from './quoted-table-option.js';
import { redirectionOrder } from './redirection-order.js';
import { repeatedDestination } from './repeated-destination.js';
import { repeatedOption } from './repeated-option.js';
import type { Rule } from './rule.js';
import { sentFolderNotMapped } from './sent-folder-not-mapped.js';
import { swallowedOption } from './swallowed-option.js';
import { typographicCharacter } from './typographic-character.js';
import { unclosedQuote } from './unclosed-quote.js';
import { unexpectedValue } from './unexpected-value.js';
import { unknownOption } from './unknown-option.js';
import { unknownTableColumn } from './unknown-table-column.js';
import { unquotedValue } from './unquoted-value.js';
import { unusedDirective } from './unused-directive.js';
import { usecacheWithMessageSelection } from './usecache-with-message-selection.js';
import { windowsLineEnd } from './windows-line-end.js';
import { wrongQuotes } from './wrong-quotes.js';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  ambiguousOption,
  brokenAssignment,
  brokenContinuation,
  delete2,
  delete2WithoutPreCutoverMarker,
  extraArgument,
  hostWithPort,
  invalidDirective,
  invalidTableRow,
  invalidValue,
  missingValue,
  nativeArgumentQuotes,
  optionsExtraIgnored,
  passwordOnCommandLine,
  preCutoverMarkerWithoutEnd,
  quotedTableOption,
  redirectionOrder,
  repeatedDestination,
  repeatedOption,
  sentFolderNotMapped,
  swallowedOption,
  typographicCharacter,
  unclosedQuote,
  unexpectedValue,
  unknownOption,
  unknownTableColumn,
  unquotedValue,
  unusedDirective,
  usecacheWithMessageSelection,
  windowsLineEnd,
  wrongQuotes,
];
