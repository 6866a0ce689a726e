import { expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import { problemLines, problemsFile } from './problems-file.ts';

const record = (title: string) => ({ title, authors: [], tags: {}, hidden: {} });
const problem = (code: Problem['code'], file: string, line: number, text = ''): Problem => ({
  code,
  file,
  line,
  text,
  reason: 'a reason',
});
const dataset: Dataset = {
  ...makeDataset({ authors: [], facets: [], records: [record('One'), record('Two, "too"')] }),
  title: 'My Field / 2026',
  problems: [
    problem('no-tags', 'test.txt', 0),
    problem('repeated-author', 'test.txt', 2, '=Hu, Xin'),
    problem('blank-line', 'test.txt', 3),
    problem('unused-identity', 'authors.csv', 1),
  ],
};

it('the file of the problems has a row each, in reading order, with the record of its line', () => {
  expect([...problemLines(dataset)]).toEqual([
    'kind,meaning,file,line,text,reason,record,title\r\n',
    'no-tags,File without a single tag,test.txt,,,a reason,,\r\n',
    'repeated-author,"Author listed twice on one record, counted once",test.txt,2,"=Hu, Xin",a reason,r1,"Two, ""too"""\r\n',
    'blank-line,"Blank line, skipped",test.txt,3,,a reason,,\r\n',
    'unused-identity,Line of the author list that changes nothing here,authors.csv,1,,a reason,,\r\n',
  ]);
});

it('it is called as the other files of the dataset are, and holds these lines', async () => {
  const { name, blob } = await problemsFile(dataset);
  expect(name).toBe('my-field-2026_problems.csv');
  expect(await blob.text()).toBe([...problemLines(dataset)].join(''));
  expect((await problemsFile({ ...dataset, title: '…' })).name).toBe('whereabouts_problems.csv');
});
