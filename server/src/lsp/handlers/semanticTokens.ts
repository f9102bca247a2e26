import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { TextRange } from '../../core/languageService.js';
import { toTextRange } from '../convert.js';
import type { ReadDocument } from '../documents.js';
import { relativeTokens, sendable } from '../relativeTokens.js';
import type { Session } from '../session.js';

/** The tokens of a document; null where it holds no command, so that another server can colour it. */
export function semanticTokensFull(session: Session, params: SemanticTokensParams): SemanticTokens | null {
  const { uri } = params.textDocument;
  const data = tokensOf(session, session.documents.read(uri));
  return data === null ? null : { data: sendable(data), resultId: session.tokens.keep(uri, data) };
}

/** What has changed since the tokens that the client got last. */
export function semanticTokensDelta(
  session: Session,
  params: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta | null {
  const { uri } = params.textDocument;
  const data = tokensOf(session, session.documents.read(uri));
  if (data === null) return null;
  const edits = session.tokens.editsSince(uri, params.previousResultId, data);
  const resultId = session.tokens.keep(uri, data);
  return edits === null ? { data: sendable(data), resultId } : { edits, resultId };
}

/** The tokens in a range of a document. */
export function semanticTokensRange(session: Session, params: SemanticTokensRangeParams): SemanticTokens | null {
  const read = session.documents.read(params.textDocument.uri);
  const data = read === null ? null : tokensOf(session, read, toTextRange(read.document, params.range));
  return data === null ? null : { data: sendable(data) };
}

/** Tables in a language of another extension have colours by column there. */
const columnColours = /csv|tsv/;

function tokensOf(session: Session, read: ReadDocument | null, range?: TextRange): Int32Array | null {
  if (read === null || read.analysis === null || read.analysis.invocations.length === 0) return null;
  if (read.dialect === 'table' && columnColours.test(read.document.languageId)) return null;
  return relativeTokens(read.analysis.source.text, session.service.semanticTokens(read.analysis, range));
}
