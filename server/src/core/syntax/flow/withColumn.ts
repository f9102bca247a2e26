import type { DynamicPiece } from '../word.js';
import type { Environment } from './environment.js';

/** An expansion of a variable that holds a column of the file being read says so. */
export function withColumn(piece: DynamicPiece, environment: Environment): DynamicPiece {
  if (piece.what !== 'variable' || piece.name === undefined) return piece;
  const binding = environment.get(piece.name);
  return binding.kind === 'column' ? { ...piece, column: binding.column } : piece;
}
