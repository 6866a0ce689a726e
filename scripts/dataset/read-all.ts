/** Reads all input files: much text in two threads, the second part beside the first, to the same result. */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Ingestion, type ReadFiles } from '../../src/ingest/ingestion.ts';
import type { Part, Plan } from './plan-parts.ts';
import { readParts } from './read-parts.ts';
import type { FromBeside, ReadBeside, ToBeside } from './read-worker.ts';
import { UserError } from './user-error.ts';

/**
 * Reads the files into one ingestion, as planned.
 * @param onRead told how many bytes were read from the disk
 * @throws {UserError} for the first file that cannot be read
 */
export async function readAll(
  files: readonly string[],
  { here, beside }: Pick<Plan, 'here' | 'beside'>,
  onRead: (bytes: number) => void,
): Promise<ReadFiles> {
  const ingestion = new Ingestion(files.map((file) => basename(file)));
  const other = beside.length === 0 ? undefined : new Beside(files, beside, onRead);
  try {
    const parts = await readParts(ingestion, here, onRead);
    if (other !== undefined) {
      const read = await other.done;
      ingestion.rows.append(read.rows);
      parts.push(...read.parts);
    }
    files.forEach((_, file) => ingestion.endFile(parts.filter((part) => part.file === file)));
    return ingestion;
  } finally {
    await other?.stop();
  }
}

/** A thread that reads the later parts. */
class Beside {
  readonly done: Promise<ReadBeside>;
  readonly #worker: Worker;

  constructor(files: readonly string[], parts: readonly Part[], onRead: (bytes: number) => void) {
    const workerData: ToBeside = { names: files.map((file) => basename(file)), parts };
    this.#worker = new Worker(new URL('./read-worker-start.mjs', import.meta.url), { workerData });
    this.done = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromBeside) => {
        if (message.kind === 'read') onRead(message.bytes);
        else if (message.kind === 'done') resolve(message.read);
        else reject(new UserError(message.message));
      });
      this.#worker.on('error', reject);
      this.#worker.on('exit', (code) => reject(new Error(`reading beside ended with ${code}`)));
    });
    // what is read here first may fail first
    this.done.catch(() => undefined);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
