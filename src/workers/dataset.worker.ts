/** The dataset worker: fetches, parses and checks on a thread of its own. */
import type { LoadRequest } from './dataset-messages.ts';
import { answerLoad } from './dataset-session.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', (event: MessageEvent<LoadRequest>) => {
  void answerLoad(event.data, (answer, transfer) => self.postMessage(answer, transfer));
});
