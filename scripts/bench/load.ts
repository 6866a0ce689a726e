/**
 * What opening a dataset takes: run as a process of its own, so that nothing is warm and nothing else is in memory.
 * Usage: node --expose-gc --import tsx load.ts FILE; prints a {@link Load} as JSON.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { parseJson } from '../../src/model/codec/parse-json.ts';

/** Milliseconds from the text to the first counts of all facets, by part, and what is then held. */
export interface Load {
  readonly parseMs: number;
  readonly decodeMs: number;
  readonly indexMs: number;
  readonly countMs: number;
  readonly totalMs: number;
  /** Heap and typed arrays beyond the text, the parsed JSON let go, bytes. */
  readonly heldBytes: number;
}

function measureLoad(file: string, collect: () => void): Load {
  const text = bytesOf(file);
  collectAll(collect);
  const before = heldBytes();
  const times = [performance.now()];
  const lap = () => times.push(performance.now());
  let json: unknown = parseJson(text);
  lap();
  const dataset = decodeDataset(json);
  lap();
  const engine = new CrossFilter(dataset);
  lap();
  let nodeCount = 0;
  for (const facet of engine.indexes.keys()) nodeCount += engine.countsFor(facet).records.length;
  lap();
  json = null;
  collectAll(collect);
  const heldAfter = heldBytes() - before;
  // these keep the text and the engine alive up to here
  if (text.length === 0 || nodeCount === 0 || engine.activeCount !== dataset.recordCount || json !== null) {
    throw new Error(`${file} holds no dataset to measure`);
  }
  const [parseMs, decodeMs, indexMs, countMs] = times.slice(1).map((at, i) => at - times[i]!);
  return {
    parseMs: parseMs!,
    decodeMs: decodeMs!,
    indexMs: indexMs!,
    countMs: countMs!,
    totalMs: times[4]! - times[0]!,
    heldBytes: heldAfter,
  };
}

/** A second time, since what the first frees beside the heap is only counted as free when its sweeping is over. */
function collectAll(collect: () => void): void {
  collect();
  collect();
}

/** A copy, as a page has put its file together. */
function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}

/** On the heap and in typed arrays. */
function heldBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('start this with --expose-gc');
  process.stdout.write(JSON.stringify(measureLoad(process.argv[2]!, collect)));
}
