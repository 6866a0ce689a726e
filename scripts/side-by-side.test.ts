import { describe, expect, it } from 'vitest';
import { collected, sideBySide, type Command } from './side-by-side.ts';

const node = (script: string): Command => [process.execPath, '-e', script];
const ROOT = process.cwd();

describe('commands one after another', () => {
  it('give all that they wrote to both streams', async () => {
    const commands = [node('console.log("one")'), node('console.error("two")')];
    expect(await collected(commands, ROOT)).toEqual({ exitCode: 0, output: 'one\ntwo\n' });
  });

  it('end with the first that fails', async () => {
    const commands = [node('console.log("one"); process.exit(3)'), node('console.log("two")')];
    expect(await collected(commands, ROOT)).toEqual({ exitCode: 3, output: 'one\n' });
  });

  it('fail where a program is not there', async () => {
    const { exitCode, output } = await collected([['no-such-program-here']], ROOT);
    expect(exitCode).toBeGreaterThan(0);
    expect(output).toContain('no-such-program-here');
  });

  it.skipIf(process.platform === 'win32')('fail where a signal ends one', async () => {
    const { exitCode, output } = await collected([node('process.kill(process.pid, "SIGKILL")')], ROOT);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/was ended by SIGKILL\n$/);
  });
});

describe('jobs side by side', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [9, 5],
  ])('on %i lanes run %i at a time, and their results keep the order', async (lanes, most) => {
    let [running, seen] = [0, 0];
    const begun: number[] = [];
    const jobs = [5, 1, 3, 1, 2].map((turns, i) => async () => {
      begun.push(i);
      seen = Math.max(seen, ++running);
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      running--;
      return i * 10;
    });
    expect(await sideBySide(jobs, lanes)).toEqual([0, 10, 20, 30, 40]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(seen).toBe(most);
  });

  it('fail with the first that fails', async () => {
    const jobs = [() => Promise.resolve(1), () => Promise.reject(new Error('made up'))];
    await expect(sideBySide(jobs, 2)).rejects.toThrow('made up');
  });
});
