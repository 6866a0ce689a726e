/** How many places records are tagged with, for sorting by it. */
import type { Facet, Hundredths } from '../model/dataset.ts';
import type { RecordKey } from './record-order.ts';
import { countryOf } from './record-places.ts';

/** How many places `placesOf` gives, counted without naming them. */
export function placeCount(facet: Facet, minScore: Hundredths): RecordKey {
  const place = placesByConcept(facet);
  /** By place, the question that met it last. */
  const met = new Uint32Array(place.length);
  let question = 0;
  return (record) => {
    question++;
    let count = 0;
    for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
      const at = place[facet.tagConcept[tag]!]!;
      if (facet.tagScore[tag]! < minScore || met[at] === question) continue;
      met[at] = question;
      count++;
    }
    return count;
  };
}

/** By concept, one that stands for its country, or for itself where it lies in none. */
function placesByConcept(facet: Facet): Uint32Array {
  const { code, level, parent } = facet.concepts;
  const byCode = new Map<string, number>();
  return Uint32Array.from(parent, (_, concept) => {
    const country = countryOf(facet, concept);
    if (level[country] !== 'country') return country;
    const known = byCode.get(code[country]!) ?? country;
    byCode.set(code[country]!, known);
    return known;
  });
}
