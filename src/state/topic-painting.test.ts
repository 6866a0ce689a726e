import { expect, it } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import { againstClass } from '../layout/classes/against-classes.ts';
import { comparisonOf } from './comparison.ts';
import { Explorer } from './explorer.svelte.ts';
import { topicColors, topicPainting } from './topic-painting.ts';

const dataset = syntheticDataset(3000, 1);
const facet = dataset.facets.find(({ kind }) => kind === 'taxonomy')!.id;

function explorerAt(color: 'value' | 'expected'): Explorer {
  const explorer = new Explorer(dataset);
  const place = explorer.placeFacet!;
  const { records } = explorer.countsFor(place);
  const [first, second] = [...records.keys()].sort((a, b) => records[b]! - records[a]!);
  explorer.toggleIncluded(place, first!);
  explorer.compareWith(explorer.filter);
  explorer.includeAny(place, [second!]);
  explorer.setMap({ color });
  return explorer;
}

it('colours topics as their quotients say, each with the colour of its class', () => {
  const explorer = explorerAt('expected');
  const painting = topicPainting(explorer, facet)!;
  const comparison = comparisonOf(explorer, facet)!;
  const used = new Set<string>();
  explorer.countsFor(facet).records.forEach((_, node) => {
    const quotient = comparison.quotient(node);
    expect(painting.fillOf(node)).toBe(`against-${quotient ? againstClass(quotient) : 5}`);
    used.add(painting.fillOf(node));
  });
  expect(used.size).toBeGreaterThan(2);
  expect(painting.title).toMatch(/^How often tagged, against \S/);
});

it('leaves them their hues where no comparison is asked for, or none can be made', () => {
  expect(topicPainting(explorerAt('value'), facet)).toBeNull();
  expect(topicPainting(new Explorer(dataset, 'colour=expected'), facet)).toBeNull();
});

it('says why there are no colours where both sides let the same records pass, or one none', () => {
  const whyAt = (query: string) => topicColors(new Explorer(handCounted, query), 'technology')?.why;
  const ai = 'Artificial+Intelligence';
  expect(whyAt(`technology=${ai}&vs.technology=${ai}>Vision&colour=expected`)).toContain('another kind than');
  expect(whyAt('geography=DEU&vs.tagged.author=none&vs.author=Ada&colour=expected')).toContain('other side');
  expect(whyAt('geography=DEU&tagged.author=none&author=Bo&vs.author=Ada&colour=expected')).toContain(
    'No record',
  );
  expect(whyAt('geography=DEU&vs.geography=CYP&colour=expected')).toBe('');
  expect(whyAt(`technology=${ai}&vs.technology=${ai}>Vision`)).toBeUndefined();
});
