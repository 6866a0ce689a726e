/**
 * What every peer starts from: each record's tags and the nodes that they roll up to. Worked out from the dataset
 * by plain loops and not taken from the engine, so that its way of keeping things may change.
 */
import {
  AUTHOR_FACET,
  type Dataset,
  type Facet,
  type IdColumn,
  type WholeColumn,
} from '../../src/model/dataset.ts';
import { findPlaces, type UnionNode } from '../../src/filter/index/union-nodes.ts';

/** One facet; the rows of record r are the entries `offset[r]` (included) to `offset[r + 1]` (excluded). */
export interface RollUp {
  readonly facet: string;
  readonly conceptCount: number;
  /** Concepts, and after them the unions of concepts that are one place. */
  readonly nodeCount: number;
  /** By concept, -1 for a root; a parent's id is smaller than its child's. */
  readonly parent: Int32Array;
  readonly unions: readonly UnionNode[];
  /** The node of each country, region and city, by its key. */
  readonly nodeByCode: ReadonlyMap<string, number>;
  readonly tagOffset: Uint32Array;
  readonly tagConcept: IdColumn;
  /** Hundredths, 0 to 100. */
  readonly tagScore: Uint8Array;
  /** Highest score among the same record's tags strictly below this one's concept; -1 where there is none. */
  readonly tagMaxBelow: Int16Array;
  /** The distinct nodes that a record shows at threshold 0, ascending: concepts, their ancestors, unions. */
  readonly shownOffset: Uint32Array;
  readonly shownNode: Uint32Array;
  /** The record's largest score at or below the node, hundredths. */
  readonly shownScore: Uint8Array;
  /** By record: tags that the source did not show. */
  readonly hidden: WholeColumn;
}

/** All facets of the dataset, the authors last. */
export function rollUps(dataset: Dataset): RollUp[] {
  return [...dataset.facets.map((facet) => rollUpFacet(facet, dataset.recordCount)), rollUpAuthors(dataset)];
}

/** Adds each concept's value to its parent's, leaves first, and then sums the unions. */
export function addUpwards({ conceptCount, parent, unions }: RollUp, value: Float64Array): void {
  for (let concept = conceptCount - 1; concept >= 0; concept--) {
    if (parent[concept]! >= 0) value[parent[concept]!]! += value[concept]!;
  }
  for (const { node, upperMembers } of unions) {
    for (const member of upperMembers) value[node]! += value[member]!;
  }
}

function rollUpFacet(facet: Facet, recordCount: number): RollUp {
  const { concepts, tagOffset, tagConcept, tagScore, hidden } = facet;
  const conceptCount = concepts.parent.length;
  const { unions, nodeByCode } = findPlaces(concepts);
  const nodeCount = conceptCount + unions.length;
  const unionsOf = Array.from({ length: conceptCount }, (): number[] => []);
  for (const { node, members } of unions) for (const member of members) unionsOf[member]!.push(node);
  const tagMaxBelow = new Int16Array(tagConcept.length).fill(-1);
  const shownOffset = new Uint32Array(recordCount + 1);
  const rows = new Rows(tagConcept.length * 4);
  const best = new Int16Array(nodeCount).fill(-1);
  for (let record = 0; record < recordCount; record++) {
    const [start, end] = [tagOffset[record]!, tagOffset[record + 1]!];
    const row: number[] = [];
    const raise = (node: number, score: number) => {
      if (best[node]! < 0) row.push(node);
      if (best[node]! < score) best[node] = score;
    };
    for (let tag = start; tag < end; tag++) {
      for (let at = concepts.parent[tagConcept[tag]!]!; at >= 0; at = concepts.parent[at]!) {
        raise(at, tagScore[tag]!);
      }
    }
    for (let tag = start; tag < end; tag++) tagMaxBelow[tag] = best[tagConcept[tag]!]!;
    for (let tag = start; tag < end; tag++) raise(tagConcept[tag]!, tagScore[tag]!);
    for (const concept of row.slice()) for (const union of unionsOf[concept]!) raise(union, best[concept]!);
    row.sort((a, b) => a - b);
    for (const node of row) {
      rows.push(node, best[node]!);
      best[node] = -1;
    }
    shownOffset[record + 1] = rows.length;
  }
  return {
    facet: facet.id,
    conceptCount,
    nodeCount,
    parent: concepts.parent,
    unions,
    nodeByCode,
    tagOffset,
    tagConcept,
    tagScore,
    tagMaxBelow,
    shownOffset,
    ...rows.columns(),
    hidden,
  };
}

/** Every distinct author of a record is a tag of score 1; authors have no parents and none is hidden. */
function rollUpAuthors({ records, authors, recordCount }: Dataset): RollUp {
  const offset = new Uint32Array(recordCount + 1);
  const rows = new Rows(records.author.length);
  for (let record = 0; record < recordCount; record++) {
    const byline = records.author.slice(records.authorOffset[record], records.authorOffset[record + 1]);
    byline.sort();
    byline.forEach((author, i) => {
      if (i === 0 || byline[i - 1] !== author) rows.push(author, 100);
    });
    offset[record + 1] = rows.length;
  }
  const { shownNode, shownScore } = rows.columns();
  return {
    facet: AUTHOR_FACET,
    conceptCount: authors.family.length,
    nodeCount: authors.family.length,
    parent: new Int32Array(authors.family.length).fill(-1),
    unions: [],
    nodeByCode: new Map(),
    tagOffset: offset,
    tagConcept: shownNode,
    tagScore: shownScore,
    tagMaxBelow: new Int16Array(shownNode.length).fill(-1),
    shownOffset: offset,
    shownNode,
    shownScore,
    hidden: new Uint32Array(recordCount),
  };
}

/** Two columns that grow at the end. */
class Rows {
  length = 0;
  #node: Uint32Array<ArrayBuffer>;
  #score: Uint8Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.#node = new Uint32Array(Math.max(64, capacity));
    this.#score = new Uint8Array(Math.max(64, capacity));
  }

  push(node: number, score: number): void {
    if (this.length === this.#node.length) {
      const [nodes, scores] = [this.#node, this.#score];
      this.#node = new Uint32Array(this.length * 2);
      this.#score = new Uint8Array(this.length * 2);
      this.#node.set(nodes);
      this.#score.set(scores);
    }
    this.#node[this.length] = node;
    this.#score[this.length++] = score;
  }

  columns(): { shownNode: Uint32Array; shownScore: Uint8Array } {
    return { shownNode: this.#node.slice(0, this.length), shownScore: this.#score.slice(0, this.length) };
  }
}
