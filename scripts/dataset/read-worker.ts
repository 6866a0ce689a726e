/** The second thread: reads the later parts of the input, then finds places and likely duplicates; see beside-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import type { TaggedPath } from '../../src/ingest/parsed-record.ts';
import type { RowsData } from '../../src/ingest/records/record-rows.ts';
import { Answers } from './answers.ts';
import type { FromBeside, Lists, Question, ToBeside } from './beside-messages.ts';
import { readParts } from './read-parts.ts';
import { UserError } from './user-error.ts';

const tell = (message: FromBeside, moved: readonly ArrayBuffer[] = []) =>
  parentPort!.postMessage(message, [...moved]);

async function main(): Promise<void> {
  const { names, parts, source, lists } = workerData as ToBeside;
  const ingestion = new Ingestion(names, source);
  try {
    const read = await readParts(ingestion, parts, (bytes) => tell({ kind: 'read', bytes }));
    const places = ingestion.rows.places;
    const rows = ingestion.rows.data();
    tell({ kind: 'done', read: { rows, parts: read } }, buffersOf(rows));
    answerQuestions(lists, places);
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    tell({ kind: 'fault', message: fault.message });
  }
}

/** @param places some of those that will be asked for */
function answerQuestions(lists: Lists, places: readonly TaggedPath[]): void {
  const answers = new Answers(lists);
  answers.prepare(places);
  parentPort!.on('message', (question: Question) => void answer(question, answers));
}

async function answer(question: Question, answers: Answers): Promise<void> {
  if (question.kind === 'places') {
    tell({ kind: 'places', places: await answers.places(question.paths) });
  } else tell({ kind: 'suggestions', suggestions: await answers.suggestions(question.names) });
}

/** The memory of all columns: it is moved, not copied. That of texts is shared. */
function buffersOf({ titles, abstracts, urls, names, ...columns }: RowsData): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(add);
    else if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  };
  for (const part of [titles, abstracts, urls, names, columns]) Object.values(part).forEach(add);
  return [...buffers];
}

await main();
