/** Tells what is odd about one record. */
import type { ProblemCode } from '../../model/problem.ts';

/** @param text what is meant, as the source has it */
export type RecordLog = (code: ProblemCode, text: string, reason: string) => void;

/** So much of a title tells a record from others. */
const TITLE_LENGTH = 60;

/** The same, with the record named: an answer of a service is one line, which says nothing of which one is meant. */
export function namingRecord(title: string, log: RecordLog): RecordLog {
  const letters = Array.from(title);
  const short = letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('')}…` : title;
  return (code, text, reason) => log(code, text, text === title ? reason : `${reason}; in "${short}"`);
}
