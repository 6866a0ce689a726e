/** Makes columns of packed texts, and texts of lines from them. */
import { PackedTexts } from './packed-texts.ts';
import { utf8Of } from './utf8.ts';

const LINE_END = 0x0a;

/** Any texts. */
export function packTexts(texts: Iterable<string>): PackedTexts {
  const list = Array.from(texts, (text) => `${text}\n`);
  const lines = list.join('');
  const packed = packLines(lines, list.length);
  if (packed.length === list.length) return packed;
  // some have lines of their own
  const start = new Uint32Array(list.length + 1);
  list.forEach((line, i) => (start[i + 1] = start[i]! + utf8Of(line).length));
  return new PackedTexts({ bytes: utf8Of(lines), start });
}

/**
 * The lines of a text.
 * @param lines each of which ends in a line feed, also the last
 * @param limit of longer ones one line more is read, and no further
 */
export function packLines(lines: string, limit: number): PackedTexts {
  const bytes = utf8Of(lines);
  // where all is ASCII a text's positions are those of its bytes, and looking through a text is quicker
  const isAscii = lines.length === bytes.length;
  const next = (at: number) => (isAscii ? lines.indexOf('\n', at) : bytes.indexOf(LINE_END, at)) + 1;
  const start = [0];
  for (let at = next(0); at > 0 && start.length < limit + 2; at = next(at)) start.push(at);
  return new PackedTexts({ bytes, start: Uint32Array.from(start) });
}

/** The texts as lines, see {@link packLines}; null where a text has a line end inside. */
export function linesOf({ bytes, length }: PackedTexts): string | null {
  let ends = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) ends++;
  return ends === length ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
}
