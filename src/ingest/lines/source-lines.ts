/** A file's text as numbered lines. */

/** Longer lines are cut to this many UTF-16 units; the longest author lists known stay far below. */
export const LINE_LIMIT = 1_000_000;

/** One line of a file. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Without its line end, at most {@link LINE_LIMIT} units of it. */
  readonly text: string;
  /** Length as received; more than `text.length` where the line was cut. */
  readonly length: number;
}

/**
 * Splits a text at LF, CRLF or a lone CR. A byte-order mark is no text and the last line end makes no line.
 * @returns no line for an empty text
 */
export function sourceLines(text: string, limit = LINE_LIMIT): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  while (from < text.length) {
    const end = lineEnd(text, from);
    lines.push({
      number: lines.length + 1,
      text: cutLine(text.slice(from, end), limit),
      length: end - from,
    });
    from = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

const LINE_END = /[\r\n]/g;

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** The beginning of an over-long line, without the half of a surrogate pair. */
export function cutLine(line: string, limit = LINE_LIMIT): string {
  return line.length <= limit ? line : line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
