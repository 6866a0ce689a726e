/** A record's tags in a table of records: text in a CSV file, values in a JSON file, made only as its line is written. */
import { formatScore } from '../../layout/text/number-format.ts';
import { conceptPath, type Dataset, type Facet, type RecordIndex } from '../../model/dataset.ts';
import { readersCollator, wordsOf } from '../../model/sort-by-name.ts';
import { tagsOf, type RecordTag } from '../../state/records/record-places.ts';

/** A tag as JSON files have it. */
interface WrittenTag {
  /** From the widest to the narrowest. */
  readonly path: readonly string[];
  readonly score: number;
}

/** The tags of one record in one facet: whatever their score, the highest first, those of one score by name. */
export class RecordTags {
  readonly #names: ConceptNames;
  readonly #record: RecordIndex;

  constructor(names: ConceptNames, record: RecordIndex) {
    this.#names = names;
    this.#record = record;
  }

  /** "Europe > Austria 0.90; Asia > Japan 0.04", as CSV files have it, or "2014"; "" where there is no tag. */
  toString(): string {
    const names = this.#names;
    return names
      .tagsOf(this.#record)
      .map(({ concept, score }) =>
        names.isTime ? names.path(concept).at(-1)! : `${names.words(concept)} ${formatScore(score)}`,
      )
      .join('; ');
  }

  toJSON(): WrittenTag[] {
    return this.#names
      .tagsOf(this.#record)
      .map(({ concept, score }) => ({ path: this.#names.path(concept), score: score / 100 }));
  }
}

/** Paths of a facet's concepts, each put together once: a country stands in very many records. */
class ConceptNames {
  readonly #facet: Facet;
  readonly #collator = readersCollator();
  readonly #paths: (readonly string[] | undefined)[] = [];
  readonly #words: (string | undefined)[] = [];
  readonly #sorted: (string | undefined)[] = [];

  constructor(facet: Facet) {
    this.#facet = facet;
  }

  get isTime(): boolean {
    return this.#facet.kind === 'time';
  }

  path(concept: number): readonly string[] {
    return (this.#paths[concept] ??= conceptPath(this.#facet.concepts, concept));
  }

  words(concept: number): string {
    return (this.#words[concept] ??= this.path(concept).join(' > '));
  }

  tagsOf(record: RecordIndex): RecordTag[] {
    return tagsOf(this.#facet, record).sort(
      (a, b) => b.score - a.score || this.#collator.compare(this.#name(a.concept), this.#name(b.concept)),
    );
  }

  #name(concept: number): string {
    return (this.#sorted[concept] ??= wordsOf(this.words(concept)));
  }
}

/** One column of the records' table that is about tags. */
export interface TagColumn {
  readonly name: string;
  readonly type: 'string' | 'integer';
  readonly meaning: string;
  readonly cellOf: (record: RecordIndex) => RecordTags | number;
}

/**
 * A column a facet, and where the dataset hides some of its tags another with how many. The same ones under any filter.
 * @param taken names that other columns have
 */
export function tagColumns({ facets }: Dataset, taken: readonly string[]): TagColumn[] {
  const names = new Set(taken);
  const free = (name: string): string => {
    const found = names.has(name) ? free(`${name}_tags`) : name;
    names.add(found);
    return found;
  };
  return facets.flatMap((facet): TagColumn[] => {
    const concepts = new ConceptNames(facet);
    const kind = facet.label.toLowerCase();
    const tags: TagColumn = {
      name: free(facet.id),
      type: 'string',
      meaning: `its tags of ${kind}, whatever their score: each its path joined by " > ", then its score, the highest first, joined by "; "; it counts also for what its path holds`,
      cellOf: (record) => new RecordTags(concepts, record),
    };
    if (!facet.hidden.some((count) => count > 0)) return [tags];
    const hidden: TagColumn = {
      name: free(`${facet.id}_hidden`),
      type: 'integer',
      meaning: `how many further tags of ${kind} it has that the source does not show`,
      cellOf: (record) => facet.hidden[record]!,
    };
    return [tags, hidden];
  });
}
