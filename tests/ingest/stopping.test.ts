/** Ctrl-C and a request to end, at any moment of a run. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  const file = openSync(join(folder, 'large.txt'), 'w');
  writeSync(file, 'the query\n');
  const abstract = 'We do what the title says, and we say how well it is done. '.repeat(20);
  for (let i = 0; i < 40_000; i++) {
    writeSync(file, `The title of number ${i}\nHu, Xin, Li, Na\n${abstract}\n- Asia > Japan (0.20)\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Moment = { readonly file: RegExp } | { readonly after: string };

/**
 * Starts the command, and stops it as soon as a file is there whose name fits, or a phase has ended.
 * @param isFromTerminal whether all processes are told, as Ctrl-C tells them
 */
async function stopWhen(signal: NodeJS.Signals, isTime: Moment, isFromTerminal = false) {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const phases = join(folder, 'phases.json');
  rmSync(phases, { force: true });
  const child = spawn(
    process.execPath,
    [
      ...['scripts/data.mjs', join(folder, 'large.txt')],
      ...['--out', join(out, 'dataset.json'), '--tables', join(out, 'tables')],
    ],
    { env: { ...process.env, DATASET_PHASES: phases }, detached: isFromTerminal },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => (stdout += String(text)));
  child.stderr.on('data', (text) => (stderr += String(text)));
  const end = once(child, 'close');
  const filesThere = () => {
    try {
      return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    } catch {
      return [];
    }
  };
  const hasEnded = (phase: string) =>
    existsSync(phases) && readFileSync(phases, 'utf8').includes(`"${phase}"`);
  const isNow = () =>
    'after' in isTime ? hasEnded(isTime.after) : filesThere().some((name) => isTime.file.test(name));
  while (child.exitCode === null && !isNow()) await new Promise((resolve) => setTimeout(resolve, 1));
  const asked = performance.now();
  if (isFromTerminal) process.kill(-child.pid!, signal);
  else child.kill(signal);
  const [code] = (await end) as [number];
  return { code, stdout, stderr, files: filesThere(), tookMs: performance.now() - asked };
}

describe('a run that is stopped', () => {
  it.each(['SIGINT', 'SIGHUP'] as const)(
    'by %s while the dataset is written leaves nothing, and says so',
    async (signal) => {
      const { code, stdout, stderr, files } = await stopWhen(signal, { file: /dataset\.json\.\d+\.tmp$/ });
      expect([code, stdout, stderr]).toEqual([130, '', 'build-dataset: stopped; nothing was written\n']);
      expect(files).toEqual([]);
    },
    60_000,
  );

  it('by Ctrl-C, which all of its processes hear, says so once', async () => {
    const { code, stdout, stderr } = await stopWhen('SIGINT', { after: 'start' }, true);
    expect([code, stdout, stderr]).toEqual([130, '', 'build-dataset: stopped; nothing was written\n']);
  }, 60_000);

  it.each([
    ['reading', 'start', 'SIGTERM'],
    ['merging', 'read', 'SIGINT'],
    ['arranging', 'merge', 'SIGINT'],
  ] as const)(
    'while it is %s ends soon, and says that nothing was written',
    async (_, after, signal) => {
      const { code, stdout, stderr, files, tookMs } = await stopWhen(signal, { after });
      expect([code, stdout, stderr]).toEqual([130, '', 'build-dataset: stopped; nothing was written\n']);
      expect(files).toEqual([]);
      // about half a second; others may keep this machine busy
      expect(tookMs).toBeLessThan(5000);
    },
    60_000,
  );

  it('later leaves whole files only, and names them', async () => {
    const { code, stderr, files } = await stopWhen('SIGINT', { file: /records\.csv\.\d+\.tmp$/ });
    expect(code).toBe(130);
    expect(stderr).toMatch(/^build-dataset: stopped; only .*dataset\.json, .*coauthors\.csv was written\n$/);
    expect(files.filter((name) => !/\.(?:json|csv)$/.test(name))).toEqual([]);
    expect(files).not.toContain(join('tables', 'records.csv'));
  }, 60_000);
});
