import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ingestFile } from './ingest-file.ts';
import { ingestTexts } from './ingest.ts';

const SAMPLE = 'data/training-language-models.txt';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file of results that is read in the page', () => {
  it('is the dataset that the script makes of it without the gazetteer, and says so', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const read = ingestFile('results.txt', bytes(text))!;
    const plain = ingestTexts([{ name: 'results.txt', text }]);
    expect(read.recordCount).toBe(9);
    expect(read.title).toBe('training language model');
    expect([...read.records.title]).toEqual([...plain.records.title]);
    expect(read.facets).toEqual(plain.facets);
    expect(read.problems[0]).toMatchObject({ code: 'no-gazetteer', file: 'results.txt', line: 0 });
    expect(read.problems.slice(1)).toEqual(plain.problems);
    expect(read.report.problems).toEqual({ ...plain.report.problems, 'no-gazetteer': 1 });
  });

  it('tells how many bytes it has gone through', () => {
    const told: number[] = [];
    const text = bytes(`${readFileSync(SAMPLE, 'utf8')}A title\n${'words and '.repeat(250_000)}\n`);
    ingestFile('results.txt', text, (read) => told.push(read));
    expect(told).toEqual([2 ** 20, 2 ** 21, text.length]);
  });

  it('may be UTF-16, or JSON', () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const wide = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(ingestFile('a.txt', wide)!.recordCount).toBe(9);
    const works = [{ id: 'https://openalex.org/W1', display_name: 'A' }];
    expect(ingestFile('a.json', bytes(JSON.stringify(works)))!.source.name).toBe('OpenAlex');
  });

  it.each([
    'hello\nworld, this\nis a text of several words.\n',
    '[1, 2]',
    '{"type": "Topology"}',
    'a,b\n1,2\n',
  ])('is no other one: %j', (text) => expect(ingestFile('a', bytes(text))).toBeUndefined());
});
