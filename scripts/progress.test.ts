import { describe, expect, it } from 'vitest';
import { Progress, progressText } from './dataset/progress.ts';

function terminal(isTTY: boolean | undefined) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

describe('progressText', () => {
  it.each([
    ['share, speed and rest', 50e6, 200e6, 0.5, '25 %, 100.0 MB/s, 2 s left'],
    ['minutes', 1e6, 151e6, 1, '0 %, 1.0 MB/s, 2 min 30 s left'],
    ['the end', 7e6, 7e6, 7, '100 %, 1.0 MB/s, 0 s left'],
    ['no time gone', 0, 10, 0, '0 %'],
    ['a size that is not known', 3e6, 0, 1, '3.0 MB, 3.0 MB/s'],
    ['a file that grew', 3e6, 2e6, 1, '3.0 MB, 3.0 MB/s'],
  ])('tells %s', (_, done, total, seconds, text) => {
    expect(progressText(done, total, seconds)).toBe(text);
  });
});

describe('Progress', () => {
  it('tells a terminal some ten times a second, and takes its line away', () => {
    let ms = 0;
    const screen = terminal(true);
    const progress = new Progress(1000, screen, () => ms);
    for (; ms < 1000; ms += 10) progress.read(10);
    expect(screen.written).toHaveLength(9);
    expect(screen.written[4]).toBe('\r\u001b[KReading 51 %, 0.0 MB/s, 1 s left');
    progress.clear();
    progress.clear();
    expect(screen.written.slice(9)).toEqual(['\r\u001b[K']);
  });

  it.each([false, undefined])('is quiet where the output is none (isTTY %s)', (isTTY) => {
    let ms = 0;
    const pipe = terminal(isTTY);
    const progress = new Progress(1000, pipe, () => ms);
    for (; ms < 1000; ms += 10) progress.read(10);
    progress.show('Writing');
    progress.clear();
    expect(pipe.written).toEqual([]);
  });

  it('tells what begins, how much of it is done, and what is written', async () => {
    let ms = 0;
    const screen = terminal(true);
    const progress = new Progress(1000, screen, () => ms);
    await progress.stage('Merging duplicates (1 of 5)');
    await progress.stage('Arranging', 0.567);
    progress.wrote(1e6);
    ms += 500;
    progress.wrote(2e6);
    expect(screen.written.map((text) => text.replace('\r\u001b[K', ''))).toEqual([
      'Merging duplicates (1 of 5)',
      'Arranging, 56 %',
      'Writing 3.0 MB, 6.0 MB/s',
    ]);
  });

  it('lets others have their turn before a stage', async () => {
    let isOver = false;
    setImmediate(() => (isOver = true));
    await new Progress(1, terminal(false)).stage('Merging');
    expect(isOver).toBe(true);
  });
});
