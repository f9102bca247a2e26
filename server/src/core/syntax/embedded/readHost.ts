import type { HostFormat } from '../dialect.js';
import type { SourceFile } from '../source.js';
import { readCrontab } from './crontab.js';
import { readDockerfile } from './dockerfile.js';
import { HostReading, type ReadText } from './hostReading.js';
import { readMakefile } from './makefile.js';
import { readMarkdown } from './markdown.js';
import { readSystemd } from './systemd.js';
import { readYaml } from './yaml.js';

const readers: Readonly<Record<HostFormat, (host: HostReading) => void>> = {
  markdown: readMarkdown,
  dockerfile: readDockerfile,
  yaml: readYaml,
  crontab: readCrontab,
  systemd: readSystemd,
  makefile: readMakefile,
};

/**
 * Every imapsync command line and every comment of a file that holds command lines of other dialects inside a format of
 * its own. `read` reads the scripts in it. Ranges count in `text`. With an earlier version of the text at hand only the
 * parts that changed are read; the answer is the same.
 */
export function readHost(text: string, format: HostFormat, read: ReadText, previous?: SourceFile): SourceFile {
  // Nearly every Markdown or YAML file is about something else.
  if (!text.includes('imapsync')) return { dialect: format, text, invocations: [], comments: [] };
  const host = new HostReading(text, read, previous?.parts);
  readers[format](host);
  return host.finish(format);
}
