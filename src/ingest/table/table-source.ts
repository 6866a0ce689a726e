/** The facets of tables, which only their rows tell: all tables of a run are gone through for them before any is read. */
import { AUTHOR_FACET, TABLE_SOURCE, type FacetId } from '../../model/dataset.ts';
import { FACET_LIMIT } from '../../model/limits.ts';
import { capitalised, foldText } from '../columns/text-keys.ts';
import { type FacetSpec, type SourceSpec } from '../facets.ts';
import { ByteText } from '../lines/byte-text.ts';
import { formatOf, isTable } from '../lines/file-format.ts';
import type { DecodeUtf8 } from '../lines/utf8-lines.ts';
import { facetKey } from './table-row.ts';
import { TableRows, type TableTaker } from './table-rows.ts';

/** More names are those of no facets: a column that should not be this one. */
const NAME_LIMIT = 10_000;

/** What facets are called whose paths are places. */
const PLACE_NAMES: ReadonlySet<string> = new Set(
  ['geography', 'geographies', 'place', 'places', 'country', 'countries', 'location', 'locations'].map(
    facetKey,
  ),
);

/** What the facet of years is called: by a column of its own, or as others are. */
export const YEAR = 'year';

const YEAR_MEANING =
  'The year that the table gives; one from a column of its own has no score, and counts as 1.';
const SCORE_MEANING =
  'The score that the table gives; what it says is known to whoever made the table. A tag without one counts as 1.';

/** Collects the names of facets. */
export class TableFacets {
  /** As they stand there first, by {@link facetKey}, in the order in which they appear. */
  readonly #names = new Map<string, string>();

  /** Begins the next file, which may be of any format: `push` its bytes, then `finish`. */
  nextFile(decode?: DecodeUtf8): Pick<ByteText, 'push' | 'finish'> {
    const ignore = { line: () => undefined, longLine: () => undefined };
    return new ByteText(
      (beginning) => {
        const format = formatOf(beginning);
        return isTable(format) ? new TableRows(format, this.#taker, decode) : NOBODY;
      },
      ignore,
      { decode },
    );
  }

  /** The source of all tables of the run. */
  get source(): SourceSpec {
    return tableSource([...this.#names.values()]);
  }

  #add(name: string): void {
    const key = facetKey(name);
    if (this.#names.size > NAME_LIMIT || this.#names.has(key)) return;
    const label = capitalised(foldText(name));
    this.#names.set(key, facetKey(label) === key ? label : foldText(name));
  }

  readonly #taker: TableTaker = {
    row: ({ facet, year }) => {
      if (facet !== '') this.#add(facet);
      if (year !== '') this.#add(YEAR);
    },
    brokenText: () => undefined,
    fault: () => undefined,
  };
}

/** The source of tables that are there as a whole. */
export function sourceOfTables(files: Iterable<Uint8Array>): SourceSpec {
  const facets = new TableFacets();
  for (const bytes of files) {
    const file = facets.nextFile();
    file.push(bytes);
    file.finish();
  }
  return facets.source;
}

const NOBODY = { push: () => undefined, finish: () => undefined };

/**
 * A table's source. The first facet that is called so holds places, and comes first; that of years comes last.
 * @param names of its facets, in the order in which they appear; beyond as many as a dataset has they are left out
 */
export function tableSource(names: readonly string[]): SourceSpec {
  const place = names.find((name) => PLACE_NAMES.has(facetKey(name)));
  const year = names.find((name) => facetKey(name) === YEAR);
  const sorted = [place, ...names.filter((name) => name !== place && name !== year), year].filter(
    (name) => name !== undefined,
  );
  // what objects have of themselves is no facet of theirs
  const ids = new Set<FacetId>([AUTHOR_FACET, 'constructor']);
  const facets = sorted.slice(0, FACET_LIMIT).map((label): FacetSpec => {
    const id = distinctId(label, ids);
    ids.add(id);
    const kind = label === place ? 'place' : label === year ? 'time' : 'taxonomy';
    return { id, kind, label, scoreMeaning: kind === 'time' ? YEAR_MEANING : SCORE_MEANING };
  });
  return { name: TABLE_SOURCE, facets, listOrder: facets.map(({ id }) => id) };
}

const ID_LENGTH = 40;

/** For addresses and names of files: "Research area" is "research-area". */
function distinctId(label: string, taken: ReadonlySet<FacetId>): FacetId {
  const letters = facetKey(label).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = Array.from(letters).slice(0, ID_LENGTH).join('');
  const id = short.replaceAll(/^-|-$/g, '') || 'facet';
  let distinct = id;
  for (let n = 2; taken.has(distinct); n++) distinct = `${id}-${n}`;
  return distinct;
}
