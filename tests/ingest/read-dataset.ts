import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ingestTexts } from '../../src/ingest/ingest.ts';
import type { Dataset } from '../../src/model/dataset.ts';

/** Ingests files by their paths from the root of the repository. */
export function readDataset(...paths: string[]): Dataset {
  return ingestTexts(paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') })));
}
