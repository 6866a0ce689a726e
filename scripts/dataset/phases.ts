/**
 * Where the time of a run goes, for the benchmark and for tests: written as JSON to the file that DATASET_PHASES names, if
 * any, as soon as a phase ends.
 */
import { writeFileSync } from 'node:fs';

/** What a run cost. */
export interface PhaseReport {
  /** Milliseconds by phase, from the start of the process. */
  readonly ms: Readonly<Record<string, number>>;
  /** Milliseconds of processor time of all threads, from the end of the first phase on. */
  readonly cpuMs: number;
  /** The most memory that the process ever held, in bytes. */
  readonly peakBytes: number;
}

/** Measures phases that follow each other. */
export class Phases {
  readonly #ms: Record<string, number> = {};
  #last = 0;
  #cpu: NodeJS.CpuUsage | undefined;

  /** The phase that ends now. */
  end(phase: string): void {
    const now = performance.now();
    this.#ms[phase] = now - this.#last;
    this.#last = now;
    this.#cpu ??= process.cpuUsage();
    this.#report();
  }

  #report(): void {
    const path = process.env['DATASET_PHASES'];
    if (path === undefined) return;
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const { user, system } = process.cpuUsage(this.#cpu);
    const report: PhaseReport = { ms: this.#ms, cpuMs: (user + system) / 1000, peakBytes };
    writeFileSync(path, JSON.stringify(report));
  }
}
