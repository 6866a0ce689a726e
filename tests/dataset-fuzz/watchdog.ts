/** Ends the process when one case takes too long: a loop without end leaves its own thread no chance to say so. */
import { Worker } from 'node:worker_threads';

/** As much of a case's text as is told. */
const TEXT_LIMIT = 20_000;

/** Looks at the other thread's count of cases; where it has stopped for too long, tells the text and ends the process. */
const GUARD = `
  const { writeSync } = require('node:fs');
  const { workerData } = require('node:worker_threads');
  const { count, length, text, limitMs } = workerData;
  let [seen, since] = [-1, Date.now()];
  setInterval(() => {
    const now = Atomics.load(count, 0);
    if (now !== seen) [seen, since] = [now, Date.now()];
    else if (now >= 0 && Date.now() - since > limitMs) {
      const shown = Buffer.from(text.slice(0, Atomics.load(length, 0))).toString();
      writeSync(2, 'no end after ' + limitMs + ' ms: ' + shown + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }
  }, Math.min(1000, limitMs / 4)).unref();
  setInterval(() => undefined, 1 << 30);
`;

export class Watchdog {
  readonly #count = new Int32Array(new SharedArrayBuffer(4));
  readonly #length = new Int32Array(new SharedArrayBuffer(4));
  readonly #text = new Uint8Array(new SharedArrayBuffer(TEXT_LIMIT));
  readonly #worker: Worker;

  /** @param limitMs how long one case may take, far above what a busy machine needs */
  constructor(limitMs: number) {
    const workerData = { count: this.#count, length: this.#length, text: this.#text, limitMs };
    // loaders that this process was started with would ask the thread that hangs
    this.#worker = new Worker(GUARD, { eval: true, workerData, execArgv: [] });
    this.#worker.unref();
  }

  /** A case begins, and the one before has ended. */
  begin(text: string): void {
    const bytes = Buffer.from(text.slice(0, TEXT_LIMIT)).subarray(0, TEXT_LIMIT);
    this.#text.set(bytes);
    Atomics.store(this.#length, 0, bytes.length);
    Atomics.add(this.#count, 0, 1);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
