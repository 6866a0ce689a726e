import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted, PLACE } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { withYears, YEAR } from '../../../tests/filter/with-years.ts';
import { Explorer } from '../explorer.svelte.ts';
import { NO_SEARCH } from '../search/text-search.ts';
import { filterChips, type FilterChip } from './filter-chips.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const inWords = (chip: FilterChip): string =>
  chip.kind === 'mode' ? `${chip.mode} of ${chip.words}` : `${chip.word} ${chip.label}`;

const chipsOf = (query: string) => filterChips(new Explorer(handCounted, query));

describe('the chips of a filter', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['', []],
    ['geography=DEU', ['place Germany']],
    ['geography=DEU&geography=CYP', ['place Germany', 'place Cyprus', 'any of 2 places']],
    ['geography=DEU&geography=CYP&mode.geography=all', ['place Germany', 'place Cyprus', 'all of 2 places']],
    ['not.geography=DEU', ['not place Germany']],
    [
      'not.author=OpenAI&author=Ada&author=Bo',
      ['author Ada', 'author Bo', 'any of 2 authors', 'not author OpenAI'],
    ],
    ['min.technology=0.50', ['technology score at least 0.50']],
    ['min.author=0.50', ['author score at least 0.50']],
    ['complete=1', ['only complete tag lists']],
    ['tagged.geography=any&tagged.author=none', ['with any place', 'with no author']],
    ['text=gpt-4&text=open++weights', ['text “gpt-4”', 'text “open weights”']],
    [
      'complete=1&min.geography=0.07&author=Cy&technology=Artificial+Intelligence',
      [
        'geography score at least 0.07',
        'technology Artificial Intelligence',
        'author Cy',
        'only complete tag lists',
      ],
    ],
    ['rule=score&focus.geography=DEU&table=map&record=r1', []],
  ])('%s are %j', (query, words) => expect(chipsOf(query).map(inWords)).toEqual(words));

  it.each([
    ['year=2014', ['year 2014']],
    ['year=2012&year=2010&year=2011', ['year 2010–2012']],
    // no year of the dataset lies between them
    ['year=2012&year=2014&year=1999', ['year 1999', 'year 2012–2014', 'any of 1999, 2012–2014']],
    ['year=2010s>2014&year=2010s', ['year 2010s', 'year 2014', 'any of 2010s, 2014']],
    ['year=1990s&year=2010s', ['year 1990s–2010s']],
    ['year=2010&year=2011&mode.year=all', ['year 2010', 'year 2011', 'all of 2010, 2011']],
    ['not.year=2010&not.year=2011&year=2021', ['year 2021', 'not year 2010–2011']],
  ])('of years that follow each other are one: %s', (query, words) => {
    const explorer = new Explorer(withYears, query);
    expect(filterChips(explorer).map(inWords)).toEqual(words);
    expect(explorer.unknown).toEqual([]);
  });

  it('count runs of years, where there are many', () => {
    const explorer = new Explorer(withYears);
    explorer.includeAny('year', [YEAR.y1999, YEAR.y2011, YEAR.y2014]);
    expect(filterChips(explorer, 2).map(inWords)).toEqual([
      'years: 1999, 2011 and 1 more',
      'any of 1999, 2011 and 1 more',
    ]);
    explorer.includeAny('year', [YEAR.nineties, YEAR.y2011, YEAR.y2012, YEAR.y2021]);
    expect(filterChips(explorer, 2).map(inWords)).toEqual([
      'years: 1990s, 2011–2012 and 1 more',
      'any of 1990s, 2011–2012 and 1 more',
    ]);
    explorer.includeAny('year', [YEAR.y2014, YEAR.y2012, YEAR.y2011, YEAR.y2010]);
    expect(filterChips(explorer, 2).map(inWords)).toEqual(['year 2010–2014']);
  });

  it('hold the whole path for their title', () => {
    const [chip] = chipsOf('geography=Europe%3EGermany%3EBavaria');
    expect(chip).toMatchObject({ label: 'Bavaria', title: 'Europe › Germany › Bavaria', excluded: false });
  });

  it.each([
    ['Technology', '2 technologies'],
    ['Industry', '2 industries'],
    ['Genre', '2 genres'],
    ['Topics', '2 topics'],
    ['Essay', '2 essays'],
  ])('speak of several values of %s as %s', (label, words) => {
    const facets = handCounted.facets.map((facet) => ({ ...facet, label }));
    const explorer = new Explorer({ ...handCounted, facets });
    explorer.toggleIncluded('technology', 0);
    explorer.toggleIncluded('technology', 1);
    expect(filterChips(explorer)[2]).toMatchObject({ kind: 'mode', words });
  });

  it('tell how many records have the words, or that they could not be searched', async () => {
    const matching = (text: string) =>
      text === 'broken' ? Promise.reject(new Error('no memory')) : Promise.resolve(Uint32Array.of(2));
    const explorer = new Explorer(handCounted, 'text=tags&text=broken', { ...NO_SEARCH, matching });
    const notes = () => filterChips(explorer).map((chip) => ('note' in chip ? chip.note : ''));
    expect(notes()).toEqual(['searching…', 'searching…']);
    await new Promise((resolve) => setTimeout(resolve));
    expect(notes()).toEqual(['1 record', 'not applied']);
    expect(filterChips(explorer)[1]).toMatchObject({ answer: 'fault', excluded: true });
    expect(filterChips(explorer).map((chip) => ('title' in chip ? chip.title : ''))[1]).toContain(
      'no memory',
    );
    expect(explorer.activeCount).toBe(1);
  });

  it('share one where there are many, in the bar alone', () => {
    const explorer = new Explorer(handCounted);
    const { asia, europe, germany, bavaria } = PLACE;
    explorer.includeAny('geography', [asia, europe, germany, bavaria]);
    const inBar = () => filterChips(explorer, 3).map(inWords);
    expect(inBar()).toEqual(['4 places: Asia, Europe and 2 more', 'any of 4 places']);
    expect(filterChips(explorer, 3)[0]).toMatchObject({ title: 'Asia, Europe, Germany, Bavaria' });
    expect(filterChips(explorer, 4).map(inWords)).toHaveLength(5);
    expect(filterChips(explorer).map(inWords)).toHaveLength(5);
    for (const node of [asia, europe, germany, bavaria]) explorer.toggleExcluded('geography', node);
    expect(inBar()).toEqual(['not 4 places: Asia, Europe and 2 more']);
  });

  it('are the whole filter: removing them one by one, in any order, leaves nothing', () => {
    fc.assert(
      fc.property(
        oddDataset,
        walk(40),
        fc.infiniteStream(fc.nat()),
        fc.nat(5),
        (dataset, steps, picks, alone) => {
          const explorer = new Explorer(dataset);
          for (const step of steps) take(explorer, step);
          for (;;) {
            const chips = filterChips(explorer, alone).filter((chip) => chip.kind !== 'mode');
            const keys = filterChips(explorer, alone).map(({ key }) => key);
            expect(new Set(keys).size).toBe(keys.length);
            expect(explorer.isFiltered).toBe(chips.length > 0);
            if (chips.length === 0) break;
            const chip = chips[picks.next().value % chips.length]!;
            if (chip.kind === 'node' || chip.kind === 'more') explorer.release(chip.facet, chip.nodes);
            else if (chip.kind === 'threshold') explorer.setMinScore(chip.facet, 0);
            else if (chip.kind === 'presence') explorer.askPresence(chip.facet, undefined);
            else if (chip.kind === 'text') explorer.releaseText(chip.text);
            else explorer.setCompleteOnly(false);
            expect(filterChips(explorer, alone).map(({ key }) => key)).not.toContain(chip.key);
          }
          expect(explorer.activeCount).toBe(dataset.recordCount);
        },
      ),
      { numRuns: 150 },
    );
  });
});
