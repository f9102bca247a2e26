import { EmbeddedText } from '../embeddedText.js';
import { isDelimiter } from './chars.js';
import { atRedirection, readRedirection } from './redirections.js';
import { isActive, type Scan } from './scan.js';
import { newUnit, nextUnit } from './units.js';

const unit = newUnit();

/** Reads what cmd hands on as one text, up to the end of the command, without redirections. */
export function readRawText(scan: Scan, doubleCarets = false): EmbeddedText {
  const raw = new EmbeddedText();
  const { text } = scan;
  let runStart = -1;
  let runEnd = -1;
  const flush = (): void => {
    if (runStart >= 0) raw.addVerbatim(text, runStart, runEnd);
    runStart = -1;
  };
  for (;;) {
    const code = text.charCodeAt(scan.position - 1);
    const signOnly = text[scan.position] === '<' || text[scan.position] === '>';
    if (isActive(scan) && (signOnly || isDelimiter(code)) && atRedirection(scan)) {
      readRedirection(scan);
      continue;
    }
    if (!nextUnit(scan, unit)) break;
    const { value, start, end } = unit;
    if (unit.dynamic) {
      flush();
      const name = unit.name === undefined ? {} : { name: unit.name };
      raw.addDynamic({ kind: 'dynamic', what: 'variable', range: { start, end }, quoted: false, open: true, ...name });
    } else if (doubleCarets && value === '^') {
      flush();
      raw.addEscape('^^', { start, end });
    } else if (end - start === 1) {
      if (start !== runEnd || runStart < 0) {
        flush();
        runStart = start;
      }
      runEnd = end;
    } else {
      flush();
      raw.addEscape(value, { start, end });
    }
  }
  flush();
  scan.quoted = false;
  return raw;
}
