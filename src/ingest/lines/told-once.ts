/** What many rows of a file have is told once, where it stands first. */
import type { ProblemCode } from '../../model/problem.ts';
import type { ProblemLog } from './problem-log.ts';

export class ToldOnce {
  readonly #byReason = new Map<string, { readonly line: number; readonly text: string; count: number }>();

  /** Notes that a row has it. */
  add(line: number, text: string, reason: string): void {
    const seen = this.#byReason.get(reason);
    if (seen === undefined) this.#byReason.set(reason, { line, text, count: 1 });
    else seen.count++;
  }

  /** Tells it, each reason by itself. */
  tell(code: ProblemCode, log: ProblemLog): void {
    for (const [reason, { line, text, count }] of this.#byReason) {
      const others = count === 1 ? '' : `; so it is in ${count - 1} more ${count === 2 ? 'row' : 'rows'}`;
      log.on(code, line, text, reason + others);
    }
  }
}
