/**
 * Compares the cross-filter with other ways to filter and count, in one run over one seeded dataset, and measures
 * what opening that dataset takes. Every peer must give the same numbers at every step.
 *
 * Usage: npm run bench -- [records..., default 100000] [--steps N] [--budget SECONDS] [--peers a,b] [--write FILE]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import { runInTurns, summaryOf, type Timing } from './in-turns.ts';
import type { Load } from './load.ts';
import { DOCUMENTED, TUNED, WASM } from './names.ts';
import { peersFor } from './peers.ts';
import { enginePeer } from './peers/engine.ts';
import {
  loadTable,
  medianLoad,
  peerTable,
  ratioOf,
  targetTable,
  verbTable,
  type Pair,
  type Target,
} from './report.ts';
import { rollUps } from './rollup.ts';
import { scriptOf } from './steps.ts';

const SEED = 20240501;
const LOADS = 5;
/** From here on, peers that keep objects a record or scan rows of text are left out. */
const LARGE = 500_000;

interface Options {
  readonly recordCounts: readonly number[];
  readonly stepCount: number;
  readonly budgetMs: number;
  /** Undefined for the usual ones. */
  readonly peers: readonly string[] | undefined;
  readonly write: string | undefined;
}

function optionsOf(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      steps: { type: 'string', default: '200' },
      budget: { type: 'string', default: '60' },
      peers: { type: 'string' },
      write: { type: 'string' },
    },
  });
  const whole = (text: string, what: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`${what} is "${text}", not a whole number from 1`);
    return value;
  };
  return {
    recordCounts: (positionals.length > 0 ? positionals : ['100000']).map((text) =>
      whole(text, 'the number of records'),
    ),
    stepCount: whole(values.steps, '--steps'),
    budgetMs: 1000 * whole(values.budget, '--budget'),
    peers: values.peers?.split(','),
    write: values.write,
  };
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Sweeps up garbage; all of it takes longer than a step, what is young does not. */
function collect(type: 'minor' | 'major'): void {
  (globalThis as { gc?: (options: { type: 'minor' | 'major' }) => void }).gc?.({ type });
}

interface Comparison {
  /** The engine with nobody else in memory. */
  readonly alone: Timing;
  readonly pairs: readonly Pair[];
  readonly verbs: readonly string[];
}

async function compare(dataset: Dataset, options: Options): Promise<Comparison> {
  const rolled = rollUps(dataset);
  const facets = rolled.map(({ facet }) => facet);
  const steps = scriptOf(rolled, options.stepCount, SEED);
  const [alone] = await runInTurns([enginePeer(dataset, facets)], facets, steps, Infinity);
  const usual = dataset.recordCount < LARGE ? peersFor.all : peersFor.large;
  const pairs: Pair[] = [];
  for (const key of options.peers ?? usual) {
    note(`${dataset.recordCount} records: ${key}`);
    collect('major');
    // only these two are in memory: what the peers keep is not the engine's burden, nor each other's
    const both = [enginePeer(dataset, facets), await peersFor.make(key, rolled, dataset.recordCount)];
    const [engine, peer] = await runInTurns(both, facets, steps, options.budgetMs, () => collect('minor'));
    both[1]!.close?.();
    pairs.push({ engine: engine!, peer: peer! });
  }
  return { alone: alone!, pairs, verbs: steps.map(({ verb }) => verb) };
}

