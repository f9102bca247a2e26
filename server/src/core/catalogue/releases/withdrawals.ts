import type { Release } from '../release.js';

/** An option, or another name of one, that later releases do not have. */
export interface Withdrawal {
  /** The name that is gone. */
  readonly name: string;
  /** The last release that was seen to have it. */
  readonly lastWith: Release;
  /** The first release that was seen without it. Where more lie in between, it went in one of them. */
  readonly goneBy: Release;
  /** What to write instead, where there is something. */
  readonly instead?: string;
}

/** By comparison of the option tables in the programs 2.229, 2.231, 2.277, 2.288, 2.290 and 2.314, and by the author's lists of changes. */
export const withdrawals: readonly Withdrawal[] = [
  { name: 'fast', lastWith: '2.148', goneBy: '2.149' },
  { name: 'oauthrefreshscript1', lastWith: '2.266', goneBy: '2.267', instead: 'oauthrefreshcmd1' },
  { name: 'oauthrefreshscript2', lastWith: '2.266', goneBy: '2.267', instead: 'oauthrefreshcmd2' },
  { name: 'modules_version', lastWith: '2.231', goneBy: '2.277', instead: 'modulesversion' },
  { name: 'tests_debug', lastWith: '2.231', goneBy: '2.277', instead: 'testsdebug' },
  { name: 'delete', lastWith: '2.290', goneBy: '2.314', instead: 'delete1' },
  { name: 'debugcgi', lastWith: '2.290', goneBy: '2.314' },
  { name: 'debugdev', lastWith: '2.290', goneBy: '2.314' },
  { name: 'debugmaxlinelength', lastWith: '2.290', goneBy: '2.314' },
  { name: 'maxlinelengthcmd', lastWith: '2.290', goneBy: '2.314' },
  { name: 'minmaxlinelength', lastWith: '2.290', goneBy: '2.314' },
];
