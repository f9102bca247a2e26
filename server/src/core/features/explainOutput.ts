import type { Analysis } from '../analysis.js';
import { catalogueRelease } from '../catalogue/options.js';
import { effectiveSettings, type SettingsContext } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { releaseRemarks } from '../model/releaseRemarks.js';
import type { Setting, SettingOrigin } from '../model/settings/setting.js';
import { settingsRemarks } from '../model/settingsRemarks.js';
import { type PositionRange, type Positions, positionsOf } from '../text/positions.js';
import { accountPair } from './accounts.js';

/** What `imapsync-lint explain` prints of one file. Secrets are hidden. */
export interface ExplainOutput {
  readonly dialect: string;
  /** The release of imapsync that all of it is true for; remarks say what is otherwise in the one in force. */
  readonly release: string;
  /** The release in force; null where it is not known. */
  readonly imapsyncVersion: string | null;
  readonly invocations: readonly ExplainedInvocation[];
}

export interface ExplainedInvocation {
  readonly range: PositionRange;
  /** The executable, or the first word where there is none. */
  readonly headRange: PositionRange;
  readonly accounts: string;
  /** Options may be given that can not be seen. */
  readonly open: boolean;
  readonly remarks: readonly string[];
  readonly settings: readonly ExplainedSetting[];
}

/** A `Setting` in which nothing is left out. */
export interface ExplainedSetting {
  readonly option: string;
  readonly value: string | boolean | null;
  readonly shown: string | null;
  readonly origin: SettingOrigin;
  readonly by: string | null;
  readonly range: PositionRange | null;
  readonly adds: boolean;
  readonly certain: boolean;
  readonly note: string | null;
  readonly overrides: ExplainedSetting | null;
}

/** The effective settings of command lines in the form of the `explain` command; ranges in zero-based lines and UTF-16 units. */
export function explainOutput(
  analysis: Analysis,
  invocations: readonly Invocation[],
  context: SettingsContext,
): ExplainOutput {
  const { text, dialect } = analysis.source;
  const positions = positionsOf(text);
  return {
    dialect,
    release: catalogueRelease,
    imapsyncVersion: analysis.release,
    invocations: invocations.map((invocation) => {
      const settings = effectiveSettings(invocation, context);
      return {
        range: positions.range(invocation.range),
        headRange: positions.range(invocation.headRange),
        accounts: accountPair(invocation),
        open: invocation.open,
        remarks: [...settingsRemarks(invocation, settings), ...releaseRemarks(invocation)],
        settings: settings.map((setting) => explained(setting, positions)),
      };
    }),
  };
}

function explained(setting: Setting, positions: Positions): ExplainedSetting {
  const { option, value, shown, origin, by, range, adds, certain, note, overrides } = setting;
  return {
    option,
    value,
    shown: shown ?? null,
    origin,
    by: by ?? null,
    range: range === undefined ? null : positions.range(range),
    adds: adds === true,
    certain,
    note: note ?? null,
    overrides: overrides === undefined ? null : explained(overrides, positions),
  };
}
