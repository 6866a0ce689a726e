/** A long text as a file: put together and encoded piece by piece, so that it is never held as one string. */
import type { Work } from '../../model/work.ts';

/** So many characters are encoded at once, about a millisecond's worth. */
const PIECE_CHARS = 0x4_0000;
/** So many lines are made until there is a pause. */
const LINES_A_STEP = 32;

/**
 * @param lines pieces of the text, in order; they are made on the way
 * @param count about how many they are
 */
export function* textBlob(lines: Iterable<string>, count: number, type: string): Work<Blob> {
  const pieces: Blob[] = [];
  // a blob of blobs holds them without copying
  yield* encoding(lines, count, (bytes) => pieces.push(new Blob([bytes])));
  return new Blob(pieces, { type });
}

/** Encodes a text as UTF-8, as {@link textBlob} does, and hands it over in pieces. */
export function* encoding(
  lines: Iterable<string>,
  count: number,
  take: (bytes: Uint8Array<ArrayBuffer>) => void,
): Work<void> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let chars = 0;
  let made = 0;
  for (const line of lines) {
    waiting.push(line);
    chars += line.length;
    made += 1;
    const isFull = chars >= PIECE_CHARS;
    if (isFull) {
      take(encoder.encode(waiting.join('')));
      waiting = [];
      chars = 0;
    }
    if (isFull || made % LINES_A_STEP === 0) yield Math.min(1, made / count);
  }
  take(encoder.encode(waiting.join('')));
}