/** Opens the dataset in processes of its own; also the size of its text, gzip, in bytes. */
function measureLoads(dataset: Dataset): { loads: Load[]; textBytes: number; gzipBytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'dataset.json');
    const text = Buffer.from(JSON.stringify(encodeDataset(dataset)));
    writeFileSync(file, text);
    const loads = Array.from({ length: LOADS }, () => {
      const script = fileURLToPath(new URL('load.ts', import.meta.url));
      const args = ['--max-old-space-size=8192', '--expose-gc', '--import', 'tsx', script, file];
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Load;
    });
    return { loads, textBytes: text.length, gzipBytes: gzipSync(text).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filterTargets({ alone, pairs }: Comparison, recordCount: number): Target[] {
  const isLarge = recordCount >= LARGE;
  const slower = (name: string, bound: number): Target[] => {
    const pair = pairs.find(({ peer }) => peer.name === name);
    if (!pair) return [];
    const value = ratioOf(pair);
    return [
      { what: `whole script: ${name} takes so many times as long`, value, bound, kind: 'least', unit: '' },
    ];
  };
  return [
    ...slower(TUNED, isLarge ? 5 : 8),
    ...(isLarge ? [] : [...slower(DOCUMENTED, 40), ...slower(WASM, 50)]),
    {
      what: 'a step, 95 %',
      value: summaryOf(alone.stepMs).p95,
      bound: isLarge ? 40 : 5,
      kind: 'most',
      unit: 'ms',
    },
  ];
}

function loadTargets(measured: ReturnType<typeof measureLoads>): Target[] {
  return [
    {
      what: 'text to first counts of all facets',
      value: medianLoad(measured.loads).totalMs,
      bound: 250,
      kind: 'most',
      unit: 'ms',
    },
    { what: 'dataset, gzip', value: measured.gzipBytes / 1e6, bound: 9, kind: 'most', unit: 'MB' },
  ];
}

/** All that is told of one size. */
async function reportOn(recordCount: number, options: Options): Promise<string> {
  note(`drawing ${recordCount} records`);
  const dataset = syntheticDataset(recordCount, SEED);
  note('opening the dataset');
  // first, since peers leave threads behind that are not still at once
  const measured = measureLoads(dataset);
  const comparison = await compare(dataset, options);
  const targets = filterTargets(comparison, recordCount);
  if (recordCount === 100_000) targets.push(...loadTargets(measured));
  return [
    `## ${recordCount.toLocaleString('en')} records`,
    facts(dataset, options),
    peerTable(comparison.alone, comparison.pairs),
    verbTable([comparison.alone, ...comparison.pairs.map(({ peer }) => peer)], comparison.verbs),
    loadTable(measured.loads),
    `The text has ${(measured.textBytes / 1e6).toFixed(1)} MB, ${(measured.gzipBytes / 1e6).toFixed(1)} MB in gzip; ` +
      `dataset and engine hold ${(medianLoad(measured.loads).heldBytes / 1e6).toFixed(0)} MB beside it.`,
    targetTable(targets),
  ].join('\n\n');
}

async function main(options: Options): Promise<void> {
  const texts: string[] = [];
  for (const recordCount of options.recordCounts) {
    texts.push(await reportOn(recordCount, options));
    process.stdout.write(`${texts.at(-1)!}\n\n`);
  }
  if (options.write !== undefined) writeFileSync(options.write, `${[PREFACE, ...texts].join('\n\n')}\n`);
}

function facts(dataset: Dataset, { stepCount, budgetMs }: Options): string {
  const tags = dataset.facets.reduce((sum, facet) => sum + facet.tagConcept.length, 0);
  return [
    `${dataset.recordCount.toLocaleString('en')} records, ${tags.toLocaleString('en')} tags, ` +
      `${dataset.records.author.length.toLocaleString('en')} authorships; seed ${SEED}; ${stepCount} steps.`,
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ` +
      `${(totalmem() / 2 ** 30).toFixed(0)} GB, load average ${loadavg()[0]!.toFixed(1)} at the end.`,
    `All gave the same numbers at every step that they ran. A peer sits out once it has taken ${budgetMs / 1000} s; ` +
      'what the engine took is told for the same steps, in turns with that peer.',
  ].join('\n');
}

const PREFACE = `# Benchmark

Written by \`npm run bench -- --write docs/benchmark.md\`; what is compared and how: [scripts/bench](../scripts/bench/README.md).`;

if (!existsSync(new URL('node_modules', import.meta.url))) {
  note('the peers are not installed yet: npm --prefix scripts/bench ci');
  process.exitCode = 1;
} else {
  await main(optionsOf(process.argv.slice(2)));
}
