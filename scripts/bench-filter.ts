/**
 * Times the cross-filter over a seeded synthetic dataset, step by step in turns with a plain peer that must give
 * the same numbers. Usage: tsx scripts/bench-filter.ts [records, default 100000] [steps, default 200]
 */
import { cpus, loadavg } from 'node:os';
import { CrossFilter, type FacetCounts } from '../src/filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  membershipOf,
  withMembership,
  withMinScore,
  type FilterState,
} from '../src/filter/filter-state.ts';
import { AUTHOR_FACET, type Dataset } from '../src/model/dataset.ts';
import { ObjectPeer, type PeerCounts } from '../tests/filter/object-peer.ts';
import { oneOf, uniform, zipf, type Draw } from '../tests/filter/seeded-random.ts';
import { syntheticDataset } from '../tests/filter/synthetic-dataset.ts';

const SEED = 20240501;
const ENGINE = 'cross-filter';
const PEER = 'objects + filter + Map';

interface Step {
  readonly verb: string;
  readonly filter: FilterState;
}

/** The script of steps: each changes the filter that the one before left. */
function scriptOf(dataset: Dataset, engine: CrossFilter, stepCount: number): Step[] {
  const random = uniform(SEED);
  const country = mostShown(random, engine, 'geography', [
    ...engine.indexes.get('geography')!.nodeByCode.values(),
  ]);
  const topics = dataset.facets[1]!.concepts.label.map((_, topic) => topic);
  const topic = mostShown(random, engine, 'technology', topics.slice(1));
  const author = () => oneOf(random, dataset.records.author as unknown as number[]);
  const toggled = (filter: FilterState, facet: string, node: number) =>
    withMembership(
      filter,
      facet,
      node,
      membershipOf(filter, facet, node) === 'included' ? 'neither' : 'included',
    );
  const verbs: Record<string, (filter: FilterState) => FilterState> = {
    'toggle a country': (filter) => toggled(filter, 'geography', country()),
    'toggle a topic subtree': (filter) => toggled(filter, 'technology', topic()),
    'toggle an author': (filter) => toggled(filter, AUTHOR_FACET, author()),
    'move the place threshold': (filter) => withMinScore(filter, 'geography', Math.floor(random() * 16)),
    'move the topic threshold': (filter) => withMinScore(filter, 'technology', Math.floor(random() * 80)),
    clear: () => EMPTY_FILTER,
  };
  const names = Object.keys(verbs);
  // countries and topics twice as often as the rest
  const lots = [...names, ...names.slice(0, 2)];
  const steps: Step[] = [];
  for (let filter = EMPTY_FILTER; steps.length < stepCount;) {
    const verb = oneOf(random, lots);
    filter = verbs[verb]!(filter);
    steps.push({ verb, filter });
  }
  return steps;
}

/** Draws nodes by Zipf's law, those with most records first. */
function mostShown(random: Draw, engine: CrossFilter, facet: string, nodes: readonly number[]): Draw {
  const { records } = engine.countsFor(facet);
  const ranked = [...nodes].sort((a, b) => records[b]! - records[a]! || a - b);
  const draw = zipf(random, ranked.length, 1);
  return () => ranked[draw()]!;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** @throws where the engine and the peer disagree: then no time means anything */
function assertSame(where: string, counts: FacetCounts, peer: PeerCounts): void {
  const same =
    counts.considered === peer.considered &&
    counts.tagged === peer.tagged &&
    counts.withHidden === peer.withHidden &&
    counts.records.every((records, node) => {
      const other = peer.byNode.get(node);
      return (
        records === (other?.records ?? 0) &&
        counts.scoreSum[node] === (other?.scoreHundredths ?? 0) / 100 &&
        counts.belowThreshold[node] === (other?.belowThreshold ?? 0) &&
        counts.maxScore[node] === (other?.maxScore ?? 0) &&
        counts.possible[node] === peer.withHidden - (other?.known ?? 0) &&
        Math.abs(counts.fractional[node]! - (other?.fractional ?? 0)) < 1e-6
      );
    });
  if (!same) throw new Error(`different numbers: ${where}`);
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1), total: times.reduce((sum, ms) => sum + ms, 0) };
}

