import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCoauthors } from '../../tests/filter/arbitrary-coauthors.ts';
import { DEFAULT_COAUTHORS, readCoauthors, writeCoauthors } from './coauthor-settings.ts';

/** Ten authors, named "a0" to "a9". */
const keys = {
  keyOf: (author: number) => `a${author}`,
  nodeOf: (key: string) => (/^a\d$/.test(key) ? Number(key[1]) : undefined),
};

function read(query: string) {
  const unknown: { key: string; value: string }[] = [];
  return { asked: readCoauthors(new URLSearchParams(query), keys, unknown), unknown };
}

describe('what is asked of the co-author graph', () => {
  it('is nothing in a link by default', () => {
    const query = new URLSearchParams();
    writeCoauthors(query, DEFAULT_COAUTHORS, keys);
    expect(query.size).toBe(0);
    expect(read('')).toEqual({ asked: DEFAULT_COAUTHORS, unknown: [] });
  });

  it('comes back from a link as it was', () => {
    fc.assert(
      fc.property(arbitraryCoauthors(10), (asked) => {
        const query = new URLSearchParams();
        writeCoauthors(query, asked, keys);
        expect(read(query.toString())).toEqual({ asked, unknown: [] });
      }),
    );
  });

  it.each([
    ['around=Nobody'],
    ['steps=3'],
    ['strength=none'],
    ['min=-1'],
    ['min=1e9'],
    ['min=NaN'],
    ['alone=1'],
    ['pairs=1'],
    ['pairs=201'],
    ['pairs=2.5'],
    ['colour=red'],
  ])('%s is not known, and told', (part) => {
    const [name = '', value = ''] = part.split('=');
    expect(read(`coauthors.${part}`)).toEqual({
      asked: DEFAULT_COAUTHORS,
      unknown: [{ key: `coauthors.${name}`, value }],
    });
  });
});
