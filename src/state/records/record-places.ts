/** What a record is tagged with, places country by country, and how its list of tags is to be read. */
import { formatScore } from '../../layout/text/number-format.ts';
import { hasScores, type Facet, type Hundredths, type RecordIndex } from '../../model/dataset.ts';
import type { NodeNames } from '../words/node-names.ts';

/** A topic, a country, or a place that lies in none, with the record's highest score there. */
export interface NamedTag {
  /** The country's name, or the tag's own where no country is known. */
  readonly name: string;
  readonly score: Hundredths;
  /** Whether it is why the record passes the facet's clause. */
  readonly isIncluded: boolean;
}

/** By concept the included node that it is or lies in, else -1; null where nothing is included. */
export type IncludedAbove = Int32Array | null;

/** One tag of a record. */
export interface RecordTag {
  readonly concept: number;
  readonly score: Hundredths;
}

/** The record's tags in one facet, the highest score first, then in the order of the hierarchy. */
export function tagsOf(facet: Facet, record: RecordIndex): RecordTag[] {
  const tags: RecordTag[] = [];
  for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
    tags.push({ concept: facet.tagConcept[tag]!, score: facet.tagScore[tag]! });
  }
  return tags.sort((a, b) => b.score - a.score || a.concept - b.concept);
}

/** The nearest concept at or above that is a country; the concept itself where there is none. */
export function countryOf(facet: Facet, concept: number): number {
  const { level, parent } = facet.concepts;
  for (let at = concept; at >= 0; at = parent[at]!) if (level[at] === 'country') return at;
  return concept;
}

/** Whether a tag at the concept shows something that is included. */
export function isIncludedAt(included: IncludedAbove, concept: number): boolean {
  return included !== null && included[concept]! >= 0;
}

/**
 * The counted tags of a record by name: what is included first, since a row has room for few and they are why it is
 * there, then the surest. A country with several tags, or under two continents, stands once; of one that is not
 * included itself, what is included in it stands by its own name.
 * @param minScore lowest score that counts, inclusive
 */
export function namedTags(
  facet: Facet,
  record: RecordIndex,
  minScore: Hundredths,
  included: IncludedAbove = null,
): NamedTag[] {
  const { code, label, level } = facet.concepts;
  const named = new Map<string, NamedTag>();
  const tags = tagsOf(facet, record).filter(({ score }) => score >= minScore);
  for (const isIncluded of [true, false]) {
    for (const { concept, score } of tags) {
      if (isIncludedAt(included, concept) !== isIncluded) continue;
      const country = countryOf(facet, concept);
      const at = isIncluded && !isIncludedAt(included, country) ? concept : country;
      const key = level[at] === 'country' ? code[at]! : String(at);
      if (!named.has(key)) named.set(key, { name: label[at]!, score, isIncluded });
    }
  }
  return [...named.values()];
}

/** A tag's own name, and what is included that it lies in: "Deep Learning, in Machine Learning". */
export function tagInWords(
  names: NodeNames,
  { id, concepts }: Facet,
  concept: number,
  included: IncludedAbove,
): string {
  const label = concepts.label[concept]!;
  const above = isIncludedAt(included, concept) ? names.short(id, included![concept]!) : label;
  return above === label ? label : `${label}, in ${above}`;
}

/** What to say where a record shows no tag: three kinds of nothing. */
export function noTagInWords(facet: Facet, record: RecordIndex): string {
  const tagged = facet.tagOffset[record + 1]! > facet.tagOffset[record]!;
  if (tagged) return 'below the threshold';
  return facet.hidden[record]! > 0 ? 'hidden tags only' : `no ${facet.kind === 'time' ? 'year' : 'tag'}`;
}

/** "Austria 0.20"; the name alone where scores tell nothing. */
export function withScore(facet: Facet, { name, score }: Pick<NamedTag, 'name' | 'score'>): string {
  return hasScores(facet) ? `${name}\u00a0${formatScore(score)}` : name;
}
