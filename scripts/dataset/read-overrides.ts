/** Reads the project's list of places that names alone cannot settle. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IngestInput } from '../../src/ingest/ingest.ts';
import { readInput } from './read-inputs.ts';

/** Made by hand. */
export const OVERRIDES = fileURLToPath(new URL('../../data/place-overrides.csv', import.meta.url));

/** data/place-overrides.csv, or undefined where somebody removed it. */
export function readOverrides(): IngestInput | undefined {
  return existsSync(OVERRIDES) ? readInput(OVERRIDES) : undefined;
}
