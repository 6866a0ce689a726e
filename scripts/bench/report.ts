/** What a run came to, as text: a table of peers, a table of targets. */
import type { Load } from './load.ts';
import { summaryOf, type Summary, type Timing } from './in-turns.ts';

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

/** A peer and the engine, which took turns with it. */
export interface Pair {
  readonly engine: Timing;
  readonly peer: Timing;
}

/** @param alone the engine with nobody else in memory */
export function peerTable(alone: Timing, pairs: readonly Pair[]): string {
  const head = [
    '',
    'steps',
    'median ms',
    '95 % ms',
    'worst ms',
    'total ms',
    'engine beside it, total ms',
    'ratio',
  ];
  const cells = ({ name, stepMs }: Timing) => {
    const { median, p95, worst, total } = summaryOf(stepMs);
    return [name, String(stepMs.length), ...[median, p95, worst, total].map(milliseconds)];
  };
  const rows = pairs.map((pair) => {
    const { total } = engineSummary(pair);
    return [...cells(pair.peer), milliseconds(total), ratioOf(pair).toFixed(1)];
  });
  return table(head, [[...cells(alone), '', ''], ...rows]);
}

/** How many times as long the peer took over the steps that it ran. */
export function ratioOf(pair: Pair): number {
  return summaryOf(pair.peer.stepMs).total / engineSummary(pair).total;
}

function engineSummary({ engine, peer }: Pair): Summary {
  return summaryOf(engine.stepMs.slice(0, peer.stepMs.length));
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
    ['opening the dataset', 'parse ms', 'decode ms', 'index ms', 'first counts ms', 'total ms'],
    rows,
  );
}

function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}
