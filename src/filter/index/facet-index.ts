/** What counting needs of one facet, worked out once when a dataset is opened. */
import {
  AUTHOR_FACET,
  type Dataset,
  type Facet,
  type FacetId,
  type Hundredths,
  type IdColumn,
  type WholeColumn,
} from '../../model/dataset.ts';
import { bylinesAsSets } from './bylines.ts';
import { buildReach, cellForm, type CellForm, type NodeColumn } from './reach.ts';
import { codeOfNodes, findPlaces, unionsByConcept, type UnionNode } from './union-nodes.ts';

/**
 * One facet, ready to be counted. Its nodes are the dataset's concepts, with the same ids, and after them the
 * unions: one node for each country, region or city that several concepts stand for, because the source may place
 * one country under two continents and name a city without its region. A union has no parent, is no root and takes
 * no part in what parents sum up.
 *
 * Rows that belong to record r are the entries `offset[r]` (included) to `offset[r + 1]` (excluded) of a column.
 */
export interface FacetIndex {
  readonly facet: FacetId;
  /** Concepts of the dataset's facet; for the author facet the number of authors. */
  readonly conceptCount: number;
  /** Concepts and unions together: every node id lies in 0 to `nodeCount - 1`. */
  readonly nodeCount: number;
  /** Each node's parent, -1 for roots and unions. A parent's id is smaller than its child's. */
  readonly parent: Int32Array;
  /** The nodes that stand for several concepts, in ascending order of node. */
  readonly unions: readonly UnionNode[];
  /**
   * The node that stands for a country (ISO 3166-1 alpha-3), for a first-level region that any concept is or lies in
   * (ISO 3166-2) or for a city ("GN" and its GeoNames id): the concept above all others of the place, else a union.
   */
  readonly nodeByCode: ReadonlyMap<string, number>;
  /** Each concept's ISO code, each union's key in {@link nodeByCode}; "" where a concept has none. Empty where flat. */
  readonly codeOfNode: readonly string[];

  /** The record's own tags, ascending by concept, each concept once; authors as the byline names them. */
  readonly tagOffset: Uint32Array;
  readonly tagConcept: IdColumn;
  /** Hundredths, 0 to 100. Empty where the facet is flat: then each is {@link SURE}. */
  readonly tagScore: Uint8Array;
  /**
   * Highest score among the same record's tags strictly below this tag's concept; -1 where there is none. Empty where
   * the facet is flat.
   */
  readonly tagMaxBelow: Int8Array;
  /**
   * Where the tag stops being what the record is surest of: going up from its concept, the first node that another
   * of the record's tags shows as surely or more; `nodeCount` where there is none. The nodes from the concept (included)
   * to this one (excluded) are shown with this tag's score, so that each node that a record shows, unions aside,
   * lies on the way of exactly one tag. A tag whose own concept is shown more surely from below has no way at all.
   */
  readonly tagEnd: NodeColumn;

  /** Rows of the unions that each record shows at threshold 0; empty where no concept is in a union. */
  readonly unionOffset: Uint32Array;
  /** A cell for each of them: the union and the record's largest score at or below it, see {@link nodeOfCell}. */
  readonly unionCell: Uint32Array;
  /** How cells are made. */
  readonly cells: CellForm;
  /** Whether nothing stands below anything, all scores are 1 and no tag is hidden, as with authors. */
  readonly isFlat: boolean;

  /** By record: tags that the source has and did not show. */
  readonly hidden: WholeColumn;
  /** Whether it did so with any record. */
  readonly isCut: boolean;
}

/** The score of an author, and of all that is certain. */
export const SURE: Hundredths = 100;

/** Each tag's score in hundredths; made anew where the facet is flat. */
export function tagScoresOf({ isFlat, tagConcept, tagScore }: FacetIndex): Uint8Array {
  return isFlat ? new Uint8Array(tagConcept.length).fill(SURE) : tagScore;
}

/** How many cells there may be: they lie in 0 to this, excluded. */
export function cellCount({ nodeCount, cells }: FacetIndex): number {
  return nodeCount * cells.width;
}

/** The node that the cell stands for. */
export function nodeOfCell({ cells }: FacetIndex, cell: number): number {
  return Math.trunc(cell / cells.width);
}

/** The score that the cell stands for, hundredths. */
export function scoreOfCell({ cells }: FacetIndex, cell: number): Hundredths {
  return cells.lowest + (cell % cells.width);
}

/**
 * Indexes one facet of a decoded dataset.
 * @param facet validated: parents before children, tags ascending within a record
 * @param recordCount records of the dataset
 */
export function buildFacetIndex(facet: Facet, recordCount: number): FacetIndex {
  const { concepts, tagOffset, tagConcept, tagScore, hidden } = facet;
  const conceptCount = concepts.parent.length;
  const { unions, nodeByCode } = findPlaces(concepts);
  const nodeCount = conceptCount + unions.length;
  const parent = new Int32Array(nodeCount).fill(-1);
  parent.set(concepts.parent);
  const cells = cellForm(tagScore);
  return {
    facet: facet.id,
    conceptCount,
    nodeCount,
    parent,
    unions,
    nodeByCode,
    codeOfNode: codeOfNodes(concepts, unions),
    tagOffset,
    tagConcept,
    tagScore,
    hidden,
    isCut: hidden.some(Boolean),
    cells,
    isFlat: false,
    ...buildReach(facet, recordCount, nodeCount, unionsByConcept(conceptCount, unions), cells),
  };
}

/** Indexes every facet, and at last the authors, one whenever it is asked for. */
export function* indexesOf(dataset: Dataset): Generator<FacetIndex> {
  for (const facet of dataset.facets) yield buildFacetIndex(facet, dataset.recordCount);
  yield buildAuthorIndex(dataset);
}

/** Indexes the authors as a flat facet: every author of a record is a tag of score 1, and none is hidden. */
export function buildAuthorIndex(dataset: Dataset): FacetIndex {
  const authorCount = dataset.authors.family.length;
  const { offset, author } = bylinesAsSets(dataset.records, authorCount);
  return {
    facet: AUTHOR_FACET,
    conceptCount: authorCount,
    nodeCount: authorCount,
    parent: new Int32Array(authorCount).fill(-1),
    unions: [],
    nodeByCode: new Map(),
    codeOfNode: [],
    tagOffset: offset,
    tagConcept: author,
    tagScore: new Uint8Array(0),
    tagMaxBelow: new Int8Array(0),
    tagEnd: new Uint32Array(0),
    unionOffset: new Uint32Array(0),
    unionCell: new Uint32Array(0),
    cells: { lowest: SURE, highest: SURE, width: 1 },
    isFlat: true,
    hidden: new Uint8Array(dataset.recordCount),
    isCut: false,
  };
}
