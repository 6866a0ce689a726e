/** What the page and the layout worker say to each other. Every message carries the id of its request. */
import type { LayoutGraph, LayoutPicture } from '../layout/coauthor-layout.ts';

/** Page to worker: lay this graph out. It replaces a layout that is still running. */
export interface LayoutRequest {
  readonly kind: 'layout';
  readonly id: number;
  readonly graph: LayoutGraph;
  /** Width by height of the panel, above 0. */
  readonly aspect: number;
}

/** Page to worker: stop; nothing more is answered to that id. */
export interface LayoutCancel {
  readonly kind: 'cancel';
  readonly id: number;
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

export type LayoutQuestion = LayoutRequest | LayoutCancel;

export type LayoutAnswer = LayoutProgress | LayoutResult | LayoutFault;
