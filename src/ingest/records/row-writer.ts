/** Writes the texts of a record to its row. */
import type { AuthorNumber } from '../authors/author-table.ts';
import type { Bylines } from './byline.ts';
import { ESCAPED, FOLDED, WIDE } from '../lines/byte-scan.ts';
import { Hash53 } from '../columns/hash53.ts';
import type { HeldLines } from '../lines/held-lines.ts';
import type { ParsedAuthor } from '../parsed-author.ts';
import { addAuthorBytes, idNumber, NEWLINE } from './record-id.ts';
import type { RecordRows } from './record-rows.ts';
import { foldText } from '../columns/text-keys.ts';
import type { TextStore } from '../columns/text-store.ts';
import { addTitleKey } from '../columns/title-key.ts';

/** One record after the other: title, abstract, authors if any, and then {@link end}. */
export class RowWriter {
  readonly #rows: RecordRows;
  readonly #bylines: Bylines;
  #hash = new Hash53();

  constructor(rows: RecordRows, bylines: Bylines) {
    this.#rows = rows;
    this.#bylines = bylines;
  }

  title(lines: HeldLines, line: number): void {
    this.#hash = new Hash53();
    addFolded(this.#rows.titles, lines, line);
    const isPlain = (lines.flags(line) & (FOLDED | WIDE)) === FOLDED;
    if (!isPlain || !this.#hash.addAsciiWords(lines.bytes(line), lines.from(line), lines.end(line))) {
      addTitleKey(this.#hash, foldText(lines.text(line)));
    }
    this.#rows.titleHash.push(this.#hash.value());
  }

  /** A title that is there as a text, folded. */
  titleText(title: string): void {
    this.#hash = new Hash53();
    this.#rows.titles.addText(title);
    addTitleKey(this.#hash, title);
    this.#rows.titleHash.push(this.#hash.value());
  }

  /** The same of an abstract, "" where the source gives none. */
  abstractText(abstract: string): void {
    this.#rows.abstracts.addText(abstract);
  }

  /** @param line undefined where the source gives none */
  abstract(lines: HeldLines, line: number | undefined): void {
    if (line === undefined) this.#rows.abstracts.addText('');
    else addFolded(this.#rows.abstracts, lines, line);
  }

  /** Writes the authors of a line that was scanned; false, and nothing written, where it must be read by parts. */
  scannedAuthors(mark: number, end: number): boolean {
    const authors = this.#bylines.authors(mark, end);
    if (authors === undefined) return false;
    for (let i = 0; i < authors.length; i++) this.#author(authors.values[i]!);
    return true;
  }

  authors(authors: readonly ParsedAuthor[]): void {
    for (const author of authors) this.#author(this.#rows.authorTable.numberOf(author));
  }

  /** @param url as `isWorkUrl` has it, "" where the source gives none */
  end(file: number, first: number, last: number, url = ''): void {
    this.#rows.id.push(idNumber(this.#hash));
    this.#rows.end(file, first, last, url);
  }

  #author(author: AuthorNumber): void {
    const table = this.#rows.authorTable;
    this.#rows.author.push(author);
    this.#hash.addUnit(NEWLINE);
    addAuthorBytes(this.#hash, table.bytes, table.startOf(author), table.endOf(author));
  }
}

function addFolded(store: TextStore, lines: HeldLines, line: number): void {
  const flags = lines.flags(line);
  if ((flags & FOLDED) === 0) store.addText(foldText(lines.text(line)));
  else if ((flags & ESCAPED) === 0) store.addPlain(lines.bytes(line), lines.from(line), lines.end(line));
  else store.addEscaped(lines.bytes(line), lines.from(line), lines.end(line));
}
