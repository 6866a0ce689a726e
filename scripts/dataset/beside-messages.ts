/** What the first thread and the second say to each other. */
import type { SourceSpec } from '../../src/ingest/facets.ts';
import type { IngestOptions } from '../../src/ingest/ingest.ts';
import type { TaggedPath } from '../../src/ingest/parsed-record.ts';
import type { RowsData } from '../../src/ingest/records/record-rows.ts';
import type { ResolvedPlaces } from '../../src/ingest/places/resolve-all-places.ts';
import type { NameQuestion, Suggestions } from '../../src/ingest/authors/suggestions.ts';
import type { Part } from './plan-parts.ts';
import type { ReadPartOfFile } from './read-parts.ts';

/** Small files that the thread needs for its answers. */
export type Lists = Pick<IngestOptions, 'overrides' | 'authors'>;

/** What the thread is asked for at first. */
export interface ToBeside {
  /** Of all files of the run. */
  readonly names: readonly string[];
  readonly parts: readonly Part[];
  readonly source: SourceSpec;
  readonly lists: Lists;
}

/** What it is asked for later. */
export type Question =
  | { readonly kind: 'places'; readonly paths: readonly TaggedPath[] }
  | { readonly kind: 'suggestions'; readonly names: NameQuestion };

/** What was read beside; the rows of the first part have its own lines' numbers. */
export interface ReadBeside {
  readonly rows: RowsData;
  readonly parts: readonly ReadPartOfFile[];
}

/** What the thread tells: that bytes were read, the end, why a file cannot be read, an answer. */
export type FromBeside =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'done'; readonly read: ReadBeside }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'places'; readonly places: ResolvedPlaces }
  | { readonly kind: 'suggestions'; readonly suggestions: Suggestions };
