/** The dataset worker: a {@link DatasetSession} on a thread of its own. */
import type { DatasetRequest } from './dataset-messages.ts';
import { DatasetSession } from './dataset-session.ts';

declare const self: DedicatedWorkerGlobalScope;

const session = new DatasetSession(
  (answer, transfer) => self.postMessage(answer, transfer),
  // most visitors open no file
  async (name, bytes) => (await import('../ingest/ingest-file.ts')).ingestFile(name, bytes),
);

self.addEventListener('message', (event: MessageEvent<DatasetRequest>) => session.receive(event.data));
