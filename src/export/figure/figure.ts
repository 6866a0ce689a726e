/** What figures are made from, and what they are. */
import type { Regions } from '../../layout/map/country-map.ts';
import type { World } from '../../layout/map/world.ts';
import type { DrawnCoauthors } from '../../state/coauthors/drawn-coauthors.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Markup, Measure } from './svg.ts';

/** All that a file shows. The explorer is only read. */
export interface FigureInput {
  readonly explorer: Explorer;
  readonly world: World;
  /** The regions of the country in focus; null on the world. */
  readonly regions: Regions | null;
  /** The graph with its people in their places; null where nobody asks for it, or the dataset names no author. */
  readonly graph: DrawnCoauthors | null;
  readonly measure: Measure;
  readonly facts: FileFacts;
}

/** What the state doesn't know. */
export interface FileFacts {
  /** The page's address with the state, absolute; "" where it leads to another dataset than the one that is shown. */
  readonly link: string;
  /** The same state's query, not packed, without what is not ours. */
  readonly query: string;
  /** "2026-11-22": the day of the export. */
  readonly exported: string;
}

/** A drawing of the size that was asked for, its upper left corner at [0, 0]. */
export interface Figure {
  readonly title: string;
  /** What is counted and shown. */
  readonly subtitle: string;
  /** What colours and shapes mean, in words, a mark each; for metadata, where nothing is seen. */
  readonly legend: readonly string[];
  readonly body: Markup;
  /** px; the height may be less than what was asked for. */
  readonly width: number;
  readonly height: number;
  /** What the drawing leaves out or cannot say, a sentence each. */
  readonly notes: readonly string[];
}

export type DrawFigure = (input: FigureInput, width: number, height: number) => Figure;
