/** The dataset worker: a {@link DatasetSession} on a thread of its own. */
import type { DatasetRequest } from './dataset-messages.ts';
import { DatasetSession } from './dataset-session.ts';

declare const self: DedicatedWorkerGlobalScope;

const session = new DatasetSession(
  (answer, transfer) => self.postMessage(answer, transfer),
  // most visitors open no file
  async (...file) => (await import('../ingest/ingest-file.ts')).ingestFile(...file),
);

self.addEventListener('message', (event: MessageEvent<DatasetRequest>) => session.receive(event.data));
