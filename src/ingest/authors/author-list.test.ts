import { describe, expect, it } from 'vitest';
import { readAuthors } from './author-list.ts';
import { problemLog } from '../lines/problem-log.ts';

function read(text: string) {
  const log = problemLog('a.txt');
  const authors = readAuthors({ number: 7, text, length: text.length }, log);
  return {
    names: authors.map(({ family, given }) => (given === null ? family : `${family}, ${given}`)),
    problems: log.problems.map(({ code, text: quoted }) => `${code}: ${quoted}`),
    log,
  };
}

describe('readAuthors', () => {
  it.each([
    ['pairs', 'Hu, Xin, Fishman, Simón Posada', ['Hu, Xin', 'Fishman, Simón Posada'], []],
    ['a group', 'OpenAI, null, Hu, Xin', ['OpenAI', 'Hu, Xin'], []],
    [
      'white space and no blank after a comma',
      '  Hu,Xin ,  Li,  Mei  Ling ',
      ['Hu, Xin', 'Li, Mei Ling'],
      [],
    ],
    [
      'initials and hyphens',
      'Dimakis, Alexandros G., Co-Reyes, John D',
      ['Dimakis, Alexandros G.', 'Co-Reyes, John D'],
      [],
    ],
    ['a punctuation mark', ':, null, Hu, Xin', ['Hu, Xin'], ['stray-punctuation: :, null']],
    ['a punctuation mark as given name', 'Plato, -', ['Plato'], ['stray-punctuation: Plato, -']],
    ['a punctuation mark as family name', '*, Plato', ['Plato'], ['stray-punctuation: *, Plato']],
    ['a family name that is null', 'null, Plato', ['Plato'], ['stray-punctuation: null, Plato']],
    ['no name at all', 'null, null', [], ['stray-punctuation: null, null']],
    [
      'a person split in two',
      'Michael, null, Pokorny, null, Hu, Xin',
      ['Michael', 'Pokorny', 'Hu, Xin'],
      ['split-person: Michael, null, Pokorny, null'],
    ],
    [
      'a person split in three is flagged once',
      'Ana, null, María, null, López, null',
      ['Ana', 'María', 'López'],
      ['split-person: Ana, null, María, null, López, null'],
    ],
    [
      'groups are no split person',
      'OpenAI, null, DeepMind, null, IBM, null',
      ['OpenAI', 'DeepMind', 'IBM'],
      [],
    ],
    ['a group beside a person', 'OpenAI, null, Michael, null', ['OpenAI', 'Michael'], []],
    ['groups of several words', 'Llama Team, null, Qwen Team, null', ['Llama Team', 'Qwen Team'], []],
    [
      'two single names that are not adjacent',
      'Plato, null, Hu, Xin, Madonna, null',
      ['Plato', 'Hu, Xin', 'Madonna'],
      [],
    ],
    ['an odd part', 'Hu, Xin, Li', ['Hu, Xin'], ['odd-authors: Li']],
    ['a comma at the end', 'Hu, Xin,', ['Hu, Xin'], ['odd-authors: Hu, Xin,']],
    ['a repeated author', 'Hu, Xin, Li, Na, Hu,  Xin', ['Hu, Xin', 'Li, Na'], ['repeated-author: Hu, Xin']],
    ['the same letter written two ways', 'Ko\u0308, A, Kö, A', ['Kö, A'], ['repeated-author: Kö, A']],
  ])('reads %s', (_, text, names, problems) => expect(read(text)).toMatchObject({ names, problems }));

  it('reads 282 pairs', () => {
    const names = Array.from({ length: 282 }, (_, i) => `Family${i}, Given${i}`);
    expect(read(names.join(', '))).toMatchObject({ names, problems: [] });
  });

  it('says in which line, and what was done', () => {
    expect(read('Hu, Xin, Li').log.problems).toEqual([
      {
        code: 'odd-authors',
        file: 'a.txt',
        line: 7,
        text: 'Li',
        reason: 'part 3 of 3 has no partner and is left out; the pairs before it may be shifted',
      },
    ]);
  });
});
