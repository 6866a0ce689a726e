/** Puts the rows of one table together to records: those of one record need not stand together. */
import type { FacetId } from '../../model/dataset.ts';
import { readNames } from '../authors/author-list.ts';
import { foldText } from '../columns/text-keys.ts';
import { plainText } from '../columns/without-markup.ts';
import type { FacetSpec, SourceSpec } from '../facets.ts';
import type { LineSpan } from '../lines/line-span.ts';
import type { ProblemLog } from '../lines/problem-log.ts';
import { ToldOnce } from '../lines/told-once.ts';
import { namingRecord, type RecordLog } from '../lines/record-log.ts';
import type { ParsedAuthor } from '../parsed-author.ts';
import { pathKey, type ScoredTag } from '../parsed-record.ts';
import { codedCountry } from '../places/country-names.ts';
import { isContinent } from '../places/world-regions.ts';
import type { SourceRecord } from '../records/source-record.ts';
import { workAddress } from '../work-address.ts';
import { addTag } from '../tags/tag-list.ts';
import { readYear } from '../tags/year-path.ts';
import { YEAR } from './table-source.ts';
import { facetKey, isNoPath, namesIn, scoreIn, wholeIn, type TableRow } from './table-row.ts';

/** A record, and where it was read: its first row, and those that follow it at once. */
export interface TableRecord extends SourceRecord {
  readonly lines: LineSpan;
}

/** The tags of one facet, by the keys of their paths. */
interface DraftList {
  readonly tags: Map<string, ScoredTag>;
  hidden: number;
}

/** What the rows so far say of a record. What a row says first holds. */
interface Draft {
  readonly id: string;
  /** The cells as they stand, so that rows that say the same again are told quickly. */
  readonly cells: { title: string; abstract: string; authors: string; url: string; year: string };
  title: string;
  abstract: string;
  authors: readonly ParsedAuthor[];
  url: string | undefined;
  readonly tags: Map<FacetId, DraftList>;
  first: number;
  last: number;
}

/** More than one comma, if not for what stands behind a name. */
const COMMAS = /,(?!\s*(?:jr|sr|ii|iii|iv)\.?$).*,(?!\s*(?:jr|sr|ii|iii|iv)\.?$)/i;
const ONE_NAME =
  'one name, though it has several commas: what follows the first is taken for given names; authors are parted by ";"';
/** The sign that parts levels, if it is none of an arrow or a comparison. */
const BARE_SIGN = /(?<![-=<>])>(?![=>])/;
const NO_BLANKS =
  'has “>” without a blank on both sides, which parts no levels and is kept as a part of the name: write “A > B”';
const NO_ADDRESS = 'is neither a DOI nor an address of http or https that a link can lead to; left out';
const NO_TITLE = 'the table gives no title; the record is called by its record_id';

/** One table. */
export class TableRecords {
  readonly #log: ProblemLog;
  readonly #facets: ReadonlyMap<string, FacetSpec>;
  readonly #drafts = new Map<string, Draft>();
  #open: Draft | undefined;
  /** Each once, since rows repeat them. */
  readonly #levels = new Map<string, string>();
  #unscored = 0;
  #aboveOne = 0;
  #largestScore = 0;
  readonly #signs = new ToldOnce();
  hasTags = false;

  /** @param source of the run, with the facets of this table */
  constructor(source: SourceSpec, log: ProblemLog) {
    this.#log = log;
    this.#facets = new Map(source.facets.map((facet) => [facetKey(facet.label), facet]));
  }

