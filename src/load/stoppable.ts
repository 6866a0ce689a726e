/** Loading that can be given up though something of it goes on. */
import { LoadError } from './answer-for.ts';

export interface Stoppable<T> {
  /** Rejects with a {@link LoadError} after `stop`, unless it has ended. */
  readonly loaded: Promise<T>;
  readonly stop: () => void;
}

/**
 * @param address of the file that is given up, for the message
 * @param end ends what still goes on, once all of it is given up or a part of it has failed; without effect where nothing does
 */
export function stoppable<T>(work: Promise<T>, address: string, end: () => void): Stoppable<T> {
  work.catch(end);
  let refuse: (why: LoadError) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => (refuse = reject));
  const stop = () => {
    end();
    refuse(new LoadError(`Loading ${address} was stopped.`, 'Reload this page to load it after all.'));
  };
  return { loaded: Promise.race([work, stopped]), stop };
}
