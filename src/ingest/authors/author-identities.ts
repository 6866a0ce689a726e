/**
 * Who is who among the authors, from a CSV file with the columns name, same_as and, where one likes, record. Names are
 * written "Family, Given", a group or a single name by itself.
 *
 * - "name,same_as" merges: whatever bears `name` is the author `same_as`. Chains are followed to their end.
 * - "name,same_as,record" holds in one record only, given by its id or title: the `name` that this record writes is
 *   the author `same_as`.
 * - "name,,record" splits: the `name` of this record is another person, who bears the name with a number, "Wang (2), Wei".
 * - "name,,,distinct_from" says that two names are two people (with a record: in it), so that nobody is asked again.
 */
import { excerpt, type Problem } from '../../model/problem.ts';
import { authorKeyOf, type ParsedAuthor } from '../parsed-author.ts';
import { csvCells, csvRows, headerFault } from '../../model/table/csv-cells.ts';
import { foldText, hasWord } from '../columns/text-keys.ts';

/** One row that can be used. Names by {@link authorKeyOf}. */
export interface IdentityRow {
  /** From 1. */
  readonly line: number;
  /** The line as written. */
  readonly text: string;
  readonly name: ParsedAuthor;
  /** Undefined: another person of the same name. */
  readonly sameAs: ParsedAuthor | undefined;
  /** Id or title; "" for every record. */
  readonly record: string;
}

/** The rows of a file, each once. */
export interface AuthorIdentities {
  readonly file: string;
  /** For every record: a name at most once, and no circle among them. */
  readonly everywhere: readonly IdentityRow[];
  /** Each for one record. */
  readonly inRecord: readonly IdentityRow[];
  /** Names of two people; merges and splits nothing. */
  readonly distinct: readonly DistinctRow[];
}

/** A row that says of two names that they are two people. */
export interface DistinctRow extends Omit<IdentityRow, 'sameAs'> {
  readonly distinctFrom: ParsedAuthor;
}

const HEADERS = ['name,same_as', 'name,same_as,record', 'name,same_as,record,distinct_from'];

/** Reads the file; a line that cannot be used is a problem, and the others hold. Lines with "#" first are remarks. */
export function parseAuthorIdentities(
  file: string,
  text: string,
): { readonly identities: AuthorIdentities; readonly problems: readonly Problem[] } {
  const rows = new IdentityRows();
  const problems: Problem[] = [];
  csvRows(text).forEach(({ line, text: row }, i) => {
    const isHeader = HEADERS.includes(row.trim());
    // a file that was pasted behind itself has its header twice
    if (isHeader) return;
    const fault = i === 0 ? headerFault(row, HEADERS[1]!) : rows.add(line, row);
    if (fault === undefined) return;
    const reason = `${fault}; the line is left out`;
    problems.push({ code: 'faulty-identity', file, line, text: excerpt(row), reason });
  });
  const { everywhere, inRecord, distinct } = rows;
  return { identities: { file, everywhere, inRecord, distinct }, problems };
}

class IdentityRows {
  readonly everywhere: IdentityRow[] = [];
  readonly inRecord: IdentityRow[] = [];
  readonly distinct: DistinctRow[] = [];
  readonly #rowByKey = new Map<string, IdentityRow>();
  readonly #distinctKeys = new Set<string>();
  readonly #chains = new NameChains();

  /** Adds a row; what is wrong with it, or undefined. */
  add(line: number, text: string): string | undefined {
    const row = readRow(line, text);
    if (typeof row === 'string') return row;
    if ('distinctFrom' in row) {
      this.#addDistinct(row);
      return undefined;
    }
    const key = `${row.record}\n${authorKeyOf(row.name)}`;
    const other = this.#rowByKey.get(key);
    if (other !== undefined) {
      return isSame(row, other) ? undefined : `line ${other.line} says something else of this name`;
    }
    if (row.record === '') {
      const isOpen = this.#chains.link(authorKeyOf(row.name), authorKeyOf(row.sameAs!));
      if (!isOpen) return 'with earlier lines the names go round in a circle';
      this.everywhere.push(row);
    } else this.inRecord.push(row);
    this.#rowByKey.set(key, row);
    return undefined;
  }

