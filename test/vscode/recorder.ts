import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a run left behind. */
export interface Recording {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  /** Mode, as `ls` shows it, and name of everything in the working directory; the directory itself is `.`. */
  readonly listing: readonly { readonly mode: string; readonly name: string }[];
  /** Contents of the files named by --passfile1 and --passfile2. */
  readonly passwords: readonly string[];
}

/**
 * A stand-in for imapsync that writes down how it was called, prints a few lines and ends with an exit code. While a
 * file `hold` lies beside it, it goes on.
 */
export class Recorder {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'recorder '));
  readonly program = path.join(this.folder, 'imapsync');

  constructor() {
    writeFileSync(this.program, script);
    chmodSync(this.program, 0o755);
    this.exitWith(0);
  }

  exitWith(code: number): void {
    writeFileSync(path.join(this.folder, 'exit-code'), String(code));
  }

  /** The next run goes on until `release` or until it is stopped. */
  hold(): void {
    writeFileSync(path.join(this.folder, 'hold'), '');
  }

  release(): void {
    rmSync(path.join(this.folder, 'hold'), { force: true });
  }

  /** Whether it was asked for its release, which is no run. */
  wasAsked(): boolean {
    return existsSync(path.join(this.folder, 'asked'));
  }

  /** Forgets the last run. */
  reset(): void {
    this.release();
    this.exitWith(0);
    rmSync(path.join(this.folder, 'record'), { recursive: true, force: true });
  }

  /** The last run; undefined before it has written everything down. */
  recording(): Recording | undefined {
    const read = (name: string): string => readFileSync(path.join(this.folder, 'record', name), 'utf8');
    if (!existsSync(path.join(this.folder, 'record'))) return undefined;
    const parts = (name: string): readonly string[] => read(name).split('\0').slice(0, -1);
    return {
      argv: parts('argv'),
      cwd: read('cwd').trimEnd(),
      env: new Map(
        parts('env').map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
      ),
      listing: read('listing')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(/\s+/))
        .map((fields) => ({ mode: fields[0] ?? '', name: fields.slice(8).join(' ') })),
      passwords: parts('passwords'),
    };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const script = `#!/bin/sh
here=$(dirname "$0")
for word; do last=$word; done
if [ "$last" = --version ]; then
  : > "$here/asked"
  echo 2.229
  exit 0
fi
mkdir "$here/part"
printf '%s\\0' "$@" > "$here/part/argv"
pwd > "$here/part/cwd"
env -0 > "$here/part/env"
ls -la > "$here/part/listing"
: > "$here/part/passwords"
last=
for word; do
  case $last in --passfile1|--passfile2) { cat "$word"; printf '\\0'; } >> "$here/part/passwords" ;; esac
  last=$word
done
echo "Here is imapsync, a stand-in that only writes down how it was called."
echo "Host1: a banner"
echo "Host2: a banner"
echo "msg Sent/1 {1204} copying to Sent Items"
mv "$here/part" "$here/record"
while [ -e "$here/hold" ]; do sleep 0.1; done
exit "$(cat "$here/exit-code")"
`;
