/** Reads the list that says who is who among the authors. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IngestInput } from '../../src/ingest/ingest.ts';
import { readInput } from './read-inputs.ts';

/** Made by hand; read where no other list is asked for. */
export const AUTHORS = fileURLToPath(new URL('../../data/authors.csv', import.meta.url));

/**
 * The list that was asked for, else data/authors.csv, or undefined where somebody removed that.
 * @throws {UserError} where the file that was asked for cannot be read
 */
export function readAuthors(asked: string | undefined): IngestInput | undefined {
  if (asked !== undefined) return readInput(asked);
  return existsSync(AUTHORS) ? readInput(AUTHORS) : undefined;
}
