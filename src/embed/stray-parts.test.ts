import { expect, it } from 'vitest';
import { readDataset } from '../../tests/ingest/read-dataset.ts';
import { Explorer } from '../state/explorer.svelte.ts';
import { strayParts } from './stray-parts.ts';

const sample = readDataset('data/training-language-models.txt');

it.each([
  ['?view=topics&theme=dark&controls=1&caption=0&lang=en&data=a.json', []],
  ['?geography=USA&min.geography=0.00&rule=records&text=model&v=1', []],
  ['?geography=Atlantis&rule=tally', []], // told as what the dataset does not have
  ['?utm_source=letter&fbclid=1&msclkid=2', []],
  ['?veiw=topics&view=map&contols=1', ['veiw=topics', 'contols=1']],
  ['?geograhpy=USA&geograhpy=CAN&not.place=USA', ['geograhpy=USA', 'geograhpy=CAN', 'not.place=USA']],
])('of %s an embed knows no %j', (query, stray) => {
  const found = strayParts(new Explorer(sample, query), query);
  expect(found.map(({ key, value }) => `${key}=${value}`)).toEqual(stray);
});
