import type { Invocation } from '../../model/invocation.js';
import { assignedVariable } from '../../model/settings/environmentVariables.js';

/** Whether the cache certainly goes to a folder for temporary files, which does not outlive a restart or a container. */
export function temporaryCache(invocation: Invocation): boolean {
  const folder = invocation.value('tmpdir');
  if (folder === undefined)
    return invocation.isAbsent('tmpdir') && assignedVariable(invocation, 'TMPDIR') === undefined;
  return folder !== null && /^\/(?:tmp|dev\/shm)(?:\/|$)/.test(folder);
}
