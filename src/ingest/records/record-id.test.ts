import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctIds, hash53, recordId } from './record-id.ts';

const hu = { family: 'Hu', given: 'Xin' };
const openAi = { family: 'OpenAI', given: null };

describe('recordId', () => {
  it('is what it always was, so that links survive', () => {
    expect(recordId('GPT-4 Technical Report', [openAi])).toBe('i9p21do4up');
    expect(recordId('', [])).toMatch(/^[0-9a-z]{10}$/);
  });

  it('does not see case and punctuation of the title', () => {
    expect(recordId('GPT-4: technical report', [hu])).toBe(recordId('GPT-4 Technical Report', [hu]));
  });

  it('sees the authors', () => {
    const ids = [[], [hu], [openAi], [hu, openAi], [openAi, hu]].map((authors) => recordId('A', authors));
    expect(new Set(ids).size).toBe(5);
  });

  it('has ten characters for any title', () => {
    fc.assert(fc.property(fc.string(), (title) => /^[0-9a-z]{10}$/.test(recordId(title, []))));
  });

  it('is seldom the same for two titles', () => {
    expect(new Set(Array.from({ length: 50_000 }, (_, i) => hash53(`title ${i}`))).size).toBe(50_000);
  });
});

it('distinctIds numbers equal ids in their order', () => {
  expect(distinctIds(['a', 'b', 'a', 'a', 'c'])).toEqual(['a', 'b', 'a-2', 'a-3', 'c']);
});
