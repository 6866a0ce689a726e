/**
 * Times the dataset script on a seeded synthetic archive, against reading the same file and counting its newlines in
 * the same run; prints the ratio and the peak of memory. The figure includes everything that the script does, from
 * the first byte read to the last byte written, but for starting Node and loading the gazetteer, which do not grow
 * with the input and are told apart.
 *
 *     npm run bench:ingest [-- records, default 100000] [runs, default 3]
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

const SEED = 20240501;
const PEER_RUNS = 3;
const PIECE = 1 << 20;
const NEWLINE = 10;
/** Of all phases but the gazetteer and the start. */
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

/** The peer: reads the file in the script's pieces and counts newlines byte by byte. */
function countNewlines(path: string): { ms: number; lines: number } {
  const start = performance.now();
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PIECE);
  let lines = 0;
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    for (let i = 0; i < length; i++) if (buffer[i] === NEWLINE) lines++;
  }
  closeSync(file);
  return { ms: performance.now() - start, lines };
}

/** The real script as a process of its own. */
function runScript(input: string, folder: string): PhaseReport {
  const report = join(folder, 'phases.json');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/build-dataset.ts', input, '--out', join(folder, 'dataset.json')],
    { env: { ...process.env, DATASET_PHASES: report }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the script ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(report, 'utf8')) as PhaseReport;
}

/** All phases that grow with the input. */
const workMs = ({ ms }: PhaseReport) => ms['read']! + ms['merge']! + ms['arrange']! + ms['write']!;

function main(recordCount: number, runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bench-'));
  try {
    const input = join(folder, 'archive.txt');
    writeInput(input, recordCount);
    const peers = Array.from({ length: PEER_RUNS }, () => countNewlines(input));
    const peerMs = Math.min(...peers.map(({ ms }) => ms));
    print(
      `${recordCount} records, ${mb(statSync(input).size)} MB, ${peers[0]!.lines} lines; ` +
        `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`,
      `counting newlines, best of ${PEER_RUNS}: ${peerMs.toFixed(0)} ms`,
    );
    const reports = Array.from({ length: runs }, () => runScript(input, folder));
    for (const report of reports) {
      const phases = Object.entries(report.ms).map(([phase, ms]) => `${phase} ${ms.toFixed(0)} ms`);
      print(`  ${phases.join(', ')}; peak ${mb(report.peakBytes)} MB`);
    }
    const ratio = Math.min(...reports.map(workMs)) / peerMs;
    const peak = Math.max(...reports.map(({ peakBytes }) => peakBytes)) / 1e6;
    print(
      `read + merge + arrange + write, best of ${runs}: ${ratio.toFixed(1)} times counting newlines (goal ${GOAL_RATIO}), ` +
        `peak ${peak.toFixed(0)} MB (goal ${GOAL_MB})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 3));
