/**
 * Times the dataset script on a seeded synthetic archive, against reading the same file and counting its newlines
 * right before and right after each run; prints the ratios and the peak of memory. The figure includes everything that
 * the script does, from the first byte read to the last byte written, the gazetteer too, but for starting Node, which
 * does not grow with the input. Other people's work slows the script and its peer: so the middle of several peers stands
 * beside each run, and the processor time of both, which hardly hangs on them, is told too.
 *
 *     npm run bench:ingest [-- records, default 100000] [runs, default 5]
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticText } from '../tests/ingest/synthetic-text.ts';
import type { PhaseReport } from './dataset/phases.ts';
import { keepGazetteer } from './gazetteer/gazetteer.ts';

const SEED = 20240501;
/** Before each run of the script, and as many after it. */
const PEER_RUNS = 3;
const PIECE = 1 << 20;
const NEWLINE = 10;
/** Of all phases but the start. */
const GOAL_RATIO = 8;
const GOAL_MB = 600;

const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

function writeInput(path: string, recordCount: number): void {
  const file = openSync(path, 'w');
  let held: string[] = [];
  for (const part of syntheticText(recordCount, SEED)) {
    if (held.push(part) < 1000) continue;
    writeSync(file, held.join(''));
    held = [];
  }
  writeSync(file, held.join(''));
  closeSync(file);
}

/** What counting took. */
interface Peer {
  readonly ms: number;
  readonly cpuMs: number;
  readonly lines: number;
}

/** The peer: reads the file in the script's pieces and counts newlines byte by byte. */
function countNewlines(path: string): Peer {
  const start = performance.now();
  const startCpu = process.cpuUsage();
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PIECE);
  let lines = 0;
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    for (let i = 0; i < length; i++) if (buffer[i] === NEWLINE) lines++;
  }
  closeSync(file);
  const { user, system } = process.cpuUsage(startCpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, lines };
}

/** The real command as a process of its own. */
function runScript(input: string, folder: string): PhaseReport {
  const report = join(folder, 'phases.json');
  const out = join(folder, 'dataset.json');
  // some file systems send a file to the disk before it takes the place of another
  rmSync(out, { force: true });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/data.mjs', input, '--out', out], {
    env: { ...process.env, DATASET_PHASES: report },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the script ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(report, 'utf8')) as PhaseReport;
}

/** All phases that grow with the input. */
const workMs = ({ ms }: PhaseReport) => ms['read']! + ms['merge']! + ms['arrange']! + ms['write']!;

/** What one run came to, in times of counting newlines right before and after it. */
interface Run {
  readonly ratio: number;
  readonly cpuRatio: number;
  readonly peakBytes: number;
}

const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** The script between peers, so that both meet the machine as busy as it is. */
function measure(input: string, folder: string): Run {
  const peers = () => Array.from({ length: PEER_RUNS }, () => countNewlines(input));
  const before = peers();
  const report = runScript(input, folder);
  const around = [...before, ...peers()];
  const [peerMs, peerCpuMs] = [middle(around.map(({ ms }) => ms)), middle(around.map(({ cpuMs }) => cpuMs))];
  const [ratio, cpuRatio] = [workMs(report) / peerMs, report.cpuMs / peerCpuMs];
  const phases = Object.entries(report.ms).map(([phase, ms]) => `${phase} ${ms.toFixed(0)} ms`);
  print(
    `  newlines ${peerMs.toFixed(0)} ms; ${phases.join(', ')}; peak ${mb(report.peakBytes)} MB; ` +
      `${ratio.toFixed(1)} times, ${cpuRatio.toFixed(1)} times the processor time, load ${loadavg()[0]!.toFixed(1)}`,
  );
  return { ratio, cpuRatio, peakBytes: report.peakBytes };
}

function main(recordCount: number, runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bench-'));
  try {
    const input = join(folder, 'archive.txt');
    writeInput(input, recordCount);
    print(
      `${recordCount} records, ${mb(statSync(input).size)} MB, ${countNewlines(input).lines} lines; ` +
        `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`,
    );
    keepGazetteer();
    // the first runs of the peer are slower: the file is new, and so is the code
    countNewlines(input);
    const measured = Array.from({ length: runs }, () => measure(input, folder));
    const spread = (of: (run: Run) => number) => {
      const all = measured.map(of);
      return [Math.min(...all), middle(all), Math.max(...all)].map((each) => each.toFixed(1)).join(', ');
    };
    const peak = Math.max(...measured.map(({ peakBytes }) => peakBytes)) / 1e6;
    print(
      `read + merge + arrange + write in times of counting newlines, the middle of ${2 * PEER_RUNS} around each run; ` +
        `least, middle, most of ${runs} runs: ${spread(({ ratio }) => ratio)} (goal ${GOAL_RATIO}); ` +
        `processor time of all threads ${spread(({ cpuRatio }) => cpuRatio)}; ` +
        `peak ${peak.toFixed(0)} MB (goal ${GOAL_MB})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 5));
