/** The layout worker: a {@link LayoutSession} on a thread of its own. */
import { LayoutSession } from './layout-session.ts';

declare const self: DedicatedWorkerGlobalScope;

const session = new LayoutSession((answer, transfer) => self.postMessage(answer, transfer), 40);

self.addEventListener('message', (event) => session.receive(event.data));
