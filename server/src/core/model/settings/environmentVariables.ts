import { knownPrefix } from '../../syntax/word.js';
import type { TextRange } from '../../text/range.js';
import type { Invocation } from '../invocation.js';

/** A variable that the command line itself sets for imapsync. */
export interface AssignedVariable {
  /** null where it is not known. */
  readonly value: string | null;
  readonly range: TextRange;
  /** false where a launcher may not hand it on. */
  readonly certain: boolean;
}

/** Programs that start others in an environment of their own. */
const ownEnvironment = /(?:^|[\\/])(?:sudo|doas|su|docker|podman|kubectl|ssh)$/;

/** The last `NAME=value` in front of the command, or among the words of `env`, `sudo`, `docker run -e` … */
export function assignedVariable(invocation: Invocation, name: string): AssignedVariable | undefined {
  const { assignments, launcher } = invocation.syntax;
  const word = launcher.filter((candidate) => knownPrefix(candidate).startsWith(`${name}=`)).at(-1);
  if (word !== undefined)
    return { value: word.value?.slice(name.length + 1) ?? null, range: word.range, certain: true };
  const assignment = assignments.filter((candidate) => candidate.name === name).at(-1);
  if (assignment === undefined) return undefined;
  const certain = !launcher.some(({ value }) => value !== null && ownEnvironment.test(value));
  return { value: assignment.value.value, range: assignment.range, certain };
}

/** Whether a launcher starts imapsync in a Docker container. */
export function runsInDocker({ syntax }: Invocation): boolean {
  return syntax.launcher.some(({ value }) => value !== null && /(?:^|[\\/])docker(?:-compose)?(?:\.exe)?$/.test(value));
}
