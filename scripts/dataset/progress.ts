/** A line on the terminal that tells what is done and how far that has come. */
import { turn } from './turn.ts';

/** What of the terminal is used; nothing is written where it is none. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

/** Counts bytes against the size of all files. Quiet where the output is no terminal. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #now: () => number;
  readonly #start: number;
  #done = 0;
  #written = 0;
  #writingSince = 0;
  #shownAt: number;
  #isShown = false;

  /**
   * @param total bytes of all files
   * @param now milliseconds of a clock that never goes back
   */
  constructor(total: number, terminal: Terminal = process.stderr, now = () => performance.now()) {
    this.#terminal = terminal;
    this.#total = total;
    this.#now = now;
    this.#start = now();
    this.#shownAt = this.#start;
  }

  /** Further bytes were read. */
  read(bytes: number): void {
    this.#done += bytes;
    this.#showNow((now) => `Reading ${progressText(this.#done, this.#total, (now - this.#start) / 1000)}`);
  }

  /** Further bytes were written; how many there will be is not known. */
  wrote(bytes: number): void {
    if (this.#written === 0) this.#writingSince = this.#now();
    this.#written += bytes;
    this.#showNow((now) => `Writing ${progressText(this.#written, 0, (now - this.#writingSince) / 1000)}`);
  }

  /**
   * What begins now. Others have their turn before it does: a request to end is heard.
   * @param share how much of it is done, 0 to 1, where that is known
   */
  async stage(text: string, share?: number): Promise<void> {
    this.show(share === undefined ? text : `${text}, ${Math.floor(100 * share)} %`);
    await turn();
  }

  #showNow(text: (now: number) => string): void {
    const now = this.#now();
    if (now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.show(text(now));
  }

  /** What is being done now. */
  show(text: string): void {
    if (this.#terminal.isTTY !== true) return;
    this.#isShown = true;
    this.#terminal.write(CLEAR_LINE + text);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) this.#terminal.write(CLEAR_LINE);
    this.#isShown = false;
  }
}

/**
 * "42 %, 180.0 MB/s, 3 s left"; without share and rest where the size is not known or is passed.
 * @param seconds since the beginning, from 0
 */
export function progressText(done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = rate > 0 ? [`${(rate / 1e6).toFixed(1)} MB/s`] : [];
  if (total <= 0 || done > total) return [`${(done / 1e6).toFixed(1)} MB`, ...speed].join(', ');
  const left = rate > 0 ? [`${timeText((total - done) / rate)} left`] : [];
  return [`${Math.floor((100 * done) / total)} %`, ...speed, ...left].join(', ');
}

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
