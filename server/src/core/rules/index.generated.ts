// Written by scripts/generate.mjs from the names of the files beside it.
import { ambiguousOption } from './ambiguous-option.js';
import { delete2 } from './delete-2.js';
import { delete2WithoutPreCutoverMarker } from './delete2-without-pre-cutover-marker.js';
import { extraArgument } from './extra-argument.js';
import { invalidDirective } from './invalid-directive.js';
import { invalidValue } from './invalid-value.js';
import { missingValue } from './missing-value.js';
import { passwordOnCommandLine } from './password-on-command-line.js';
import { preCutoverMarkerWithoutEnd } from './pre-cutover-marker-without-end.js';
import type { Rule } from './rule.js';
import { sentFolderNotMapped } from './sent-folder-not-mapped.js';
import { unexpectedValue } from './unexpected-value.js';
import { unknownOption } from './unknown-option.js';
import { unusedDirective } from './unused-directive.js';
import { usecacheWithMessageSelection } from './usecache-with-message-selection.js';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  ambiguousOption,
  delete2,
  delete2WithoutPreCutoverMarker,
  extraArgument,
  invalidDirective,
  invalidValue,
  missingValue,
  passwordOnCommandLine,
  preCutoverMarkerWithoutEnd,
  sentFolderNotMapped,
  unexpectedValue,
  unknownOption,
  unusedDirective,
  usecacheWithMessageSelection,
];
