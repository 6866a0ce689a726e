/** What the list of records is sorted by; see table-order.ts for what only the table is. */
import type { Facet, Hundredths, RecordIndex } from '../../model/dataset.ts';
import type { RecordOrder } from '../../share/view-state.ts';
import type { IncludedAbove } from './record-places.ts';

/** A number to sort records by; smaller ones first when ascending. */
export type RecordKey = (record: RecordIndex) => number;

/** An order and what it is called. */
export interface OfferedOrder {
  readonly id: RecordOrder;
  readonly label: string;
  /** What it goes by, the highest first, where that is something of the tags. */
  readonly key?: RecordKey;
}

/**
 * The orders that a list has which shows the tags of a facet, by themselves and by what the filter includes of it.
 * @param years the facet of years, where the dataset has one
 */
export function ordersOf(
  facet: Facet | undefined,
  minScore: Hundredths,
  included: IncludedAbove,
  years?: Facet,
): OfferedOrder[] {
  const orders: OfferedOrder[] = [
    { id: 'source', label: 'Source order' },
    { id: 'title', label: 'Title' },
  ];
  if (years) {
    orders.push(
      { id: 'newest', label: 'Newest first', key: yearKey(years, 'newest') },
      { id: 'oldest', label: 'Oldest first', key: yearKey(years, 'oldest') },
    );
  }
  if (facet) {
    const word = facet.label.toLowerCase();
    orders.push(
      { id: 'score', label: `Highest ${word} score`, key: topScore(facet) },
      { id: 'tags', label: `Most ${word} tags`, key: tagCount(facet, minScore) },
    );
    if (included) {
      orders.push({
        id: 'included',
        label: 'Highest score of what is included',
        key: topScore(facet, included),
      });
    }
  }
  return orders;
}

/**
 * The highest score of a record in the facet; -1 where it has no tag, so that it stands last.
 * @param within only of tags that show what is included
 */
export function topScore(facet: Facet, within: IncludedAbove = null): RecordKey {
  return (record) => {
    let top = -1;
    for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
      if (within === null || within[facet.tagConcept[tag]!]! >= 0) top = Math.max(top, facet.tagScore[tag]!);
    }
    return top;
  };
}

/** How many tags of the facet a record has at or above a score. */
export function tagCount(facet: Facet, minScore: Hundredths): RecordKey {
  return (record) => {
    let count = 0;
    for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
      if (facet.tagScore[tag]! >= minScore) count++;
    }
    return count;
  };
}

/**
 * When a record is from, the highest first: its last year where the newest are to come first, else its first one, years
 * before it being higher. Years stand in the order of time, and so do the tags of a record. Without one it stands last.
 */
export function yearKey({ tagConcept, tagOffset }: Facet, order: 'newest' | 'oldest'): RecordKey {
  return (record) => {
    const [start, end] = [tagOffset[record]!, tagOffset[record + 1]!];
    if (start === end) return BELOW_YEARS;
    return order === 'newest' ? tagConcept[end - 1]! : -tagConcept[start]!;
  };
}

/** There are no more years than from 1000 to 2999, and their decades. */
const BELOW_YEARS = -3000;
