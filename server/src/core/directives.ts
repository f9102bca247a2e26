import type { Directive, DirectiveProblem, DisableDirective, InvalidDirective, RuleName } from './model/directive.js';
import type { Comment } from './syntax/source.js';
import { nearest } from './text/editDistance.js';
import { readMoment } from './text/moment.js';

const keyword = 'imapsync-lint';
const disabling = ['disable', 'disable-line', 'disable-file'] as const;
const markers = ['pre-cutover', 'post-cutover'] as const;
const names: readonly string[] = [...markers, ...disabling];

/** The directives among the comments of a file, in order; prose that merely mentions the tool is none. */
export function readDirectives(comments: readonly Comment[]): readonly Directive[] {
  const directives: Directive[] = [];
  for (const comment of comments) {
    const directive = readDirective(comment);
    if (directive !== null) directives.push(directive);
  }
  return directives;
}

function readDirective(comment: Comment): Directive | null {
  const head = /^[\s#]*imapsync-lint(?![\w-])/i.exec(comment.text);
  if (head === null) return null;
  const text = comment.text.replace(/\s*(?:-->\s*)?$/, '');
  const reader = new DirectiveReader(comment, text, head[0].length);
  return reader.read();
}

class DirectiveReader {
  /** Offset in the file of the first character of the comment's text. */
  private readonly base: number;

  constructor(
    private readonly comment: Comment,
    private readonly text: string,
    /** Offset in the text after the keyword. */
    private readonly behind: number,
  ) {
    this.base = comment.range.end - comment.text.length;
  }

  read(): Directive | null {
    const { text, behind } = this;
    const colon = /^\s*:/.exec(text.slice(behind));
    const start = this.skipBlanks(behind + (colon?.[0].length ?? 0));
    const name = /^[\w-]*/.exec(text.slice(start))?.[0] ?? '';
    const end = start + name.length;
    if (colon === null) {
      const known = names.includes(name.toLowerCase());
      return known ? this.invalid('missing-colon', behind, behind, ':', isMarker(name)) : null;
    }
    if (name === '') return this.invalid('missing-directive', start, text.length, null, false);
    switch (name.toLowerCase()) {
      case 'pre-cutover':
        return this.ownLineOnly(start, end, true) ?? this.preCutover(start, end);
      case 'post-cutover':
        return this.ownLineOnly(start, end, true) ?? this.postCutover(end);
      case 'disable':
        return this.ownLineOnly(start, end, false) ?? this.disable('disable', end);
      case 'disable-line':
        return this.disable('disable-line', end);
      case 'disable-file':
        return this.disable('disable-file', end);
      default:
        return this.unknown(name, start, end);
    }
  }

  private unknown(name: string, start: number, end: number): InvalidDirective {
    const lower = name.toLowerCase().replaceAll('_', '-');
    const meant = lower === 'disable-next-line' ? 'disable' : nearest(lower, names);
    return this.invalid('unknown-directive', start, end, meant, meant !== null && isMarker(meant));
  }

  /** A marker and `disable` speak for what follows, so they stand on a line of their own. */
  private ownLineOnly(start: number, end: number, marker: boolean): InvalidDirective | null {
    if (this.comment.ownLine) return null;
    return this.invalid('after-a-command', start, end, marker ? null : 'disable-line', marker);
  }

  private preCutover(nameStart: number, start: number): Directive {
    const { end } = this.splitReason(start);
    const marker = { ...this.common(), kind: 'pre-cutover', nameRange: this.range(nameStart, start) } as const;
    const first = this.wordAt(start, end);
    if (first === null) return { ...marker, until: null, untilText: null, untilRange: null };
    const keywordText = this.text.slice(first.start, first.end);
    const when = this.wordAt(first.end, end);
    if (keywordText.toLowerCase() !== 'until') {
      const date = keywordText.replace(/^until[=:]/i, '');
      const correction = readMoment(date) === null ? null : `until ${date}`;
      return this.invalid('unexpected-text', first.start, correction === null ? end : first.end, correction, true);
    }
    if (when === null) return this.invalid('missing-moment', first.start, first.end, null, true);
    const untilText = this.text.slice(when.start, when.end);
    const until = readMoment(untilText);
    const rest = this.wordAt(when.end, end);
    if (until === null || rest !== null) {
      const whole = this.text.slice(when.start, end).trim();
      const correction = correctMoment(whole);
      if (correction !== null) {
        return this.invalid('unreadable-moment', when.start, when.start + whole.length, correction, true);
      }
      return until === null
        ? this.invalid('unreadable-moment', when.start, when.end, correctMoment(untilText), true)
        : this.invalid(
            'unexpected-text',
            rest!.start,
            rest!.start + this.text.slice(rest!.start, end).trimEnd().length,
            null,
            true,
          );
    }
    return { ...marker, until, untilText, untilRange: this.range(when.start, when.end) };
  }

  private postCutover(start: number): Directive {
    const { end } = this.splitReason(start);
    const rest = this.wordAt(start, end);
    if (rest === null) return { ...this.common(), kind: 'post-cutover' };
    const length = this.text.slice(rest.start, end).trimEnd().length;
    return this.invalid('unexpected-text', rest.start, rest.start + length, null, true);
  }

  private disable(kind: DisableDirective['kind'], start: number): Directive {
    const { end, reason } = this.splitReason(start);
    const list = /^\s*=/.exec(this.text.slice(start, end));
    if (list === null) {
      const rest = this.wordAt(start, end);
      if (rest === null) return { ...this.common(), kind, rules: null, reason };
      const length = this.text.slice(rest.start, end).trimEnd().length;
      const correction = `=${this.text.slice(rest.start, rest.start + length)}`;
      return this.invalid('unexpected-text', start, rest.start + length, correction, false);
    }
    const rules: RuleName[] = [];
    const pattern = /[^\s,]+/g;
    pattern.lastIndex = start + list[0].length;
    let separated = true;
    for (let match = pattern.exec(this.text); match !== null && match.index < end; match = pattern.exec(this.text)) {
      if (!separated) {
        const length = this.text.slice(match.index, end).trimEnd().length;
        return this.invalid('unexpected-text', match.index, match.index + length, null, false);
      }
      const behind = match.index + match[0].length;
      rules.push({ name: match[0], range: this.range(match.index, behind) });
      separated = /^\s*,/.test(this.text.slice(behind, end));
    }
    if (rules.length === 0) return this.invalid('missing-rule', start, start + list[0].length, null, false);
    return { ...this.common(), kind, rules, reason };
  }

  /** Where the directive ends and its reason (`-- because …`) begins. */
  private splitReason(start: number): { readonly end: number; readonly reason: string | null } {
    const separator = /(?:^|\s)--(?:\s|$)/.exec(this.text.slice(start));
    if (separator === null) return { end: this.text.length, reason: null };
    const end = start + separator.index;
    const reason = this.text.slice(end + separator[0].length).trim();
    return { end, reason: reason === '' ? null : reason };
  }

  private wordAt(start: number, end: number): { readonly start: number; readonly end: number } | null {
    const from = this.skipBlanks(start);
    if (from >= end) return null;
    const length = /^\S+/.exec(this.text.slice(from, end))![0].length;
    return { start: from, end: from + length };
  }

  private skipBlanks(offset: number): number {
    let position = offset;
    while (position < this.text.length && /\s/.test(this.text[position]!)) position++;
    return position;
  }

  private invalid(
    problem: DirectiveProblem,
    start: number,
    end: number,
    correction: string | null,
    marker: boolean,
  ): InvalidDirective {
    return {
      ...this.common(),
      kind: 'invalid',
      problem,
      text: this.text.slice(start, end),
      textRange: this.range(start, end),
      correction,
      marker,
    };
  }

  private common(): Pick<Directive, 'range' | 'commentRange' | 'ownLine'> {
    return {
      range: this.range(this.behind - keyword.length, this.text.length),
      commentRange: this.comment.range,
      ownLine: this.comment.ownLine,
    };
  }

  private range(start: number, end: number): { readonly start: number; readonly end: number } {
    return { start: this.base + start, end: this.base + end };
  }
}

function isMarker(name: string): boolean {
  return (markers as readonly string[]).includes(name.toLowerCase());
}

/** ISO 8601 for a date written in another unmistakable way, or for a date and a time with a blank between them. */
function correctMoment(text: string): string | null {
  const time = '(\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?$';
  const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}`, 'i').exec(text);
  const german = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${time}`, 'i').exec(text);
  const [year, month, day, clock] =
    yearFirst !== null
      ? [yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]]
      : german !== null
        ? [german[3], german[2], german[1], german[4]]
        : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const hours = clock === undefined ? '' : `T${clock.replace(/\s+/g, '').replace(/^(\d):/, '0$1:')}`;
  const moment = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${hours}`;
  return moment === text || readMoment(moment) === null ? null : moment;
}
