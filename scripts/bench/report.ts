/** What a run came to, as text: a table of peers, a table of targets. */
import type { Load } from './load.ts';
import { summaryOf, type Timing } from './in-turns.ts';

/** A bound that the project has set itself. */
export interface Target {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  /** `least`: the value should reach the bound; `most`: it should stay below. */
  readonly kind: 'least' | 'most';
  readonly unit: string;
}

/** A table in Markdown, columns padded so that it reads well as plain text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export function peerTable(timings: readonly Timing[]): string {
  const engine = timings[0]!;
  const head = ['', 'steps', 'median ms', '95 % ms', 'worst ms', 'total ms', 'times the engine'];
  const rows = timings.map((timing) => {
    const { median, p95, worst, total } = summaryOf(timing.stepMs);
    return [
      timing.name,
      String(timing.stepMs.length),
      ...[median, p95, worst, total].map(milliseconds),
      timing === engine ? '1' : ratioTo(engine, timing).toFixed(1),
    ];
  });
  return table(head, rows);
}

/** How many times as long a peer took over the steps that it ran. */
export function ratioTo(engine: Timing, peer: Timing): number {
  const base = engine.stepMs.slice(0, peer.stepMs.length);
  return summaryOf(peer.stepMs).total / summaryOf(base).total;
}

/** Mean milliseconds of each peer by kind of step. */
export function verbTable(timings: readonly Timing[], verbs: readonly string[]): string {
  const rows = [...new Set(verbs)].map((verb) => {
    const means = timings.map(({ stepMs }) => {
      const times = stepMs.filter((_, i) => verbs[i] === verb);
      return times.length === 0 ? '' : milliseconds(summaryOf(times).total / times.length);
    });
    return [verb, ...means];
  });
  return table(['mean ms by kind of step', ...timings.map(({ name }) => name)], rows);
}

export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, value, bound, kind, unit }) => {
    const met = kind === 'least' ? value >= bound : value <= bound;
    return [
      what,
      `${milliseconds(value)} ${unit}`.trim(),
      `at ${kind} ${bound} ${unit}`.trim(),
      met ? 'met' : 'missed',
    ];
  });
  return table(['', 'measured', 'target', ''], rows);
}

/** The load whose total is the median. */
export function medianLoad(loads: readonly Load[]): Load {
  const sorted = [...loads].sort((a, b) => a.totalMs - b.totalMs);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function loadTable(loads: readonly Load[]): string {
  const { parseMs, decodeMs, indexMs, countMs, totalMs } = medianLoad(loads);
  const rows = [
    [
      `median of ${loads.length} processes`,
      ...[parseMs, decodeMs, indexMs, countMs, totalMs].map(milliseconds),
    ],
  ];
  return table(
    ['opening the dataset', 'JSON.parse ms', 'decode ms', 'index ms', 'first counts ms', 'total ms'],
    rows,
  );
}

function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}
