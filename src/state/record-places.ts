/** Where a record is tagged, country by country, and how its list of tags is to be read. */
import type { Facet, Hundredths, RecordIndex } from '../model/dataset.ts';

/** A country, or a place that lies in none, with the record's highest score there. */
export interface TaggedPlace {
  /** The country's name, or the place's own where no country is known. */
  readonly name: string;
  /** A concept that stands for it. */
  readonly concept: number;
  readonly score: Hundredths;
}

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

/**
 * The places of a record, the surest first; a country with several tags, or under two continents, stands once.
 * @param minScore lowest score that counts, inclusive
 */
export function placesOf(facet: Facet, record: RecordIndex, minScore: Hundredths): TaggedPlace[] {
  const places = new Map<string, TaggedPlace>();
  for (const { concept, score } of tagsOf(facet, record)) {
    if (score < minScore) break;
    const country = countryOf(facet, concept);
    const isCountry = facet.concepts.level[country] === 'country';
    const key = isCountry ? facet.concepts.code[country]! : String(country);
    if (!places.has(key)) places.set(key, { name: facet.concepts.label[country]!, concept: country, score });
  }
  return [...places.values()];
}

/** The same places, those that are asked for first: a row has room for few, and they are why it is there. */
export function askedFirst(
  places: readonly TaggedPlace[],
  isAsked: (concept: number) => boolean,
): readonly TaggedPlace[] {
  const asked = places.filter(({ concept }) => isAsked(concept));
  return asked.length === 0 ? places : [...asked, ...places.filter((place) => !asked.includes(place))];
}

/** What to say where a record shows no place: three kinds of nothing. */
export function noPlaceInWords(facet: Facet, record: RecordIndex): string {
  const tagged = facet.tagOffset[record + 1]! > facet.tagOffset[record]!;
  if (tagged) return 'below the threshold';
  return facet.hidden[record]! > 0 ? 'hidden tags only' : 'no tag';
}