function row(name: string, times: readonly number[]): string {
  const { median, p95, worst, total } = summary(times);
  const cells = [median, p95, worst, total].map((ms) => ms.toFixed(ms < 100 ? 2 : 0).padStart(9));
  return `${name.padEnd(32)}${cells.join('')}`;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** One state's numbers: how many records are active, and every facet's counts. */
interface Answer<T> {
  readonly active: number;
  readonly counts: readonly T[];
}

function engineStep(
  engine: CrossFilter,
  facets: readonly string[],
  filter: FilterState,
): Answer<FacetCounts> {
  engine.setFilter(filter);
  return { active: engine.activeCount, counts: facets.map((facet) => engine.countsFor(facet)) };
}

function peerStep(peer: ObjectPeer, facets: readonly string[], filter: FilterState): Answer<PeerCounts> {
  peer.setFilter(filter);
  return { active: peer.activeCount(), counts: facets.map((facet) => peer.countsFor(facet)) };
}

/** Runs the script through both, a step of each in turn, and compares every answer outside the timed part. */
function inTurns(engine: CrossFilter, peer: ObjectPeer, steps: readonly Step[]) {
  const facets = [...engine.indexes.keys()];
  const times = { engine: [] as number[], peer: [] as number[] };
  for (const [i, { verb, filter }] of steps.entries()) {
    const mine = timed(() => engineStep(engine, facets, filter));
    const other = timed(() => peerStep(peer, facets, filter));
    times.engine.push(mine.ms);
    times.peer.push(other.ms);
    const where = `step ${i}, ${verb}`;
    if (mine.result.active !== other.result.active) throw new Error(`different records: ${where}`);
    facets.forEach((facet, f) =>
      assertSame(`${where}, ${facet}`, mine.result.counts[f]!, other.result.counts[f]!),
    );
  }
  return times;
}

/** Runs the script through the engine only: no neighbour that fills caches and heap. */
function alone(dataset: Dataset, steps: readonly Step[]): number[] {
  const engine = new CrossFilter(dataset);
  const facets = [...engine.indexes.keys()];
  return steps.map(({ filter }) => timed(() => engineStep(engine, facets, filter)).ms);
}

function printByVerb(steps: readonly Step[], times: readonly number[]): void {
  const verbs = [...new Set(steps.map(({ verb }) => verb))];
  for (const verb of verbs) {
    const ms = times.filter((_, i) => steps[i]!.verb === verb);
    print(row(`  ${verb} (${ms.length})`, ms));
  }
}

function main(recordCount: number, stepCount: number): void {
  const dataset = syntheticDataset(recordCount, SEED);
  const { ms: indexMs, result: engine } = timed(() => new CrossFilter(dataset));
  const steps = scriptOf(dataset, engine, stepCount);
  const tagCount = dataset.facets.reduce((sum, facet) => sum + facet.tagConcept.length, 0);
  print(
    `${recordCount} records, ${tagCount} tags, ${dataset.records.author.length} authorships; ` +
      `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`,
    `load average ${loadavg()[0]!.toFixed(1)}; indexed in ${indexMs.toFixed(0)} ms`,
    '',
    `${`ms a step, ${stepCount} steps`.padEnd(32)}${['median', '95 %', 'worst', 'total'].map((head) => head.padStart(9)).join('')}`,
  );
  const aloneMs = alone(dataset, steps);
  print(row(`${ENGINE}, alone`, aloneMs));
  printByVerb(steps, aloneMs);
  const times = inTurns(engine, new ObjectPeer(engine.indexes, recordCount), steps);
  const [mine, other] = [summary(times.engine), summary(times.peer)];
  print(
    row(`${ENGINE}, in turns`, times.engine),
    row(PEER, times.peer),
    `In turns, ${PEER} takes ${(other.total / mine.total).toFixed(1)} times as long over the whole script ` +
      `(median ${(other.median / mine.median).toFixed(1)}, 95 % ${(other.p95 / mine.p95).toFixed(1)}); ` +
      'same numbers at every step.',
  );
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 200));
