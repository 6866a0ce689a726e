/** Tells what is odd about one record. */
import type { ProblemCode } from '../../model/problem.ts';

/** @param text what is meant, as the source has it */
export type RecordLog = (code: ProblemCode, text: string, reason: string) => void;
