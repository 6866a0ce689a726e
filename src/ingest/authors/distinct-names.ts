/** Names that a list of authors says are two people: what was answered is not suggested again. */
import { excerpt, type Problem } from '../../model/problem.ts';
import type { LikelyDuplicate } from '../../model/report.ts';
import { distinctKey, readName, type AuthorIdentities, type DistinctRow } from './author-identities.ts';
import { authorKeyOf } from '../parsed-author.ts';

export class DistinctNames {
  readonly #file: string;
  readonly #rowByKey: ReadonlyMap<string, DistinctRow>;
  readonly #used = new Set<DistinctRow>();

  constructor({ file, distinct }: Pick<AuthorIdentities, 'file' | 'distinct'>) {
    this.#file = file;
    this.#rowByKey = new Map(
      distinct.map((row) => [
        distinctKey(authorKeyOf(row.name), authorKeyOf(row.distinctFrom), row.record),
        row,
      ]),
    );
  }

  /** Whether a row says no to a suggestion: for its record, or for all. One of the parts of a name cut in two is enough. */
  has({ names, sameAs, record }: LikelyDuplicate): boolean {
    if (this.#rowByKey.size === 0) return false;
    const records = record === '' ? [''] : [record, ''];
    const rows = names.flatMap((name) =>
      records.flatMap((each) => this.#rowByKey.get(distinctKey(keyOf(name), keyOf(sameAs), each)) ?? []),
    );
    rows.forEach((row) => this.#used.add(row));
    return rows.length > 0;
  }

  /** Rows that said no to nothing so far. */
  unused(): Problem[] {
    return [...this.#rowByKey.values()]
      .filter((row) => !this.#used.has(row))
      .map(({ line, text }) => ({
        code: 'unused-identity',
        file: this.#file,
        line,
        text: excerpt(text),
        reason: 'nobody would take these two names for one person; the line changes nothing',
      }));
  }
}

function keyOf(text: string): string {
  const name = readName(text);
  return name === undefined ? text : authorKeyOf(name);
}
