import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted, PERSON, PLACE, TOPIC } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { withYears, YEAR } from '../../../tests/filter/with-years.ts';
import { Explorer } from '../explorer.svelte.ts';
import { stepInWords } from './step-words.ts';

type Deed = (explorer: Explorer) => void;
const include: Deed = (explorer) => explorer.toggleIncluded('geography', PLACE.germany);

const STEPS: readonly (readonly [words: string, before: Deed | null, step: Deed])[] = [
  ['Include Germany', null, include],
  ['Compare with place Germany', include, (explorer) => explorer.compareWith(explorer.filter)],
  [
    'Compare with all records',
    (explorer) => explorer.restore('geography=CYP&vs.geography=DEU'),
    (explorer) => explorer.compareWith(null),
  ],
  [
    'Swap what is compared',
    (explorer) => explorer.restore('geography=CYP&vs.geography=DEU'),
    (explorer) => explorer.exchange(),
  ],
  ['Release Germany', include, include],
  ['Exclude Germany', null, (explorer) => explorer.toggleExcluded('geography', PLACE.germany)],
  ['Only Bavaria', include, (explorer) => explorer.includeAny('geography', [PLACE.bavaria])],
  ['Exclude OpenAI', null, (explorer) => explorer.toggleExcluded('author', PERSON.group)],
  ['Score of geography at least 0.10', null, (explorer) => explorer.setMinScore('geography', 10)],
  [
    'Any score of geography',
    (explorer) => explorer.setMinScore('geography', 10),
    (explorer) => explorer.setMinScore('geography', 0),
  ],
  ['Geography: all of the included', include, (explorer) => explorer.setMode('geography', 'all')],
  ['Only records with no place', null, (explorer) => explorer.askPresence('geography', 'none')],
  [
    'Records with and without author',
    (explorer) => explorer.askPresence('author', 'any'),
    (explorer) => explorer.askPresence('author', undefined),
  ],
  ['Complete tag lists only', null, (explorer) => explorer.setCompleteOnly(true)],
  ['Only records with “open weights”', null, (explorer) => explorer.includeText('open weights')],
  [
    'Release “open weights”',
    (explorer) => explorer.includeText('open weights'),
    (explorer) => explorer.releaseText('open weights'),
  ],
  ['Count by fractional', null, (explorer) => explorer.setRule('fractional')],
  ['Zoom to Germany', null, (explorer) => explorer.focusOn('geography', PLACE.germany)],
  [
    'Zoom out to all of technology',
    (explorer) => explorer.focusOn('technology', TOPIC.ai),
    (explorer) => explorer.focusOn('technology', undefined),
  ],
  ['Co-authors as a table', null, (explorer) => explorer.showTable('coauthors', true)],
  ['Show who is around Bo', null, (explorer) => explorer.setCoauthors({ around: PERSON.bo })],
  ['Links of at least 2', null, (explorer) => explorer.setCoauthors({ minStrength: 2 })],
  [
    'Links by fractional counting, links of any strength',
    (explorer) => explorer.setCoauthors({ minStrength: 2 }),
    (explorer) => explorer.setCoauthors({ strength: 'fractional', minStrength: 0 }),
  ],
  ['People without a link hidden', null, (explorer) => explorer.setCoauthors({ hideAlone: true })],
  ['Hubs from more than 100 authors', null, (explorer) => explorer.setCoauthors({ maxPairAuthors: 100 })],
  ['People coloured by place', null, (explorer) => explorer.setCoauthors({ color: 'place' })],
  ['Profile of Bo', null, (explorer) => explorer.showAuthor(PERSON.bo)],
  ['Map: globe', null, (explorer) => explorer.setMap({ projection: 'globe' })],
  ['Records by title', null, (explorer) => explorer.sortRecords('title')],
  ['Records by highest score of what is included', include, (explorer) => explorer.sortRecords('included')],
  ['Tags of the records: technology', null, (explorer) => explorer.showTagsOf('technology')],
  [
    'Tags of the records: automatic',
    (explorer) => explorer.showTagsOf('technology'),
    (explorer) => explorer.showTagsOf(null),
  ],
  [
    'Clear all filters',
    (explorer) => {
      include(explorer);
      explorer.setMinScore('technology', 5);
    },
    (explorer) => explorer.clearAll(),
  ],
];

describe('a step in words', () => {
  it.each(STEPS)('%s', (words, before, step) => {
    const explorer = new Explorer(handCounted);
    before?.(explorer);
    const from = explorer.query('');
    step(explorer);
    expect(stepInWords(explorer, from, explorer.query(''))).toBe(words);
  });

  it('tells of years that follow each other as one', () => {
    const explorer = new Explorer(withYears, 'year=1999');
    const from = explorer.query('');
    explorer.includeAny('year', [YEAR.y2014, YEAR.y2011, YEAR.y2012]);
    expect(stepInWords(explorer, from, explorer.query(''))).toBe('Only 2011–2014');
  });

  it('that changes what has no words yet is told by its key', () => {
    const explorer = new Explorer(handCounted);
    expect(stepInWords(explorer, '', 'later.key=x')).toBe('Later.key x');
    expect(stepInWords(explorer, 'later.key=x', '')).toBe('No later.key');
  });

  it('says something exactly where something changed, in any walk', () => {
    fc.assert(
      fc.property(oddDataset, walk(30), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) {
          const before = explorer.query('');
          take(explorer, step);
          const after = explorer.query('');
          expect(stepInWords(explorer, before, after) === 'No change').toBe(before === after);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
