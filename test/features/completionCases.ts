import assert from 'node:assert/strict';
import {
  applyChanges,
  type CompletionAnswer,
  type CompletionEntry,
  createLanguageService,
  type FileDialect,
} from '../../server/src/core/languageService.js';
import { marked, now } from './cursor.js';

export const service = createLanguageService();

/** What is proposed at the cursor mark of a text. */
export function answerAt(source: string, dialect?: FileDialect): CompletionAnswer {
  const { offset, analysis } = marked(source, dialect);
  return service.complete(analysis, offset, { byBlank: false, now });
}

export function labelsAt(source: string, dialect?: FileDialect): readonly string[] {
  return answerAt(source, dialect).entries.map(({ label }) => label);
}

export function entryAt(source: string, label: string, dialect?: FileDialect): CompletionEntry {
  const entry = answerAt(source, dialect).entries.find((one) => one.label === label);
  assert.ok(entry, `${label} is not proposed at ${source}`);
  return entry;
}

/** The text after the proposal with this label has been taken. */
export function take(source: string, label: string, dialect?: FileDialect): string {
  const entry = entryAt(source, label, dialect);
  return applyChanges(marked(source, dialect).text, [entry.change, ...(entry.also ?? [])]);
}
