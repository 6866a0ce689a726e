/** The thread that reads the later parts of the input; see read-all.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import type { RowsData } from '../../src/ingest/record-rows.ts';
import type { Part } from './plan-parts.ts';
import { readParts, type ReadPartOfFile } from './read-parts.ts';
import { UserError } from './user-error.ts';

/** What the thread is asked for. */
export interface ToBeside {
  /** Of all files of the run. */
  readonly names: readonly string[];
  readonly parts: readonly Part[];
}

/** What was read beside. */
export interface ReadBeside {
  readonly rows: RowsData;
  readonly parts: readonly ReadPartOfFile[];
}

/** What the thread tells: that bytes were read, the end, or why a file cannot be read. */
export type FromBeside =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'done'; readonly read: ReadBeside }
  | { readonly kind: 'fault'; readonly message: string };

async function main(): Promise<void> {
  const { names, parts } = workerData as ToBeside;
  const tell = (message: FromBeside, moved: readonly ArrayBuffer[] = []) =>
    parentPort!.postMessage(message, [...moved]);
  const ingestion = new Ingestion(names);
  try {
    const read = await readParts(ingestion, parts, (bytes) => tell({ kind: 'read', bytes }));
    const rows = ingestion.rows.data();
    tell({ kind: 'done', read: { rows, parts: read } }, buffersOf(rows));
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    tell({ kind: 'fault', message: fault.message });
  }
}

/** The memory of all columns: it is moved, not copied. */
function buffersOf({ titles, abstracts, names, ...columns }: RowsData): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(add);
    else if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  };
  for (const part of [titles, abstracts, names, columns]) Object.values(part).forEach(add);
  return [...buffers];
}

await main();
