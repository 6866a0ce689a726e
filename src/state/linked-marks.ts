/** Linked highlighting: what the hovered thing touches in the other views. Changes no count. */
import type { CrossFilter } from '../filter/cross-filter.ts';
import type { FacetId, RecordIndex } from '../model/dataset.ts';

/** What the pointer or the keyboard rests on. */
export type HoverTarget =
  | { readonly kind: 'node'; readonly facet: FacetId; readonly node: number }
  | { readonly kind: 'record'; readonly record: RecordIndex };

/** The active records behind the hovered thing and the nodes that they show. */
export interface LinkedMarks {
  readonly target: HoverTarget;
  readonly records: ReadonlySet<RecordIndex>;
  /** By facet, by node: 1 where one of the records shows it. */
  readonly nodes: ReadonlyMap<FacetId, Uint8Array>;
}

/**
 * Finds the records behind the target and everything that they show.
 * @returns null where no active record is behind it: views in which all fades would look broken
 */
export function linkedMarks(engine: CrossFilter, target: HoverTarget): LinkedMarks | null {
  const records =
    target.kind === 'record'
      ? Uint32Array.of(target.record)
      : engine.recordsShowing(target.facet, target.node);
  if (records.length === 0) return null;
  const nodes = new Map<FacetId, Uint8Array>();
  for (const facet of engine.indexes.keys()) nodes.set(facet, engine.shownAmong(facet, records));
  return { target, records: new Set(records), nodes };
}