  #addDistinct(row: DistinctRow): void {
    const key = distinctKey(authorKeyOf(row.name), authorKeyOf(row.distinctFrom), row.record);
    if (this.#distinctKeys.has(key)) return;
    this.#distinctKeys.add(key);
    this.distinct.push(row);
  }
}

/** The same for two names in either order. */
export function distinctKey(a: string, b: string, record: string): string {
  return [record, ...(a < b ? [a, b] : [b, a])].join('\n');
}

/** Rows of the same name and record that say the same count once. */
function isSame({ sameAs: a }: IdentityRow, { sameAs: b }: IdentityRow): boolean {
  return a === undefined || b === undefined ? a === b : authorKeyOf(a) === authorKeyOf(b);
}

/** The row, or what is wrong with it. */
function readRow(line: number, text: string): IdentityRow | DistinctRow | string {
  const cells = csvCells(text);
  if (typeof cells === 'string') return cells;
  if (cells.length < 2 || cells.length > 4) {
    return `${cells.length} columns, not 2 to 4 (a name with a comma stands in quotes: "Family, Given")`;
  }
  const [nameCell = '', sameAsCell = '', record = '', distinctCell = ''] = cells.map(foldText);
  const name = readName(nameCell);
  if (name === undefined) return `"${nameCell}" is not a name as "Family, Given" or a single name`;
  if (distinctCell !== '') return readDistinct({ line, text, name, record }, sameAsCell, distinctCell);
  if (sameAsCell === '') {
    if (record === '') return 'neither same_as nor record';
    return { line, text, name, sameAs: undefined, record };
  }
  const sameAs = readName(sameAsCell);
  if (sameAs === undefined) return `"${sameAsCell}" is not a name as "Family, Given" or a single name`;
  if (authorKeyOf(name) === authorKeyOf(sameAs)) return 'the name is the same as itself';
  return { line, text, name, sameAs, record };
}

function readDistinct(
  row: Omit<DistinctRow, 'distinctFrom'>,
  sameAs: string,
  distinctCell: string,
): DistinctRow | string {
  if (sameAs !== '') return 'both same_as and distinct_from';
  const distinctFrom = readName(distinctCell);
  if (distinctFrom === undefined)
    return `"${distinctCell}" is not a name as "Family, Given" or a single name`;
  if (authorKeyOf(row.name) === authorKeyOf(distinctFrom)) return 'the name is distinct from itself';
  return { ...row, distinctFrom };
}

/** "Family, Given", "Family, null" or a single name; undefined for anything else. */
export function readName(text: string): ParsedAuthor | undefined {
  const parts = text.split(',').map(foldText);
  if (parts.length > 2 || !parts.every(hasWord)) return undefined;
  const [family = '', given] = parts;
  if (family === 'null') return undefined;
  return { family, given: given === undefined || given === 'null' ? null : given };
}

/** Names that lead to names. Each leads to one at most, and none back to itself. */
export class NameChains {
  readonly #next = new Map<string, string>();

  /** Lets a name that leads nowhere yet lead to another; false where that would make a circle. */
  link(from: string, to: string): boolean {
    if (this.end(to) === from) return false;
    this.#next.set(from, to);
    return true;
  }

  /** Where a name leads in the end. Long ways are shortened, so that a hostile chain takes no longer than a short one. */
  end(name: string): string {
    let end = name;
    for (let next = this.#next.get(end); next !== undefined; next = this.#next.get(end)) end = next;
    for (let at = name; at !== end;) {
      const next = this.#next.get(at)!;
      this.#next.set(at, end);
      at = next;
    }
    return end;
  }
}
