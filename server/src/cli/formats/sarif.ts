import {
  type PositionRange,
  type Positions,
  type Problem,
  positionsOf,
  type Rule,
  rules,
  type Severity,
  type Suggestion,
  type TextRange,
  version,
} from '../../core/languageService.js';
import type { CliHost } from '../host.js';
import type { FileReport, LintFormat } from './report.js';
import { secretRanges } from './secretRanges.js';
import { type ShownSuggestions, suggestionsOf } from './shownSuggestions.js';
import { harmless, snippetOf } from './snippet.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const root = 'SRCROOT';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0 (OASIS): one run, with the rules that had something to say and their pages. No snippet holds a secret. */
export function sarifFormat(host: CliHost): LintFormat {
  const { stdout, paths, cwd } = host;
  const results: unknown[] = [];
  const artifacts: unknown[] = [];
  const used = new Map<string, number>();
  const indexOf = (rule: string): number => {
    const index = used.get(rule) ?? used.size;
    used.set(rule, index);
    return index;
  };
  return {
    file: (report) => {
      const location = { ...artifactLocation(report.path, host), index: artifacts.length };
      artifacts.push({ location, sourceLanguage: report.analysis.source.dialect });
      const writer = new ResultWriter(report, location);
      for (const problem of report.problems) results.push(writer.result(problem, indexOf(problem.rule)));
    },
    end: ({ unreadable }) => {
      const run = {
        tool: {
          driver: {
            name: 'imapsync-lint',
            semanticVersion: version,
            version,
            rules: [...used.keys()].map((id) => descriptor(rules.find((rule) => rule.id === id)!, host)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { uri: host.addressOf(`${paths.resolve(cwd, '.')}/`) } },
        invocations: [{ executionSuccessful: unreadable === 0 }],
        artifacts,
        results,
      };
      stdout.write(`${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 1)}\n`);
    },
  };
}

function descriptor({ id, severity, category, summary }: Rule, host: CliHost): object {
  const page = host.rulePage(id);
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    ...(page === null ? {} : { help: { text: page.text, markdown: page.text }, helpUri: page.address }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [category], 'problem.severity': severity === 'error' ? 'error' : levelOfTool(severity) },
  };
}

/** Code scanning knows no quieter level than `recommendation`. */
function levelOfTool(severity: Severity): string {
  return severity === 'warning' ? 'warning' : 'recommendation';
}

/** Relative to the working directory where the user named it so. */
function artifactLocation(path: string, { paths, cwd, addressOf }: CliHost): { uri: string; uriBaseId?: string } {
  if (paths.resolve(cwd, path) === path) return { uri: addressOf(path) };
  const segments = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment, index) => segment !== '.' && (segment !== '' || index === 0));
  return { uri: segments.map(encodeSegment).join('/'), uriBaseId: root };
}

/** Lone halves of surrogate pairs can stand in no address. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(
    segment.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );
}

/** Turns the problems of one file into results. */
class ResultWriter {
  private readonly text: string;
  private readonly positions: Positions;
  private readonly secrets: readonly TextRange[];
  private readonly shownOf: (problem: Problem) => ShownSuggestions;

  constructor(
    { analysis }: FileReport,
    private readonly location: object,
  ) {
    this.text = analysis.source.text;
    this.positions = positionsOf(this.text);
    this.secrets = secretRanges(analysis);
    this.shownOf = suggestionsOf(this.text, this.secrets);
  }

  result(problem: Problem, ruleIndex: number): object {
    const { fix, suggestions } = this.shownOf(problem);
    const fixes = [...(fix === undefined ? [] : [fix]), ...suggestions].filter(({ edits }) => edits.length > 0);
    const related = problem.related ?? [];
    return {
      ruleId: problem.rule,
      ruleIndex,
      level: levels[problem.severity],
      message: { text: harmless(problem.message) },
      locations: [this.place(problem.range)],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map(({ range, message }, id) => ({
              id,
              ...this.place(range),
              message: { text: harmless(message) },
            })),
          }),
      ...(fixes.length === 0 ? {} : { fixes: fixes.map((each) => this.fix(each)) }),
    };
  }

  private place(range: TextRange): object {
    const { line } = snippetOf(this.text, range, this.secrets);
    const startLine = this.positions.at(range.start).line + 1;
    return {
      physicalLocation: {
        artifactLocation: this.location,
        region: region(this.positions.range(range)),
        contextRegion: { startLine, snippet: { text: line } },
      },
    };
  }

  private fix({ title, edits }: Suggestion): object {
    const replacements = edits.map(({ range, newText }) => ({
      deletedRegion: region(this.positions.range(range)),
      ...(newText === '' ? {} : { insertedContent: { text: newText } }),
    }));
    return {
      description: { text: title },
      artifactChanges: [{ artifactLocation: this.location, replacements }],
    };
  }
}

/** Lines and columns from 1, the end column behind the last sign. */
function region({ start, end }: PositionRange): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
