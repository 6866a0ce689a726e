/** A whole file that is in another encoding is told once, instead of with each of its lines. */
import type { Problem } from '../model/problem.ts';

/** So many of its lines are named. */
const NAMED_LINES = 10;

/** A letter that only a text in the right encoding has. */
const SOUND_LETTER = /[^\p{ASCII}\uFFFD]/u;

/** The problems of a file, those with bytes that are no text as one where none of these lines has a letter that is sound. */
export function encodingToldOnce(problems: readonly Problem[]): readonly Problem[] {
  const broken = problems.filter(({ code }) => code === 'invalid-utf8').sort((a, b) => a.line - b.line);
  const first = broken[0];
  if (first === undefined || broken.length === 1) return problems;
  if (broken.some(({ text }) => SOUND_LETTER.test(text))) return problems;
  return [
    { ...first, line: 0, reason: reasonOf(broken.map(({ line }) => line)) },
    ...problems.filter(({ code }) => code !== 'invalid-utf8'),
  ];
}

function reasonOf(lines: readonly number[]): string {
  const more = lines.length > NAMED_LINES ? ', …' : '';
  const where = `${lines.length} times (lines ${lines.slice(0, NAMED_LINES).join(', ')}${more})`;
  return `holds bytes that are no UTF-8 ${where}, and no letter there beyond ASCII is sound: it, or what it was made from, is in another encoding, such as Windows-1252; save that as UTF-8 (spreadsheets call it “CSV UTF-8” or “Unicode”) and read it again; such letters are kept as U+FFFD`;
}
