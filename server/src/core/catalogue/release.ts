/** A release of imapsync as it names itself: `2.229`. The part behind the dot is a count, so 1.90 is older than 1.107. */
export type Release = string;

/** What is known about releases, and how. */
export const knownReleases = {
  /** The release that the catalogue describes. */
  described: '2.229',
  /** From here on the author's own lists of changes were read. */
  oldestRead: '1.917',
  /** The newest release whose program was read. */
  newestRead: '2.314',
  /** The newest number met anywhere; between it and `newestRead` nothing is known but that the releases exist. */
  newestSeen: '2.324',
} as const;

/** A release in the text of a setting, of a command line or of what `imapsync --version` prints; null where it is none. */
export function readRelease(text: string): Release | null {
  return /^[ \t]*v?([0-9]\.[0-9]{1,4})[ \t]*\r?\n?$/.exec(text)?.[1] ?? null;
}

/** Below 0 where `a` is older than `b`, above 0 where it is newer. */
export function compareReleases(a: Release, b: Release): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Whether `release` is `since` or newer. */
export function isFrom(release: Release, since: Release): boolean {
  return compareReleases(release, since) >= 0;
}

/** Whether the list of options of a release is known. */
export function isRead(release: Release): boolean {
  return isFrom(release, knownReleases.oldestRead) && !isFrom(release, nextOf(knownReleases.newestRead));
}

function nextOf(release: Release): Release {
  const [major, minor] = release.split('.');
  return `${major}.${Number(minor) + 1}`;
}
