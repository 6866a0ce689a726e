import { expect, it } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { describeRecordTags } from './describe-record.ts';
import { Explorer } from '../explorer.svelte.ts';

const [geography, technology] = handCounted.facets;
const rows = (query: string, facet = technology!, record = 1) =>
  describeRecordTags(new Explorer(handCounted, query), facet, record).rows.map(
    ({ label, value }) => `${label} ${value}`,
  );

it('a record’s tags tell what they lie in that is included, first', () => {
  expect(rows('')).toEqual(['Machine Learning 1.00', 'Vision 0.50']);
  expect(rows('technology=Artificial+Intelligence%3EVision')).toEqual([
    '◆ Vision 0.50',
    'Machine Learning 1.00',
  ]);
  expect(rows('technology=Artificial+Intelligence')).toEqual([
    '◆ Machine Learning, in Artificial Intelligence 1.00',
    '◆ Vision, in Artificial Intelligence 0.50',
  ]);
  expect(rows('technology=Artificial+Intelligence%3EVision&min.technology=0.60')[0]).toBe(
    'Machine Learning 1.00',
  );
});

it('places of one name are told apart by their paths', () => {
  expect(rows('', geography, 2)).toEqual(['Europe › Cyprus 0.20', 'Asia › Middle East › Cyprus 0.05']);
  expect(rows('geography=Asia', geography, 2)).toEqual(['◆ Cyprus, in Asia 0.05', 'Cyprus 0.20']);
  expect(rows('geography=CYP', geography, 2)).toEqual([
    '◆ Europe › Cyprus 0.20',
    '◆ Asia › Middle East › Cyprus 0.05',
  ]);
  expect(rows('geography=DEU', geography, 0)).toEqual(['◆ Germany 0.20', '◆ Bavaria, in Germany 0.10']);
});
