import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesakes, SAME_NAME } from '../../../tests/filter/namesakes.ts';
import { handCounted, PLACE } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { Explorer } from '../explorer.svelte.ts';
import { distinctName, namesAmong } from './namesakes.ts';
import { filterChips } from './filter-chips.ts';
import { filterWords } from './filter-words.ts';
import { sceneTitle } from '../talk/scene-words.ts';
import { stepInWords } from './step-words.ts';

const explorer = new Explorer(namesakes);

describe('nodes of one name', () => {
  it.each([
    [SAME_NAME.georgiaCountry, 'Georgia (country)'],
    [SAME_NAME.georgiaState, 'Georgia (United States)'],
    // in the same country
    [SAME_NAME.newYorkState, 'New York (region)'],
    [SAME_NAME.newYorkCity, 'New York (city)'],
    [SAME_NAME.parisInTexas, 'Paris (United States)'],
    [SAME_NAME.paris, 'Paris (France)'],
    [SAME_NAME.springfieldInTexas, 'Springfield (Texas)'],
    [SAME_NAME.springfield, 'Springfield'],
    [SAME_NAME.luxembourg, 'Luxembourg (country)'],
    [SAME_NAME.luxembourgCity, 'Luxembourg (city)'],
    [SAME_NAME.unitedStates, 'United States'],
  ])('are told apart by what they are or where they lie: %i is %s', (node, name) => {
    expect(distinctName(explorer, 'geography', node)).toBe(name);
  });

  it('are told apart by what stands above a topic', () => {
    expect([1, 3].map((node) => distinctName(explorer, 'technology', node))).toEqual([
      'Planning (Robots)',
      'Planning (Cities)',
    ]);
  });

  it('are not sought among the branches of one place, which its own name stands for', () => {
    const few = new Explorer(handCounted);
    expect(distinctName(few, 'geography', PLACE.cyprus)).toBe('Cyprus');
    expect(distinctName(few, 'geography', PLACE.cyprusInEurope)).toBe('Cyprus (Europe)');
    expect(distinctName(few, 'geography', PLACE.cyprusInAsia)).toBe('Cyprus (Middle East)');
  });

  it('differ in any dataset, and keep the name where nobody else has it', () => {
    fc.assert(
      fc.property(oddDataset, (dataset) => {
        const explorer = new Explorer(dataset);
        for (const facet of [...dataset.facets.map(({ id }) => id), AUTHOR_FACET]) {
          const nodes = [...explorer.countsFor(facet).records.keys()];
          const shorts = nodes.map((node) => explorer.names.short(facet, node));
          for (const name of new Set(shorts)) {
            const same = nodes.filter((node) => shorts[node] === name);
            const told = same.map((node) => distinctName(explorer, facet, node));
            expect(new Set(told).size).toBe(same.length);
            for (const each of told) expect(each.startsWith(name)).toBe(true);
            if (same.length === 1) expect(told).toEqual([name]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('words that stand alone tell nodes of one name apart', () => {
  const both = 'geography=US-GA&geography=GEO';
  const explorer = new Explorer(namesakes, both);

  it('in chips, captions and the titles of scenes', () => {
    const labels = filterChips(explorer).flatMap((chip) => ('label' in chip ? chip.label : []));
    expect(labels).toEqual(['Georgia (United States)', 'Georgia (country)']);
    expect(filterChips(explorer, 1)[0]).toMatchObject({
      title: 'Georgia (United States), Georgia (country)',
    });
    expect(filterWords(explorer)).toBe('place Georgia (United States) or Georgia (country)');
    expect(sceneTitle(new Explorer(namesakes, 'focus.geography=GEO'), 99)).toBe('Georgia (country)');
  });

  it('in the steps so far', () => {
    expect(stepInWords(explorer, both, 'geography=GEO&v=1')).toBe('Release Georgia (United States)');
    expect(stepInWords(explorer, '', 'focus.geography=GEO')).toBe('Zoom to Georgia (country)');
  });

  it('in a table, where it lists several of one name', () => {
    const { georgiaCountry, georgiaState, paris } = SAME_NAME;
    const named = (...nodes: number[]) => nodes.map(namesAmong(explorer, 'geography', nodes));
    expect(named(georgiaCountry, georgiaState, paris)).toEqual([
      'Georgia (country)',
      'Georgia (United States)',
      'Paris',
    ]);
    expect(named(georgiaCountry, paris)).toEqual(['Georgia', 'Paris']);
  });

  it('and marks keep the short name, beside what tells it', () => {
    expect(explorer.names.short('geography', SAME_NAME.georgiaState)).toBe('Georgia');
  });
});
