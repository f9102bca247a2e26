/** Why an input could not be read. */
export interface InputProblem {
  readonly path: string;
  /** A sentence for the user. */
  readonly message: string;
}

export function problemOf(path: string, error: unknown): InputProblem {
  return { path, message: error instanceof Error ? error.message : 'It can not be read.' };
}

export function problemLine({ path, message }: InputProblem): string {
  return `${path}: ${message}\n`;
}
