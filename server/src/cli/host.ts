/** A stream to print on. */
export interface Output {
  write(text: string): void;
  /** A person reads it as it comes: colours make sense. */
  readonly isTerminal: boolean;
}

export type EntryKind = 'file' | 'directory' | 'link' | 'other';

/** Reading of files, and replacing them, with paths as the system writes them. What fails throws an error whose message a person can read. */
export interface FileAccess {
  /** What stands at the path, links followed; null where there is nothing. */
  kindOf(path: string): 'file' | 'directory' | 'other' | null;
  /** Size in bytes. */
  sizeOf(path: string): number;
  read(path: string): Uint8Array;
  /** At most `length` bytes from the beginning. */
  readStart(path: string, length: number): Uint8Array;
  /** Entries of a folder, links as links. */
  list(path: string): readonly { readonly name: string; readonly kind: EntryKind }[];
  /** Whether the file could be run as a program; true where the system has no such permission. */
  isExecutable(path: string): boolean;
  /** Puts new content in the place of a file at once, so that nobody ever sees half of it; links and permissions stay. */
  replace(path: string, content: Uint8Array): void;
}

/** The system's rules for paths. */
export interface PathRules {
  /** Absolute, without `.` and `..`. */
  resolve(directory: string, path: string): string;
  join(directory: string, name: string): string;
  directoryOf(path: string): string;
  nameOf(path: string): string;
  /** From one absolute path to another, with slashes. */
  relative(from: string, to: string): string;
}

/** What finding and reading files takes. */
export type FileHost = Pick<CliHost, 'files' | 'paths' | 'decodeUtf8'>;

/** Everything a command needs of the process it runs in. */
export interface CliHost {
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): Promise<Uint8Array>;
  readonly files: FileAccess;
  readonly paths: PathRules;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Text of UTF-8 bytes; what is none becomes U+FFFD. */
  decodeUtf8(bytes: Uint8Array): string;
  encodeUtf8(text: string): Uint8Array;
  /** The page of a rule in Markdown and its address; null where the pages are not beside the program. */
  rulePage(id: string): { readonly text: string; readonly address: string } | null;
  /** The `file:` address of an absolute path. */
  addressOf(path: string): string;
}
