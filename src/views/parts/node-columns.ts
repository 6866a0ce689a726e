/** The columns of a table of nodes, and the numbers that they are sorted by. */
import type { FacetCounts } from '../../filter/cross-filter.ts';
import { formatCount } from '../../layout/text/number-format.ts';
import { facetById, type FacetId } from '../../model/dataset.ts';
import { sortByName } from '../../model/sort-by-name.ts';
import { rankOf, type Comparison } from '../../state/comparison.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { TableSort } from './table-sort.ts';

/** A further column, for what only one view knows; sorted by its number. */
export interface ExtraColumn {
  readonly label: string;
  readonly value: (node: number) => number;
  readonly format: (value: number) => string;
  /** Whether it is a text, which stands to the left and is cut where there is no room. */
  readonly isText?: boolean;
}

export type NodeColumn =
  | 'name'
  | 'code'
  | 'records'
  | 'possible'
  | 'fractional'
  | 'score'
  | 'highest'
  | 'against'
  | `extra ${number}`;

export interface ColumnNumbers {
  readonly counts: FacetCounts;
  /** The position of each node by its code. */
  readonly codeRanks: ReadonlyMap<number, number>;
  /** Null where nothing is compared. */
  readonly comparison: Comparison | null;
  readonly extra: readonly ExtraColumn[];
}

/** Nodes by their names, word by word; years, each under its decade, as they are listed: in the order of time. */
export function inNameOrder(
  { dataset, names }: Explorer,
  facet: FacetId,
  nodes: readonly number[],
): Uint32Array {
  if (facetById(dataset, facet)?.kind === 'time') return Uint32Array.from(nodes);
  return sortByName(nodes, (node) => names.short(facet, node));
}

/** Each column's number of a node, for a sort that way; names are sorted by themselves and have none. */
export function numbersBy({
  counts,
  codeRanks,
  comparison,
  extra,
}: ColumnNumbers): (sort: TableSort<NodeColumn>) => (node: number) => number {
  return ({ column, direction }) => {
    switch (column) {
      case 'name':
        return () => 0;
      case 'code':
        return (node) => codeRanks.get(node)!;
      case 'records':
        return (node) => counts.records[node]!;
      case 'possible':
        return (node) => counts.possible[node]!;
      case 'fractional':
        return (node) => counts.fractional[node]!;
      case 'score':
        return (node) => counts.scoreSum[node]!;
      case 'highest':
        return (node) => (counts.records[node]! > 0 ? counts.maxScore[node]! : -1);
      case 'against':
        return (node) => rankOf(comparison?.quotient(node) ?? null, direction);
      default:
        return extra[Number(column.slice(6))]!.value;
    }
  };
}

/** Letters of the longest number that records with hidden tags may bring one of these nodes to; 0 where there are none. */
export function digitsOf(
  { records, possible }: Pick<FacetCounts, 'records' | 'possible'>,
  nodes: readonly number[],
): number {
  return nodes.reduce((most, node) => {
    if (possible[node] === 0) return most;
    return Math.max(most, formatCount(records[node]! + possible[node]!).length);
  }, 0);
}
