/** The second thread: reads the later parts of the input, then finds places and likely duplicates; see beside-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import type { TaggedPath } from '../../src/ingest/parsed-record.ts';
import { parsePlaceOverrides } from '../../src/ingest/place-overrides.ts';
import type { RowsData } from '../../src/ingest/record-rows.ts';
import { PlaceFinder } from '../../src/ingest/resolve-all-places.ts';
import { readAuthorList } from '../../src/ingest/settle-authors.ts';
import { answerNames } from '../../src/ingest/suggestions.ts';
import { openGazetteer } from '../gazetteer/gazetteer.ts';
import type { FromBeside, Lists, Question, ToBeside } from './beside-messages.ts';
import { readParts } from './read-parts.ts';
import { UserError } from './user-error.ts';

const tell = (message: FromBeside, moved: readonly ArrayBuffer[] = []) =>
  parentPort!.postMessage(message, [...moved]);

async function main(): Promise<void> {
  const { names, parts, lists } = workerData as ToBeside;
  const ingestion = new Ingestion(names);
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
function answerQuestions({ overrides: file, authors }: Lists, places: readonly TaggedPath[]): void {
  const { overrides } = parsePlaceOverrides(file?.name ?? '', file?.text ?? '');
  let finder: PlaceFinder | undefined = new PlaceFinder({ gazetteer: openGazetteer(), overrides });
  finder.prepare(places);
  parentPort!.on('message', (question: Question) => {
    if (question.kind === 'places') {
      tell({ kind: 'places', places: finder!.resolve(question.paths) });
      // its memory is not needed any more
      finder = undefined;
    } else {
      const { identities } = readAuthorList(authors);
      tell({ kind: 'suggestions', suggestions: answerNames(question.names, identities) });
    }
  });
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
