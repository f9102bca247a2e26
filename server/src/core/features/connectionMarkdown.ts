import type { Setting } from '../model/settings/setting.js';
import { code } from './markdown.js';

/** The settings of one command by option; of lists the last value. */
export type SettingsByOption = ReadonlyMap<string, Setting>;

/** How imapsync reaches the server of one side and logs in: `TLS on port 993 (by --gmail1), password from --passfile1`. */
export function connectionText(settings: SettingsByOption, side: '1' | '2'): string {
  return [encryptionText(settings, side), ...loginTexts(settings, side)].filter((part) => part !== '').join(', ');
}

/** ` (by --gmail1)`: what sets it, where the command does not write it itself. */
export function originText({ origin, by }: Setting): string {
  if (by === undefined) return '';
  if (origin === 'preset' || origin === 'implied') return ` (by ${by.split('+').map(dashed).join(' ')})`;
  return origin === 'environment' || origin === 'options-extra' ? ` (from ${code(by)})` : '';
}

function dashed(name: string): string {
  return code(`--${name}`);
}

function encryptionText(settings: SettingsByOption, side: '1' | '2'): string {
  const ssl = settings.get(`ssl${side}`);
  const tls = settings.get(`tls${side}`);
  const port = settings.get(`port${side}`);
  if (port === undefined) return '';
  const on = port.value === null ? '' : ` on port ${code(String(port.value))}`;
  if (ssl?.value === true) return `TLS${on}${originText(ssl)}`;
  if (tls?.value === true) return `STARTTLS${on}${originText(tls)}`;
  if (ssl?.origin === 'unknown' || tls?.origin === 'unknown') return `encryption not given here${on}`;
  if (ssl?.value === null) return 'TLS where port 993 answers, otherwise port 143, with STARTTLS where it is offered';
  if (tls?.value === null) return `STARTTLS${on} where it is offered, otherwise in the clear`;
  return `**in the clear**${on}`;
}

function loginTexts(settings: SettingsByOption, side: '1' | '2'): readonly string[] {
  const password = settings.get(`password${side}`);
  const mechanism = settings.get(`authmech${side}`);
  const texts: string[] = [];
  if (mechanism !== undefined && typeof mechanism.value === 'string' && mechanism.origin !== 'default')
    texts.push(`login by ${code(mechanism.value)}${originText(mechanism)}`);
  if (password !== undefined) texts.push(passwordText(password, `IMAPSYNC_PASSWORD${side}`));
  return texts;
}

function passwordText({ origin, by, option }: Setting, variable: string): string {
  switch (origin) {
    case 'passfile':
      return `password from ${dashed(by ?? '')}`;
    case 'environment':
      return `password from ${code(variable)}`;
    case 'written':
      return `password from ${dashed(option)}`;
    case 'unknown':
      return `password from ${code(variable)} or asked for`;
    default:
      return `password set${originText({ origin, option, value: null, certain: true, ...(by === undefined ? {} : { by }) })}`;
  }
}
