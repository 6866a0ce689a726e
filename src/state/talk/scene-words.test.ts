import { describe, expect, it } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import type { Scene } from '../../model/scene.ts';
import { Explorer } from '../explorer.svelte.ts';
import { changesInPlace, filterWords, sceneTitle } from './scene-words.ts';

const scene = (query: string, view: Scene['view'] = 'map'): Scene => ({
  title: 't',
  text: '',
  notes: '',
  view,
  query,
});

describe('the marks of two scenes', () => {
  it.each([
    ['', 'geography=DEU', true],
    ['min.geography=0.10', 'rule=score&not.technology=x', true],
    ['focus.geography=DEU', 'focus.geography=DEU&geography=DEU', true],
    ['', 'focus.geography=DEU', false],
    ['projection=globe', '', false],
    ['at=10,51,4', 'geography=DEU', true],
    ['projection=globe&at=10,51,1', 'projection=globe&at=105,30,1', false],
    ['', 'record=r1', false],
    ['', 'table=map', false],
  ])('of the map stay in place from "%s" to "%s": %s', (before, after, expected) => {
    expect(changesInPlace(scene(before), scene(after))).toBe(expected);
    expect(changesInPlace(scene(after), scene(before))).toBe(expected);
  });

  it('do not stay where another view comes', () => {
    expect(changesInPlace(scene(''), scene('', 'topics'))).toBe(false);
    expect(changesInPlace(scene('', 'topics'), scene('', 'topics'))).toBe(false);
  });
});

describe('the filter in words', () => {
  it('tells another threshold as something new', () => {
    const words = (query: string) => filterWords(new Explorer(handCounted, query));
    expect(words('')).toEqual([]);
    const [first] = words('min.geography=0.10');
    const [second] = words('min.geography=0.20');
    expect(first!.words).toMatch(/0\.10$/);
    expect(first!.key).not.toBe(second!.key);
    expect(words('not.author=OpenAI')[0]).toMatchObject({ words: 'not author OpenAI', isExcluded: true });
  });
});

describe('a scene that nobody has named', () => {
  const title = (query: string, limit = 200) => sceneTitle(new Explorer(handCounted, query), limit);

  it('is called by all that its numbers hang on, else by the dataset', () => {
    expect(title('')).toBe(handCounted.title);
    expect(title('min.geography=0.10&not.author=OpenAI')).toBe('geography score at least 0.10, not OpenAI');
    expect(title('coauthors.around=OpenAI&min.geography=0.10')).toBe(
      'around OpenAI, geography score at least 0.10',
    );
  });

  it.each([
    ['geography=DEU&geography=CYP', 'Germany or Cyprus'],
    ['geography=DEU&geography=CYP&mode.geography=all', 'Germany and Cyprus'],
    ['not.geography=DEU&author=Ada', 'not Germany, Ada'],
    ['geography=DEU&technology=Artificial+Intelligence', 'Germany, technology Artificial Intelligence'],
    // beside another place or person the word tells what is filtered by
    ['focus.geography=CYP&geography=DEU', 'Cyprus, place Germany'],
    ['coauthors.around=OpenAI&author=Ada', 'around OpenAI, author Ada'],
  ])('names places and people without a word before them: %s', (query, words) => {
    expect(title(query)).toBe(words);
  });

  it('ends in "…" where that is too long', () => {
    const long = title('min.geography=0.10&not.author=OpenAI', 20);
    expect(long).toHaveLength(20);
    expect(long.endsWith('…')).toBe(true);
  });
});
