/** Programs that run beside each other, each telling what it said in one piece when it has ended. */
import { spawn } from 'node:child_process';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** What a run came to. */
export interface Ended {
  /** Exit code; 127 where the program could not be started, 1 where a signal ended it. */
  readonly exitCode: number;
  /** What it wrote, both streams in the order they came, with a line about a failed start or a signal. */
  readonly output: string;
}

/** Runs commands one after another up to the first that fails, and collects what they write. */
export async function collected(commands: readonly Command[], cwd: string): Promise<Ended> {
  let output = '';
  for (const command of commands) {
    const ended = await runOne(command, cwd);
    output += ended.output;
    if (ended.exitCode !== 0) return { exitCode: ended.exitCode, output };
  }
  return { exitCode: 0, output };
}

function runOne([program, ...args]: Command, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    let output = '';
    const hear = (text: string) => (output += text);
    // on Windows npm and npx are scripts, which only a shell starts
    const shell = process.platform === 'win32';
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell });
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => {
      resolve({ exitCode: 127, output: `${program} could not be started: ${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      if (signal !== null) output += `${program} ${args.join(' ')} was ended by ${signal}\n`;
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

/**
 * Does all jobs, several at a time, begun in their order.
 * @param lanes how many at most run at one time, from 1
 * @returns their results, in the order of the jobs
 */
export async function sideBySide<T>(jobs: readonly (() => Promise<T>)[], lanes: number): Promise<T[]> {
  const results = new Array<T>(jobs.length);
  let next = 0;
  const lane = async () => {
    while (next < jobs.length) {
      const job = next++;
      results[job] = await jobs[job]!();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  return results;
}
