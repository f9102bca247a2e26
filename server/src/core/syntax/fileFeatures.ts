/** What is known of a file without reading it; `firstLine` may be longer than the line. */
export interface FileFeatures {
  readonly path?: string;
  /** As VS Code names languages. */
  readonly languageId?: string;
  readonly firstLine?: string;
}
