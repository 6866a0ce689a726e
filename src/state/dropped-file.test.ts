import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeScenes } from '../model/scenes-file.ts';
import { otherFileInWords } from './dropped-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('scenes, datasets and search results are told for what they are', () => {
  const scenes = writeScenes({ scenes: [], origin: { title: 'T', records: 9 } });
  expect(otherFileInWords(bytes(scenes))).toContain('“Present”');
  expect(otherFileInWords(readFileSync('public/dataset.json'))).toContain('dataset.json');
  expect(otherFileInWords(readFileSync('data/training-language-models.txt'))).toContain('npm run data');
  expect(otherFileInWords(bytes('Title\r\n- (30 more...)\r\n'))).toContain('npm run data');
});

it.each(['', '{}', '<svg/>', 'a list\n- one (1)\n- two', '\0\xff'])(
  'of others nothing is said: %s',
  (text) => {
    expect(otherFileInWords(bytes(text))).toBeUndefined();
  },
);
