/**
 * All tests, `npm test`: types and the build of the page beside each other, and as soon as a core is free beside them
 * unit tests (Vitest); the page in a browser (Playwright), and what its first view weighs; with `--lint` also lint and
 * formatting, beside the types. Every stage runs, whatever the one before came to.
 * The last line is `N passed, N failed`; it exits with 1 unless everything ran and passed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { collected, sideBySide, type Command } from './side-by-side.ts';
import {
  closingLine,
  countsOfCommand,
  countsOfPlaywright,
  countsOfVitest,
  total,
  type Counts,
} from './test-counts.ts';

interface Stage {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORTS = 'test-results/reports';
const SITE = 'test-results/site';

/** Runs a program of this project with its output on ours, and returns its exit code. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    // on Windows npm and npx are scripts, which only a shell starts
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => {
      if (signal !== null) console.error(`${command} ${args.join(' ')} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

const npx = (args: readonly string[], env?: Record<string, string>) =>
  run('npx', ['--no-install', ...args], env);

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // the stage ended before it could report
  }
}

/** A port of 127.0.0.1 that nobody uses now, so that no server from elsewhere is tested by mistake. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function unitTests(): Promise<Counts> {
  const report = `${REPORTS}/unit.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await npx(['vitest', 'run', ...reporters]);
  return countsOfVitest(readReport(report), exitCode);
}

async function browserTests(): Promise<Counts> {
  const report = `${REPORTS}/browser.json`;
  const exitCode = await npx(['playwright', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    TEST_SITE: SITE,
    TEST_PORT: String(await freePort()),
  });
  return countsOfPlaywright(readReport(report), exitCode);
}

const npmRun = (...args: string[]): Command => ['npm', 'run', ...args];

/** What keeps one core busy each: beside each other, the longest first. */
const CHECKS: readonly (readonly [name: string, ...commands: Command[]])[] = [
  ['lint', npmRun('lint:code')],
  ['types', npmRun('check')],
  ['format', npmRun('lint:format')],
  ['build', npmRun('data'), npmRun('build', '--', '--outDir', SITE)],
];

/** After these. */
const STAGES: readonly (readonly [name: string, run: () => Promise<Counts>])[] = [
  ['browser', browserTests],
  ['size', async () => countsOfCommand(await npx(['tsx', 'scripts/size.ts', SITE]))],
];

async function timed(name: string, work: () => Promise<Counts>): Promise<Stage> {
  const start = performance.now();
  const counts = await work();
  return { name, counts, seconds: (performance.now() - start) / 1000 };
}

/** The checks, each with what it wrote in one piece at its end, and the unit tests as they go. */
function checked(withLint: boolean): Promise<Stage[]> {
  const wanted = CHECKS.filter(([name]) => withLint || (name !== 'lint' && name !== 'format'));
  console.log(`\n── ${wanted.map(([name]) => name).join(', ')}, unit, beside each other ──`);
  const jobs = wanted.map(
    ([name, ...commands]) =>
      () =>
        timed(name, async () => {
          const { exitCode, output } = await collected(commands, ROOT);
          console.log(`\n── ${name} ──\n${output}`);
          if (exitCode !== 0) console.error(`${name} failed, exit code ${exitCode}`);
          return countsOfCommand(exitCode);
        }),
  );
  return sideBySide([...jobs, () => timed('unit', unitTests)], availableParallelism());
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { lint: { type: 'boolean', default: false } } });
  process.chdir(ROOT);
  for (const folder of [REPORTS, SITE]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const stages = await checked(values.lint);
  for (const [name, runStage] of STAGES) {
    console.log(`\n── ${name} ──`);
    stages.push(await timed(name, runStage));
  }

  console.log('');
  for (const { name, counts, seconds } of stages) {
    console.log(`${name.padEnd(8)} ${closingLine(counts)} (${seconds.toFixed(1)} s)`);
  }
  const all = total(stages.map(({ counts }) => counts));
  console.log(`\n${closingLine(all)}`);
  process.exitCode = all.failed === 0 ? 0 : 1;
}

await main();
