import { commands, type Disposable } from 'vscode';
import { type PassTarget, passTarget } from './passTarget.js';

/** The server offers it as an action where the client says that it knows it. */
export const movePasswordCommand = 'imapsync.movePasswordToFile';

/** Moves the password of a side of the command at `target` into a file, or says why it can not. */
export type PasswordMover = (target: PassTarget, side: 1 | 2) => Promise<void>;

/** `imapsync.movePasswordToFile URI, LINE, SIDE`: writes the password of a side into a file that it asks for. */
export function registerMovePasswordToFile(move: PasswordMover): Disposable {
  return commands.registerCommand(
    'imapsync.movePasswordToFile',
    async (uri?: unknown, line?: unknown, side?: unknown) => {
      const target = passTarget(uri, line);
      if (target !== undefined && (side === 1 || side === 2)) await move(target, side);
    },
  );
}
