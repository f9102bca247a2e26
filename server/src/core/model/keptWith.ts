import type { Invocation } from './invocation.js';
import { invocationOrigin } from './movedInvocation.js';

/**
 * A value worked out once for a command line, from the invocation as its options were first read, wherever it stands now:
 * many rules ask for it. It must depend on no place. (A WeakMap of thousands of entries would make every garbage collection
 * slow.)
 */
export function keptWith<T extends object | number>(work: (origin: Invocation) => T): (invocation: Invocation) => T {
  const key = Symbol('kept');
  type Keeping = Invocation & { [key]?: T };
  return (invocation) => {
    const keeping: Keeping = invocationOrigin(invocation).origin;
    keeping[key] ??= work(keeping);
    return keeping[key];
  };
}
