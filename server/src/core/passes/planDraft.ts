import type { WordPiece } from '../syntax/word.js';
import { slotted } from './expandWords.js';
import type { PlannedChange, PlannedFile, Unresolved } from './passPlan.js';
import { literal, privateFile } from './slots.js';
import type { WordSource } from './wordSource.js';

/** Collects a plan while the command line is gone through once. */
export class PlanDraft {
  readonly argv: string[] = [];
  readonly env: Record<string, string | null> = {};
  readonly files: PlannedFile[] = [];
  readonly contents: Record<string, string> = {};
  readonly changes: PlannedChange[] = [];
  /** A secret that does not fit into one line of a file, by the option or variable that holds it. */
  multilineSecret: string | null = null;
  private readonly asked = new Map<string, { secret: boolean; shown: boolean }>();

  constructor(private readonly source: WordSource) {}

  /** An argument known to the last character. */
  addArgument(text: string): void {
    this.argv.push(literal(text));
  }

  /** An argument that names something in the private folder. */
  addPrivateArgument(text: string): void {
    this.argv.push(text);
  }

  /** An argument with stretches that are not known. */
  addPieces(pieces: readonly WordPiece[]): void {
    const { text, names } = slotted(pieces, this.source);
    this.argv.push(text);
    this.ask(names, false);
  }

  setVariable(name: string, pieces: readonly WordPiece[]): void {
    const { text, names } = slotted(pieces, this.source);
    this.env[name] = text;
    this.ask(names, false);
  }

  /** A file of the private folder that holds one secret line; the arguments get only its name. */
  addSecretFile(name: string, purpose: PlannedFile['purpose'], holder: string, pieces: readonly WordPiece[]): string {
    const path = privateFile(name);
    if (pieces.some((piece) => piece.kind === 'text' && piece.value.includes('\n'))) this.multilineSecret = holder;
    const { text, names } = slotted(pieces, this.source);
    this.files.push({ path, purpose, mode: '0600' });
    this.contents[path] = `${text}\n`;
    this.ask(names, true);
    return path;
  }

  change(option: string, action: PlannedChange['action'], reason: string): void {
    const known = this.changes.some((change) => change.option === option && change.action === action);
    if (!known) this.changes.push({ option, action, reason });
  }

  /** What has to be asked for, in the order in which it is first needed. */
  unresolved(): readonly Unresolved[] {
    return [...this.asked].map(([name, { secret }]) => ({ name, secret }));
  }

  /** A name whose value is a secret and would also stand where everybody can read it. */
  exposedSecret(): string | undefined {
    return [...this.asked].find(([, { secret, shown }]) => secret && shown)?.[0];
  }

  private ask(names: readonly string[], secret: boolean): void {
    for (const name of names) {
      const before = this.asked.get(name);
      this.asked.set(name, {
        secret: secret || before?.secret === true,
        shown: !secret || before?.shown === true,
      });
    }
  }
}
