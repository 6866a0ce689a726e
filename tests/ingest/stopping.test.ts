/** Ctrl-C and a request to end, at any moment of a run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
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

/** Starts the script, and stops it as soon as a file whose name fits is there. */
async function stopWhen(signal: NodeJS.Signals, fits: RegExp) {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    'scripts/build-dataset.ts',
    join(folder, 'large.txt'),
    ...['--out', join(out, 'dataset.json'), '--tables', join(out, 'tables')],
  ]);
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
  while (child.exitCode === null && !filesThere().some((name) => fits.test(name))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  child.kill(signal);
  const [code] = (await end) as [number];
  return { code, stdout, stderr, files: filesThere() };
}

describe('a run that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s while the dataset is written leaves nothing, and says so',
    async (signal) => {
      const { code, stdout, stderr, files } = await stopWhen(signal, /dataset\.json\.\d+\.tmp$/);
      expect([code, stdout, stderr]).toEqual([130, '', 'build-dataset: stopped; nothing was written\n']);
      expect(files).toEqual([]);
    },
    60_000,
  );

  it('later leaves whole files only, and names them', async () => {
    const { code, stderr, files } = await stopWhen('SIGINT', /records\.csv\.\d+\.tmp$/);
    expect(code).toBe(130);
    expect(stderr).toMatch(/^build-dataset: stopped; only .*dataset\.json, .*coauthors\.csv was written\n$/);
    expect(files.filter((name) => !/\.(?:json|csv)$/.test(name))).toEqual([]);
    expect(files).not.toContain(join('tables', 'records.csv'));
  }, 60_000);
});
