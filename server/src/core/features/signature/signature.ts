/** The form of a value, as an editor shows it while the value is typed. */
export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Index of the parameter that the cursor is in. */
  readonly active: number;
}

export interface SignatureParameter {
  /** Where it stands in the label, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Markdown. */
  readonly documentation: string;
}

/** A parameter by its name and what it is. */
export type Part = readonly [name: string, documentation: string];

/** A signature out of texts and parameters that alternate: a text, a parameter, a text … */
export function signatureOf(documentation: string, pieces: readonly (string | Part)[], active: number): Signature {
  const parameters: SignatureParameter[] = [];
  let label = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') label += piece;
    else {
      const [name, text] = piece;
      parameters.push({ start: label.length, end: label.length + name.length, documentation: text });
      label += name;
    }
  }
  return { label, documentation, parameters, active };
}
