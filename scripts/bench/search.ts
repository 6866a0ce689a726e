/**
 * Compares the search over records with two well-kept libraries: what building the index takes, what it holds, what a
 * query takes. Each runs in a process of its own, one after the other, over the same texts and queries.
 *
 * Usage: npm run bench:search:peers -- [records, default 100000] [queries, default 100] [--budget SECONDS, default 120]
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { recordTexts } from '../../src/search/record-texts.ts';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import { withLongAbstracts } from '../../tests/filter/synthetic-texts.ts';
import { searchQueries } from './search-queries.ts';
import { SEARCH_PEERS, type SearchPeer } from './search-peers.ts';

const SEED = 20240501;

/** What one search took. */
interface Measured {
  /** Of the processor: another program's share is not in it. */
  readonly buildMs: number;
  readonly heldMb: number;
  readonly queryMs: readonly number[];
  /** How many records each query found. */
  readonly found: readonly number[];
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** One query after the other until the budget is spent. */
async function measure(peer: SearchPeer, recordCount: number, queryCount: number, budgetMs: number) {
  const texts = recordTexts(withLongAbstracts(syntheticDataset(recordCount, SEED), SEED));
  const queries = searchQueries(texts, queryCount, SEED);
  const before = heldBytes();
  const began = process.cpuUsage();
  const find = await peer.build(texts);
  const { user, system } = process.cpuUsage(began);
  const buildMs = (user + system) / 1000;
  const heldMb = (heldBytes() - before) / 1e6;
  const queryMs: number[] = [];
  const found: number[] = [];
  const start = performance.now();
  for (const query of queries) {
    const asked = performance.now();
    found.push(find(query));
    queryMs.push(performance.now() - asked);
    if (performance.now() - start > budgetMs) break;
  }
  return { buildMs, heldMb, queryMs, found } satisfies Measured;
}

/** Runs one in a process of its own; null where it ran out of memory or failed otherwise. */
function measureApart(name: string, args: readonly string[]): Measured | null {
  const flags = ['--max-old-space-size=12000', '--expose-gc', '--import', 'tsx'];
  const run = spawnSync(
    process.execPath,
    [...flags, fileURLToPath(import.meta.url), ...args, '--only', name],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return run.status === 0 ? (JSON.parse(run.stdout) as Measured) : null;
}

function row(name: string, measured: Measured | null, first: Measured): string {
  if (!measured) return `| ${name} | did not finish | | | | | |`;
  const sorted = [...measured.queryMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const sum = (times: readonly number[]) => times.reduce((a, b) => a + b, 0);
  const count = sorted.length;
  const ratio = sum(measured.queryMs) / sum(first.queryMs.slice(0, count));
  const same = measured.found.filter((found, i) => found === first.found[i]).length;
  const cells = [
    name,
    `${(measured.buildMs / 1000).toFixed(1)} s`,
    `${measured.heldMb.toFixed(0)} MB`,
    at(0.5).toFixed(1),
    at(0.95).toFixed(1),
    ratio.toFixed(1),
    `${same} of ${count}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, budget: { type: 'string', default: '120' } },
});
const [recordCount, queryCount] = [Number(positionals[0] ?? 100_000), Number(positionals[1] ?? 100)];

if (values.only !== undefined) {
  const peer = SEARCH_PEERS.find(({ name }) => name === values.only);
  if (!peer) throw new Error(`no search is called "${values.only}"`);
  const measured = await measure(peer, recordCount, queryCount, 1000 * Number(values.budget));
  process.stdout.write(JSON.stringify(measured));
} else {
  const args = [String(recordCount), String(queryCount), '--budget', values.budget];
  const all = SEARCH_PEERS.map(({ name }) => ({ name, measured: measureApart(name, args) }));
  const first = all[0]!.measured;
  if (!first) throw new Error('our own search did not finish');
  console.log(
    `${recordCount} records with abstracts; Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ` +
      `load average ${loadavg()[0]!.toFixed(1)}\n`,
  );
  console.log('| | built in, CPU | holds | median ms | 95 % ms | total, times ours | as many found |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, measured } of all) console.log(row(name, measured, first));
}
