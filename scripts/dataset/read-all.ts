/** Reads all input files: much text in two threads, the second part beside the first, to the same result. */
import { basename } from 'node:path';
import { Ingestion, type ReadFiles } from '../../src/ingest/ingestion.ts';
import { BesideThread } from './beside-thread.ts';
import type { Plan } from './plan-parts.ts';
import { readParts } from './read-parts.ts';

/**
 * Reads the files into one ingestion, as planned.
 * @param onRead told how many bytes were read from the disk
 * @throws {UserError} for the first file that cannot be read
 */
export async function readAll(
  files: readonly string[],
  plan: Pick<Plan, 'here' | 'beside' | 'source'>,
  onRead: (bytes: number) => void,
): Promise<ReadFiles> {
  const thread = plan.beside.length === 0 ? undefined : new BesideThread(files, plan, onRead);
  try {
    return await readWith(thread, files, plan, onRead);
  } finally {
    await thread?.stop();
  }
}

/**
 * The same with a thread that reads the later parts already.
 * @param plan the parts that are read in this thread, and the source of all
 * @throws {UserError} for the first file that cannot be read
 */
export async function readWith(
  thread: BesideThread | undefined,
  files: readonly string[],
  { here, source }: Pick<Plan, 'here' | 'source'>,
  onRead: (bytes: number) => void,
): Promise<ReadFiles> {
  const ingestion = new Ingestion(
    files.map((file) => basename(file)),
    source,
  );
  const parts = await readParts(ingestion, here, onRead);
  if (thread !== undefined) {
    const read = await thread.read;
    const [first] = read.parts;
    // the file that was cut: its lines so far were counted here
    const before = parts.find(({ file }) => file === first?.file);
    const uncounted = before && { file: before.file, lines: before.linesIn };
    ingestion.rows.append(read.rows, uncounted);
    parts.push(...read.parts);
  }
  files.forEach((_, file) => ingestion.endFile(parts.filter((part) => part.file === file)));
  return ingestion;
}
