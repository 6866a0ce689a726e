/** A dataset asked for by a short script before the page's own is there, which takes it over. */
import type { DatasetRequest } from './dataset-messages.ts';

/** Id of the request; the page's own count from 1. */
export const EARLY_ID = 0;

/** A worker that was asked for a dataset, and what it said until it was taken over, unread. */
export interface EarlyDataset {
  readonly worker: Worker;
  readonly heard: readonly Event[];
}

interface Waiting extends EarlyDataset {
  readonly address: string;
  readonly listening: AbortController;
}

/** The two scripts have nothing in common but the page. Null: the page's own has begun by itself. */
const KEY = Symbol.for('whereabouts.early-dataset');
const place = globalThis as unknown as Record<typeof KEY, Waiting | null | undefined>;

/**
 * Asks for a dataset, unless that is too late.
 * @param script address of the dataset worker's script
 * @param address of the dataset, relative to the page
 */
export function beginDataset(script: string, address: string): void {
  if (place[KEY] !== undefined) return;
  const worker = new Worker(script, { type: 'module' });
  const heard: Event[] = [];
  const listening = new AbortController();
  for (const type of ['message', 'messageerror', 'error']) {
    worker.addEventListener(type, (event) => heard.push(event), { signal: listening.signal });
  }
  const url = new URL(address, document.baseURI).href;
  worker.postMessage({ kind: 'load', id: EARLY_ID, address, url } satisfies DatasetRequest);
  place[KEY] = { worker, heard, address, listening };
}

/** What was begun for this address, once; undefined where nothing was. */
export function takeEarlyDataset(address: string): EarlyDataset | undefined {
  const early = place[KEY];
  place[KEY] = null;
  if (early?.address !== address) return undefined;
  early.listening.abort();
  return early;
}