  /** Adds a row whose record_id is not blank. */
  add(row: TableRow, { first, last }: LineSpan): void {
    let draft = this.#drafts.get(row.id);
    if (draft === undefined) {
      draft = {
        id: row.id,
        cells: { title: '', abstract: '', authors: '', url: '', year: '' },
        title: '',
        abstract: '',
        authors: [],
        url: undefined,
        tags: new Map(),
        first,
        last,
      };
      this.#drafts.set(row.id, draft);
    } else if (draft === this.#open) draft.last = last;
    this.#open = draft;
    this.#readTexts(draft, row, first);
    this.#readTag(draft, row, first);
    if (row.year !== '') this.#readYear(draft, row.year, first);
  }

  /** How many tags had no score. */
  get unscored(): number {
    return this.#unscored;
  }

  /** How many scores are too large and may be of a hundred. */
  get perhapsPercent(): number {
    return this.#largestScore > 2 && this.#largestScore <= 100 ? this.#aboveOne : 0;
  }

  /** All records, in the order of their first rows. */
  *finish(): Generator<TableRecord> {
    this.#signs.tell('odd-path', this.#log);
    for (const draft of this.#drafts.values()) {
      const { id, abstract, authors, url, tags, first, last } = draft;
      if (draft.title === '') this.#log.on('missing-title', first, id, NO_TITLE);
      this.#tellYears(draft);
      yield {
        title: draft.title === '' ? foldText(id) : draft.title,
        abstract,
        authors,
        url,
        facets: Object.fromEntries(
          Array.from(tags, ([facet, { tags: list, hidden }]) => [
            facet,
            { tags: [...list.values()], hidden },
          ]),
        ),
        lines: { first, last },
      };
    }
  }

  /** Its column and a facet of years may differ, and the facet may name several. */
  #tellYears({ id, tags, first }: Draft): void {
    const years = [...(tags.get(this.#facets.get(YEAR)?.id ?? '')?.tags.values() ?? [])];
    if (years.length < 2) return;
    const inWords = years.map(({ path }) => path.at(-1)).join(', ');
    this.#log.on('conflicting-row', first, inWords, `years of the record "${id}", which counts in each`);
  }

  #readTexts(draft: Draft, { title, abstract, authors, url }: TableRow, line: number): void {
    if (this.#takes(draft, 'title', title, line)) draft.title = plainText(title);
    if (this.#takes(draft, 'abstract', abstract, line)) draft.abstract = plainText(abstract);
    if (this.#takes(draft, 'authors', authors, line)) draft.authors = this.#authorsIn(authors, line);
    if (this.#takes(draft, 'url', url, line)) {
      draft.url = workAddress(url);
      if (draft.url === undefined) this.#recordLog(draft, line)('unusable-url', url, NO_ADDRESS);
    }
  }

  /** Takes what a row says first, and tells whether it did; another row that says something else is told. */
  #takes({ id, cells }: Draft, column: keyof Draft['cells'], text: string, line: number): boolean {
    if (text === '' || text === cells[column]) return false;
    if (cells[column] === '') {
      cells[column] = text;
      return true;
    }
    if (foldText(text) !== foldText(cells[column])) {
      const reason = `says something else as ${column} than the first row of the record "${id}", which is kept`;
      this.#log.on('conflicting-row', line, text, reason);
    }
    return false;
  }

  #authorsIn(authors: string, line: number): ParsedAuthor[] {
    const names = namesIn(authors);
    for (const name of names) {
      if (COMMAS.test(name)) this.#log.on('odd-authors', line, name, ONE_NAME);
    }
    return readNames(names, line, this.#log);
  }

  #readTag(draft: Draft, row: TableRow, line: number): void {
    if (row.facet === '' && row.path.length === 0) return;
    const log = this.#recordLog(draft, line);
    const inWords = row.path.join(' > ');
    if (row.facet === '') {
      log('unreadable-tag', inWords, 'names no facet; left out');
      return;
    }
    const facet = this.#facets.get(facetKey(row.facet));
    if (facet === undefined) {
      const reason = `tags of this facet are left out: a dataset has at most ${this.#facets.size} facets`;
      log('unknown-facet', row.facet, reason);
      return;
    }
    const list = listOf(draft, facet.id);
    this.#readHidden(list, row, log);
    // "NA" may be Namibia where it has a score
    const isNamibia = facet.kind === 'place' && row.score !== '' && row.path[0] === 'NA';
    if (row.path.length === 0 || (isNoPath(row.path) && !isNamibia)) {
      if (row.hidden === '') log('unreadable-tag', row.facet, 'names no path; left out');
      return;
    }
    const path = this.#pathOf(row.path, facet, log);
    if (path === undefined) return;
    if (row.score === '') this.#unscored++;
    const score = row.score === '' ? 1 : scoreIn(row.score);
    if (score !== undefined && score > 1) this.#aboveOne++;
    this.#largestScore = Math.max(this.#largestScore, score ?? 0);
    if (path.some((level) => BARE_SIGN.test(level))) this.#signs.add(line, inWords, NO_BLANKS);
    addTag(list.tags, { path, score }, log);
    this.hasTags ||= list.tags.size > 0;
  }

  /** The year that a column of its own gives; rows may repeat it. */
  #readYear(draft: Draft, text: string, line: number): void {
    if (!this.#takes(draft, 'year', text, line)) return;
    const facet = this.#facets.get(YEAR);
    const log = this.#recordLog(draft, line);
    const path = readYear(text, log);
    if (facet === undefined || path === undefined) return;
    const list = listOf(draft, facet.id);
    if (!list.tags.has(pathKey(path))) addTag(list.tags, { path, score: 1 }, log);
    this.hasTags = true;
  }

  /** Rows may repeat it; the largest one holds. */
  #readHidden(list: DraftList, { hidden }: TableRow, log: RecordLog): void {
    if (hidden === '') return;
    const count = wholeIn(hidden);
    if (count === undefined) {
      log('unreadable-tag', hidden, 'is no number of hidden tags; left out');
      return;
    }
    list.hidden = Math.max(list.hidden, count);
    this.hasTags ||= count > 0;
  }

  /** Undefined where it cannot be one of the facet, which is told. */
  #pathOf(levels: readonly string[], { kind }: FacetSpec, log: RecordLog): readonly string[] | undefined {
    if (levels.some((level) => level.includes(' > '))) {
      log('unreadable-tag', levels.join(' > '), 'has a level with " > " in it, which parts levels; left out');
      return undefined;
    }
    if (kind === 'time') return readYear(levels.at(-1), log);
    const path = levels.map((level) => this.#known(foldText(level)));
    const country = kind === 'place' ? path.findIndex((level) => !isContinent(level)) : -1;
    if (country >= 0) path[country] = this.#known(codedCountry(path[country]!) ?? path[country]!);
    return path;
  }

  #known(level: string): string {
    const known = this.#levels.get(level);
    if (known !== undefined) return known;
    this.#levels.set(level, level);
    return level;
  }

  #recordLog({ id, title }: Draft, line: number): RecordLog {
    const log: RecordLog = (code, text, reason) => this.#log.on(code, line, text, reason);
    // most rows have nothing to tell
    return (...told) => namingRecord(title === '' ? id : title, log)(...told);
  }
}

function listOf({ tags }: Draft, facet: FacetId): DraftList {
  let list = tags.get(facet);
  if (list === undefined) tags.set(facet, (list = { tags: new Map(), hidden: 0 }));
  return list;
}
