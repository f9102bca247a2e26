import { createOptionTable, type OptionTable } from '../getopt/optionTable.js';
import { optionFacts } from './options.js';

/** The options that imapsync 2.229 takes from `options_extra.txt` (its `get_options_from_string`). */
const names = new Set([
  ...['debugimap', 'debugimap1', 'debugimap2', 'debugflags', 'debugsleep', 'errorsmax', 'folder'],
  ...['timeout', 'timeout1', 'timeout2', 'keepalive1', 'keepalive2', 'reconnectretry1', 'reconnectretry2'],
  ...['ssl1', 'ssl2', 'tls1', 'tls2', 'compress1', 'compress2'],
]);

/** Those options as imapsync looks them up in that file, where a shortened name means one of these only. */
export const extraOptions: OptionTable = createOptionTable(optionFacts.filter(({ name }) => names.has(name)));
