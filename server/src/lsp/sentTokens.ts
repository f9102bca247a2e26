import type { SemanticTokensEdit } from 'vscode-languageserver';
import { sendable } from './relativeTokens.js';

interface Sent {
  readonly resultId: string;
  readonly data: Int32Array;
}

/** The tokens that each document was answered with last, so that the next answer can tell the difference. */
export class SentTokens {
  readonly #byDocument = new Map<string, Sent>();
  #answers = 0;

  /** Keeps what is being sent; answers the id of it. */
  keep(uri: string, data: Int32Array): string {
    this.#answers += 1;
    const resultId = String(this.#answers);
    this.#byDocument.set(uri, { resultId, data });
    return resultId;
  }

  /** The edit that makes `data` of what was sent with this id, none where both are equal; null where that is gone. */
  editsSince(uri: string, resultId: string, data: Int32Array): SemanticTokensEdit[] | null {
    const sent = this.#byDocument.get(uri);
    if (sent === undefined || sent.resultId !== resultId) return null;
    const before = sent.data;
    const least = Math.min(before.length, data.length);
    let start = 0;
    while (start < least && before[start] === data[start]) start++;
    if (start === before.length && start === data.length) return [];
    let kept = 0;
    while (kept < least - start && before[before.length - 1 - kept] === data[data.length - 1 - kept]) kept++;
    const inserted = sendable(data.subarray(start, data.length - kept));
    const deleteCount = before.length - kept - start;
    return [{ start, deleteCount, ...(inserted.length === 0 ? {} : { data: inserted }) }];
  }

  forget(uri: string): void {
    this.#byDocument.delete(uri);
  }
}
