import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { withYears } from '../../../tests/filter/with-years.ts';
import { Explorer } from '../explorer.svelte.ts';
import { shownFacet, tagsHead } from './record-facet.ts';

const [geography, technology] = handCounted.facets;

describe('the tags that the list shows', () => {
  it.each([
    ['', 'Tagged places'],
    ['technology=Artificial+Intelligence', 'technology'],
    ['not.technology=Artificial+Intelligence', 'Tagged places'],
    ['technology=Artificial+Intelligence&geography=DEU', 'Tagged places'],
    ['geography=DEU&tags=technology', 'technology'],
    ['technology=Artificial+Intelligence&tags=geography', 'Tagged places'],
    ['author=Ada', 'Tagged places'],
    ['tagged.technology=any', 'technology'],
    ['tagged.geography=any&technology=Artificial+Intelligence', 'technology'],
    ['tagged.technology=none', 'Tagged places'],
  ])('under "%s" are %s', (query, head) => {
    expect(tagsHead(shownFacet(new Explorer(handCounted, query))!)).toBe(head);
  });

  it('are years only where they are asked for', () => {
    const facets = [...withYears.facets].reverse();
    const shown = (query: string) => shownFacet(new Explorer({ ...withYears, facets }, query))!.id;
    const queries = ['', 'year=2014', 'year=2014&technology=Vision', 'tags=year&geography=DEU'];
    expect(queries.map(shown)).toEqual(['geography', 'geography', 'technology', 'year']);
  });

  it('are the first that are there where no place is tagged', () => {
    const none = { tagOffset: geography!.tagOffset.map(() => 0), tagConcept: new Uint8Array(0) };
    const empty = { ...geography!, ...none, tagConcept: new Uint32Array(0), tagScore: new Uint8Array(0) };
    const shown = (facets: typeof handCounted.facets) =>
      shownFacet(new Explorer({ ...handCounted, facets }))?.id;
    expect(shown([technology!, geography!])).toBe('geography');
    expect(shown([technology!])).toBe('technology');
    expect(shown([empty, technology!])).toBe('technology');
    expect(shown([empty])).toBe('geography');
    expect(shown([])).toBeUndefined();
  });

  it('hang on nothing but the link, in any walk', () => {
    fc.assert(
      fc.property(oddDataset, walk(20), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        const again = new Explorer(dataset, explorer.query(''));
        expect(shownFacet(again)?.id).toBe(shownFacet(explorer)?.id);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
