import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../model/dataset.ts';
import { decodeDataset } from '../model/codec/decode-dataset.ts';
import { DatasetError } from '../model/codec/decode-values.ts';
import { LoadError } from './answer-for.ts';
import { loadDataset, type ReadResults } from './load-dataset.ts';
import type { LoadProgress } from './load-progress.ts';
import { amountInWords, shareRead } from './progress-words.ts';

const OWN = readFileSync('public/dataset.json');
const dataset = decodeDataset(JSON.parse(OWN.toString()));
const none: Dataset = { ...dataset, recordCount: 0 };

const open = (content: string | Uint8Array<ArrayBuffer>, readResults: ReadResults) =>
  loadDataset('my.txt', { file: new File([content], 'my.txt'), readResults });
const faultOf = async (content: string, readResults: ReadResults) => {
  const fault: unknown = await open(content, readResults).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(LoadError);
  return fault as LoadError;
};

describe('an opened file that is no dataset', () => {
  it('is read as search results where it is some, with progress', async () => {
    const told: LoadProgress[] = [];
    const found = await loadDataset('my.txt', {
      file: new File(['0123456789'], 'my.txt'),
      readResults: (name, bytes, onBytes) => {
        expect([name, bytes.length]).toEqual(['my.txt', 10]);
        onBytes(4);
        onBytes(10);
        return Promise.resolve(dataset);
      },
      onProgress: (progress) => told.push(progress),
    });
    expect(found).toBe(dataset);
    expect(told.slice(-3)).toEqual([
      { phase: 'checking' },
      { phase: 'results', bytes: 4, totalBytes: 10 },
      { phase: 'checking' },
    ]);
    expect([shareRead(told.at(-2)!), amountInWords(told.at(-2)!)]).toEqual([0.4, '0.0 of 0.0 MB']);
  });

  it('is told as what it is where it holds none, or more than is read', async () => {
    const empty = await faultOf('a text', () => Promise.resolve(none));
    expect(empty.message).toMatch(/^my\.txt holds no record that can be read: /);
    const large = await faultOf('a text', () => Promise.reject(new DatasetError('facets', 'has too many')));
    expect(large.message).toBe('my.txt holds more than this page reads: facets has too many.');
    expect((await faultOf('a text', () => Promise.resolve(undefined))).message).toContain('another kind');
  });

  it('is not asked for where it says that it is a dataset', async () => {
    const never: ReadResults = () => Promise.reject(new Error('asked'));
    expect((await open(Uint8Array.from(OWN), never)).recordCount).toBe(9);
    expect((await faultOf('{"format": "whereabouts-dataset"', never)).message).toContain('cut off');
  });
});
