/** The command that starts the dataset script. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BUSY_MACHINE_MS = 60_000;

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'whereabouts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/data.mjs', ...args], { encoding: 'utf8' });

describe('the dataset command', { timeout: BUSY_MACHINE_MS }, () => {
  it('writes the dataset that its arguments ask for', () => {
    const out = join(folder, 'dataset.json');
    const { status, stdout, stderr } = run(
      'data/training-language-models.txt',
      '--out',
      out,
      '--title',
      'A b',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Written     ${out}`);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ title: 'A b' });
  });

  it('ends as the script ends', () => {
    const { status, stdout, stderr } = run(join(folder, 'missing.txt'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^build-dataset: .*missing\.txt/);
  });
});
