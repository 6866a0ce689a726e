/** What only the table of records is sorted by. */
import type { Dataset, Facet, Hundredths } from '../../model/dataset.ts';
import type { RecordKey } from '../records/record-order.ts';
import { countryOf } from '../records/record-places.ts';

/** How many names `namedTags` gives where nothing is included, counted without naming them. */
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

/** How many authors a record lists. */
export function authorCount(dataset: Dataset): RecordKey {
  const { authorOffset } = dataset.records;
  return (record) => authorOffset[record + 1]! - authorOffset[record]!;
}

/** Where a record was first read: files in reading order, lines within them. */
export function sourcePosition(dataset: Dataset): RecordKey {
  const { passageOffset, passageFile, passageFirst } = dataset.records;
  const lineSpan = 2 ** 32; // no line number reaches it, and file × span + line stays exact
  return (record) => {
    const passage = passageOffset[record]!;
    if (passage === passageOffset[record + 1]) return -1;
    return passageFile[passage]! * lineSpan + passageFirst[passage]!;
  };
}
