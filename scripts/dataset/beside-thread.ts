/** The second thread as the first one sees it: it reads the later parts, then answers questions. */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Beside } from '../../src/ingest/beside.ts';
import type { TaggedPath } from '../../src/ingest/parsed-record.ts';
import type { ResolvedPlaces } from '../../src/ingest/places/resolve-all-places.ts';
import type { NameQuestion, Suggestions } from '../../src/ingest/authors/suggestions.ts';
import type { FromBeside, Lists, Question, ReadBeside, ToBeside } from './beside-messages.ts';
import type { Plan } from './plan-parts.ts';
import { READ_WORKER } from './read-worker-place.ts';
import { UserError } from './user-error.ts';

/** As much memory is filled before it is looked for what is still used: more would stay taken for nothing. */
const YOUNG_MB = 16;

/** Begins to read at once. */
export class BesideThread implements Beside {
  /** Rejected with a {@link UserError} for the first file that cannot be read. */
  readonly read: Promise<ReadBeside>;
  readonly #worker: Worker;
  /** Those who wait for the kind of answer, the first of them first. */
  readonly #waiting = new Map<FromBeside['kind'], Waiting[]>();
  #fault: Error | undefined;

  /** @param onRead told how many bytes were read from the disk */
  constructor(
    files: readonly string[],
    { beside, source }: Pick<Plan, 'beside' | 'source'>,
    onRead: (bytes: number) => void,
    lists: Lists = {},
  ) {
    const workerData: ToBeside = { names: files.map((file) => basename(file)), parts: beside, source, lists };
    this.#worker = new Worker(READ_WORKER, {
      workerData,
      // it loads what it needs itself; the loader of this process would start a thread of its own for it
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.read = this.#answer<'done'>('done').then(({ read }) => read);
    // what is read here first may fail first
    this.read.catch(() => undefined);
    this.#worker.on('message', (message: FromBeside) => {
      if (message.kind === 'read') onRead(message.bytes);
      else if (message.kind === 'fault') this.#fail(new UserError(message.message));
      else this.#waiting.get(message.kind)?.shift()?.resolve(message);
    });
    this.#worker.on('error', (fault) => this.#fail(fault));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread beside ended with ${code}`)));
  }

  async places(paths: readonly TaggedPath[]): Promise<ResolvedPlaces> {
    return (await this.#ask({ kind: 'places', paths })).places;
  }

  async suggestions(names: NameQuestion): Promise<Suggestions> {
    return (await this.#ask({ kind: 'suggestions', names })).suggestions;
  }

  /** Ends the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<K extends Question['kind']>(question: Question & { readonly kind: K }): Promise<Answer<K>> {
    this.#worker.postMessage(question);
    return this.#answer(question.kind);
  }

  #answer<K extends FromBeside['kind']>(kind: K): Promise<Answer<K>> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(kind) ?? [];
      this.#waiting.set(kind, [...others, { resolve: resolve as Waiting['resolve'], reject }]);
    });
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { reject } of [...this.#waiting.values()].flat()) reject(this.#fault);
  }
}

type Answer<K extends FromBeside['kind']> = Extract<FromBeside, { readonly kind: K }>;

interface Waiting {
  readonly resolve: (answer: FromBeside) => void;
  readonly reject: (fault: unknown) => void;
}
