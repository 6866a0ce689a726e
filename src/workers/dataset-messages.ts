/** What the page and the dataset worker say to each other. Every message carries the id of its request. */
import type { LoadProgress } from '../load/load-progress.ts';
import type { Dataset } from '../model/dataset.ts';
import type { SearchAnswer, SearchRequest } from '../search/search-messages.ts';

/** Page to worker: fetch or read, check and hand over the dataset. */
export interface LoadRequest {
  readonly kind: 'load';
  readonly id: number;
  /** As messages name the file. */
  readonly address: string;
  /** The same as a whole address: what is relative to the page is not relative to the worker. None of a file. */
  readonly url?: string;
  /** The file's text, where the page carries it. */
  readonly text?: string;
  /** The file itself, where somebody opened one: it is read here, by nobody else. */
  readonly file?: File;
}

/** The long lists of texts, which go over in pieces. */
export type TextColumnName = 'family' | 'given';

/** Worker to page: how far it is. */
export interface LoadProgressMessage {
  readonly kind: 'progress';
  readonly id: number;
  readonly progress: LoadProgress;
}

/** Worker to page: the next rows of a column; each column's pieces come in order, before the dataset. */
export interface TextPiece {
  readonly kind: 'texts';
  readonly id: number;
  readonly column: TextColumnName;
  readonly texts: readonly (string | null)[];
}

/** Worker to page: the rest, with empty lists for the columns that came in pieces. The last answer to a load. */
export interface DatasetFrame {
  readonly kind: 'dataset';
  readonly id: number;
  readonly dataset: Dataset;
}

/** Worker to page: it cannot be had. */
export interface LoadFaultMessage {
  readonly kind: 'fault';
  readonly id: number;
  readonly message: string;
  /** What to do; null for a fault of the page itself. */
  readonly advice: string | null;
}

/** Worker to page about a load. */
export type LoadAnswer = LoadProgressMessage | TextPiece | DatasetFrame | LoadFaultMessage;

/** Page to worker; searches come after the dataset. */
export type DatasetRequest = LoadRequest | SearchRequest;

export type DatasetAnswer = LoadAnswer | SearchAnswer;
