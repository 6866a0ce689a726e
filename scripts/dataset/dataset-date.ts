/** The day that a dataset is of: as the command line says, else as its input's names say. Never a clock or a disk's. */
import { basename } from 'node:path';
import { isDay } from '../../src/model/day.ts';
import { UserError } from './user-error.ts';

/**
 * The day on which the results were searched for, or undefined where nothing says so: the latest day in the names of
 * the files ("ai-2026-11-03.txt") unless one is given. A copy of a file has the same.
 * @param asked "2026-11-03"
 * @throws {UserError} where what is asked is no day
 */
export function datasetDate(asked: string | undefined, files: readonly string[]): string | undefined {
  if (asked !== undefined) {
    if (isDay(asked)) return asked;
    throw new UserError(`--date "${asked}" is not a day such as 2026-11-03`);
  }
  const days = files.flatMap((file) => basename(file).match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? []);
  return days.filter(isDay).sort().at(-1);
}
