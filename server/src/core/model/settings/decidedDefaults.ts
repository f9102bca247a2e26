import type { OptionFact } from '../../catalogue/optionFact.js';
import { isFrom, type Release } from '../../catalogue/release.js';
import type { Setting } from './setting.js';
import type { SettingsDraft } from './settingsDraft.js';

/** What a default depends on besides the other settings. */
export interface Surroundings {
  /** The release in force; null where it is not known. */
  readonly release: Release | null;
  readonly inDocker: boolean;
  readonly temporaryDirectory: { readonly value: string | null; readonly range: Setting['range'] } | null;
}

type Decision = readonly Setting[] | 'none' | null;
type Decider = (draft: SettingsDraft, surroundings: Surroundings, fact: OptionFact) => Decision;

/**
 * The default of an option that depends on other settings or on what imapsync meets when it runs; `none` where it is
 * switched off or stays without a value, null where the catalogue states it.
 */
export function decidedDefault(fact: OptionFact, draft: SettingsDraft, surroundings: Surroundings): Decision {
  return deciders[fact.name]?.(draft, surroundings, fact) ?? null;
}

function byDefault(option: string, value: Setting['value'], note?: string): readonly Setting[] {
  return [{ option, value, origin: 'default', ...(note === undefined ? {} : { note }), certain: value !== null }];
}

/** Only the run decides; the catalogue says in words on what it depends. */
const whenItRuns: Decider = (_draft, _surroundings, { name, defaultNote }) =>
  byDefault(name, null, defaultNote ?? undefined);

/** imapsync tries port 993 where the command says nothing about encryption and port. */
function probes(draft: SettingsDraft, side: string): boolean {
  const silent = ['port', 'ssl', 'tls'].every((name) => isUnsaid(draft, `${name}${side}`));
  return silent && draft.get('sslcheck')?.value !== false;
}

function isUnsaid(draft: SettingsDraft, option: string): boolean {
  const setting = draft.get(option);
  return setting === undefined || setting.origin === 'default' || setting.origin === 'unknown';
}

function encryption(side: string): Readonly<Record<string, Decider>> {
  const host = `host${side}`;
  const ssl = `ssl${side}`;
  const tls = `tls${side}`;
  return {
    [ssl]: (draft) => {
      if (!draft.has(host)) return 'none';
      if (probes(draft, side)) return byDefault(ssl, null, `on where port 993 of ${host} answers`);
      return draft.isOn(tls) ? 'none' : byDefault(ssl, false);
    },
    [tls]: (draft) => {
      const secured = draft.get(ssl);
      const ever = draft.has(host) && !(secured !== undefined && !isUnsaid(draft, ssl) && draft.isOn(ssl));
      return ever ? byDefault(tls, null, 'STARTTLS where the server offers it and no TLS is on') : 'none';
    },
    [`port${side}`]: (draft) => {
      if (!draft.has(host)) return 'none';
      if (probes(draft, side)) return byDefault(`port${side}`, null, `993 where it answers, otherwise 143`);
      const secured = !isUnsaid(draft, ssl) && draft.isOn(ssl);
      return byDefault(`port${side}`, secured ? '993' : '143');
    },
    [`authmech${side}`]: (draft) => (draft.has(host) ? byDefault(`authmech${side}`, 'LOGIN') : 'none'),
  };
}

const logs: Decider = (draft, { inDocker }) => (keepsLog(draft, inDocker) ? null : 'none');

function keepsLog(draft: SettingsDraft, inDocker: boolean): boolean {
  const log = draft.get('log');
  return log === undefined || log.origin === 'default' || log.origin === 'unknown' ? !inDocker : draft.isOn('log');
}

/** Up to 2.222 each run puts a report into the INBOX unless it is told not to. */
const reports: Decider = (_draft, { release }, { name, since }) => {
  if (release === null || isFrom(release, '2.223') || since === null || !isFrom(release, since)) return null;
  return byDefault(name, true);
};

const deciders: Readonly<Record<string, Decider>> = {
  ...encryption('1'),
  ...encryption('2'),
  tmpdir: (_draft, { temporaryDirectory, release }, fact) => {
    if (release !== null && isFrom(release, '2.250')) return byDefault(fact.name, null, 'tmp in the home directory');
    if (temporaryDirectory === null) return byDefault(fact.name, null, fact.defaultNote ?? undefined);
    const { value, range } = temporaryDirectory;
    const place: Pick<Setting, 'range'> = range === undefined ? {} : { range };
    const note = 'where it is a folder that can be written';
    return [{ option: fact.name, value, origin: 'environment', by: 'TMPDIR', ...place, note, certain: false }];
  },
  pidfile: (_draft, { inDocker }) =>
    inDocker ? byDefault('pidfile', '', 'none in Docker') : byDefault('pidfile', null, 'imapsync.pid in the tmpdir'),
  log: (_draft, { inDocker }) => (inDocker ? byDefault('log', false, 'off in Docker') : null),
  logdir: logs,
  logfile: (draft, surroundings, fact) =>
    keepsLog(draft, surroundings.inDocker) ? whenItRuns(draft, surroundings, fact) : 'none',
  sigexit: (_draft, { inDocker }) =>
    inDocker ? ['INT', 'QUIT', 'TERM'].flatMap((signal) => byDefault('sigexit', signal)) : null,
  sigreconnect: (_draft, { inDocker }) => (inDocker ? 'none' : null),
  checknoabletosearch: () => byDefault('checknoabletosearch', true),
  checkselectable: whenItRuns,
  maxsize: () => byDefault('maxsize', null, 'the APPENDLIMIT that host2 announces, if any'),
  emailreport1: reports,
  emailreport2: reports,
  sep1: whenItRuns,
  sep2: whenItRuns,
  prefix1: whenItRuns,
  prefix2: whenItRuns,
};
