import { open, rm } from 'node:fs/promises';

/**
 * Writes a file that only this user can read (mode 600). It writes over nothing, and follows no link in its place: false
 * where something of this name is there.
 */
export async function writeNewSecret(file: string, content: string): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    await handle.writeFile(content);
  } catch (error) {
    await removeSecret(file);
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** Deletes a file that `writeNewSecret` has written. */
export async function removeSecret(file: string): Promise<void> {
  await rm(file, { force: true });
}
