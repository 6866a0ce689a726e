/**
 * Times the search over records on a seeded synthetic dataset, query by query in turns with a plain scan that must
 * find the same. Usage: tsx scripts/bench-search.ts [records, default 100000] [queries, default 200]
 */
import { cpus, loadavg } from 'node:os';
import { buildIndex } from '../src/search/build-index.ts';
import { recordHit } from '../src/search/excerpt.ts';
import { folded } from '../src/search/fold-text.ts';
import { namesOf, recordTexts, type RecordTexts } from '../src/search/record-texts.ts';
import { queryTerms } from '../src/search/terms.ts';
import { syntheticDataset } from '../tests/filter/synthetic-dataset.ts';
import { withLongAbstracts } from '../tests/filter/synthetic-texts.ts';
import { searchQueries } from './bench/search-queries.ts';

const SEED = 20240501;
const LIMIT = 6;
/** Scanned queries: a scan takes long. */
const SCANNED = 20;

/** The plain way: each record's texts folded once, and each query's words sought in all of them. */
class Scan {
  readonly #texts: readonly string[];
  readonly #starts = new Map<string, RegExp>();

  constructor(texts: RecordTexts) {
    this.#texts = [...texts.title].map((title, record) =>
      folded(`${title}\n${namesOf(texts, record).join('\n')}\n${texts.abstract.at(record)}`),
    );
  }

  find(query: string): number[] {
    const patterns = queryTerms(query).map((term) => this.#startOf(term));
    const found: number[] = [];
    if (patterns.length === 0) return found;
    this.#texts.forEach((text, record) => {
      if (patterns.every((pattern) => pattern.test(text))) found.push(record);
    });
    return found;
  }

  /** The term at the start of a word. */
  #startOf(term: string): RegExp {
    let start = this.#starts.get(term);
    if (!start) {
      start = new RegExp(`(?<![\\p{L}\\p{N}])${term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`, 'u');
      this.#starts.set(term, start);
    }
    return start;
  }
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function summary(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const cells = [at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(1).padStart(9));
  return `${name.padEnd(32)}${cells.join('')}`;
}

function main(recordCount: number, queryCount: number): void {
  const dataset = withLongAbstracts(syntheticDataset(recordCount, SEED), SEED);
  const texts = recordTexts(dataset);
  const characters = [...dataset.records.abstract].reduce((sum, text) => sum + text.length, 0);
  const { ms: buildMs, result: index } = timed(() => buildIndex(texts));
  const { ms: foldMs, result: peer } = timed(() => new Scan(texts));
  const queries = searchQueries(texts, queryCount, SEED);
  console.log(
    `${recordCount} records, ${(characters / 1e6).toFixed(0)} MB of abstracts, ${index.termCount} terms; ` +
      `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ` +
      `load average ${loadavg()[0]!.toFixed(1)}`,
  );
  console.log(
    `index built in ${buildMs.toFixed(0)} ms; texts folded for the scan in ${foldMs.toFixed(0)} ms\n`,
  );
  const heads = ['median', '95 %', 'worst'].map((head) => head.padStart(9)).join('');
  console.log(`${`ms a query, ${queries.length} queries`.padEnd(32)}${heads}`);

  const own: number[] = [];
  const mine: number[] = [];
  const other: number[] = [];
  let found = 0;
  queries.forEach((query, i) => {
    const { ms, result } = timed(() => {
      const answer = index.find(query, LIMIT);
      return { ...answer, hits: answer.best.map((record) => recordHit(texts, record, query)) };
    });
    own.push(ms);
    found += result.found;
    if (i % Math.ceil(queries.length / SCANNED) !== 0) return;
    const scanned = timed(() => peer.find(query));
    mine.push(ms);
    other.push(scanned.ms);
    const same =
      scanned.result.length === result.found &&
      index.matches(query).every((r, at) => scanned.result[at] === r);
    if (!same) throw new Error(`different records: "${query}"`);
  });
  console.log(summary('index, with excerpts', own));
  console.log(summary(`the same, ${mine.length} scanned queries`, mine));
  console.log(summary('plain scan', other));
  const ratio = other.reduce((a, b) => a + b, 0) / mine.reduce((a, b) => a + b, 0);
  console.log(
    `\nThe scan takes ${ratio.toFixed(0)} times as long and finds the same; ` +
      `${(found / queries.length).toFixed(0)} records found on average.`,
  );
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 200));
