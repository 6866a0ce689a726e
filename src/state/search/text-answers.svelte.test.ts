import { describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { SearchPort } from '../../workers/search-port.ts';
import { Explorer } from '../explorer.svelte.ts';
import { RecordSearch } from './record-search.svelte.ts';
import { TextAnswers } from './text-answers.svelte.ts';

/** A search that answers when the test says so. */
function slowSearch() {
  const asked: { text: string; answer: (records: number[]) => void; fail: (message: string) => void }[] = [];
  const find = (text: string) =>
    new Promise<Uint32Array>((resolve, reject) => {
      const answer = (records: number[]) => resolve(Uint32Array.from(records));
      asked.push({ text, answer, fail: (message) => reject(new Error(message)) });
    });
  return { asked, find, settled: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe('answers to the words of a filter', () => {
  it('are awaited, then there, and asked for once', async () => {
    const { asked, find, settled } = slowSearch();
    const answers = new TextAnswers(find);
    answers.follow(['tags']);
    answers.follow(['tags', 'five']);
    expect(asked.map(({ text }) => text)).toEqual(['tags', 'five']);
    expect(answers.answerTo('tags')).toEqual({ kind: 'searching' });
    expect(answers.matches.size).toBe(0);
    asked[0]!.answer([1, 3]);
    await settled();
    expect([...answers.matches]).toEqual([['tags', Uint32Array.from([1, 3])]]);
    expect(answers.answerTo('five')).toEqual({ kind: 'searching' });
  });

  it('are dropped where nobody asks for the words any more, also when they are asked for again', async () => {
    const { asked, find, settled } = slowSearch();
    const answers = new TextAnswers(find);
    answers.follow(['tags']);
    answers.follow([]);
    answers.follow(['tags']);
    asked[0]!.answer([1]);
    await settled();
    expect(answers.answerTo('tags')).toEqual({ kind: 'searching' });
    asked[1]!.answer([2]);
    await settled();
    expect(answers.answerTo('tags')).toEqual({ kind: 'found', records: Uint32Array.of(2) });
  });

  it('stay for Back, but not for ever', async () => {
    const { asked, find, settled } = slowSearch();
    const answers = new TextAnswers(find);
    for (let i = 0; i < 30; i++) {
      answers.follow([`word${i}`]);
      asked.at(-1)!.answer([i]);
      await settled();
    }
    expect(answers.matches.size).toBeLessThanOrEqual(21);
    answers.follow(['word28']);
    expect(asked.length).toBe(30);
    answers.follow(['word0']);
    expect(asked.length).toBe(31);
  });

  it('tell a fault, and are asked for again by hand', async () => {
    const { asked, find, settled } = slowSearch();
    const answers = new TextAnswers(find);
    answers.follow(['tags']);
    asked[0]!.fail('no memory');
    await settled();
    expect(answers.answerTo('tags')).toEqual({ kind: 'fault', message: 'no memory' });
    answers.retry('tags');
    expect(answers.answerTo('tags')).toEqual({ kind: 'searching' });
    asked[1]!.answer([0]);
    await settled();
    expect(answers.answerTo('tags').kind).toBe('found');
  });
});

describe('an explorer that filters by words', () => {
  const start = (query = '') => {
    const search = new RecordSearch(new SearchPort(handCounted), 6);
    return new Explorer(handCounted, query, search);
  };
  const titles = (explorer: Explorer) =>
    [...explorer.activeRecords].map((record) => handCounted.records.title.at(record));

  it('keeps what the search finds, beside the other clauses', async () => {
    const explorer = start();
    explorer.includeText('two countries');
    expect(explorer.activeCount).toBe(5);
    await vi.waitFor(() => expect(titles(explorer)).toEqual(['Two countries and five hidden tags']));
    explorer.includeText('cyprus');
    await vi.waitFor(() => expect(explorer.activeCount).toBe(0));
    explorer.releaseText('two countries');
    expect(titles(explorer)).toEqual(['Cyprus twice']);
  });

  it('asks for the words of a link, and tells words that nothing can be searched by', async () => {
    const explorer = start('?text=cyprus&text=%E2%80%A6');
    expect(explorer.unknown).toEqual([{ key: 'text', value: '…' }]);
    await vi.waitFor(() => expect(titles(explorer)).toEqual(['Cyprus twice']));
    expect(explorer.query('')).toBe('text=cyprus&v=1');
    explorer.restore('');
    expect(explorer.activeCount).toBe(5);
  });
});
