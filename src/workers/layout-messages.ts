/** What the page and the layout worker say to each other. Every message carries the id of its request. */
import type { Bylines, CoauthorGraph } from '../layout/coauthors/coauthor-graph.ts';
import type { LayoutPicture } from '../layout/coauthors/coauthor-layout.ts';
import type { AskedPart } from '../layout/coauthors/coauthor-subgraph.ts';
import type { Communities } from '../layout/coauthors/communities.ts';

/** Which graph is wanted. */
export interface GraphQuestion {
  readonly bylines: Bylines;
  /** Authors of the dataset, also those without a record. */
  readonly authorCount: number;
  /** A record with more authors is a hub; at least 2. */
  readonly maxPairAuthors: number;
  readonly part: AskedPart;
  /** Whether the page has places for everybody, so that communities are what it waits for. */
  readonly coloursFirst: boolean;
  /** Width by height of the panel, above 0; null while there is no panel yet: a {@link LayoutAspect} follows. */
  readonly aspect: number | null;
}

/** A question of which the panel is known. */
export interface PanelQuestion extends GraphQuestion {
  readonly aspect: number;
}

/** Page to worker: make this graph and lay it out. It replaces a layout that is still running. */
export interface LayoutRequest extends GraphQuestion {
  readonly kind: 'layout';
  readonly id: number;
}

/** Page to worker: the panel of a request that came without. Until then only the graph is answered. */
export interface LayoutAspect {
  readonly kind: 'aspect';
  readonly id: number;
  /** Width by height, above 0. */
  readonly aspect: number;
}

/** Page to worker: stop; nothing more is answered to that id. */
export interface LayoutCancel {
  readonly kind: 'cancel';
  readonly id: number;
}

/** Worker to page: the graph that was asked for, before any picture of it. */
export interface LayoutGraphAnswer {
  readonly kind: 'graph';
  readonly id: number;
  readonly graph: CoauthorGraph;
}

/** Worker to page: the communities of all records' graph, by node of the graph that was asked for. */
export interface LayoutCommunities {
  readonly kind: 'communities';
  readonly id: number;
  readonly communities: Communities;
}

/** Worker to page: positions on the way; the arrays are copies and may be kept. */
export interface LayoutProgress {
  readonly kind: 'progress';
  readonly id: number;
  /** How much is done, 0 to 1. */
  readonly share: number;
  readonly picture: LayoutPicture;
}

/** Worker to page: the positions. The last answer to a request. */
export interface LayoutResult {
  readonly kind: 'result';
  readonly id: number;
  readonly picture: LayoutPicture;
}

/** Worker to page: the request could not be answered. */
export interface LayoutFault {
  readonly kind: 'fault';
  /** -1 where the request was too broken to have one. */
  readonly id: number;
  /** In words, for a person. */
  readonly message: string;
}

export type LayoutQuestion = LayoutRequest | LayoutAspect | LayoutCancel;

export type LayoutAnswer =
  LayoutGraphAnswer | LayoutCommunities | LayoutProgress | LayoutResult | LayoutFault;
