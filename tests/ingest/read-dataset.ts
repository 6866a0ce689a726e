import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Gazetteer } from '../../src/ingest/places/gazetteer.ts';
import { ingestTexts } from '../../src/ingest/ingest.ts';
import type { Dataset } from '../../src/model/dataset.ts';

/** Ingests a file by its path from the root of the repository; regions and cities need a gazetteer. */
export function readDataset(path: string, gazetteer?: Gazetteer): Dataset {
  const input = { name: basename(path), text: readFileSync(path, 'utf8') };
  return ingestTexts([input], gazetteer === undefined ? {} : { gazetteer });
}
