/** Searches that are compared: all find records that have every word of the query, or words that begin so. */
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { buildIndex } from '../../src/search/build-index.ts';
import { namesOf, type RecordTexts } from '../../src/search/record-texts.ts';

const LISTED = 6;

export interface SearchPeer {
  readonly name: string;
  /** @returns a search, which tells how many records it found */
  readonly build: (texts: RecordTexts) => ((query: string) => number) | Promise<(query: string) => number>;
}

const authorsOf = (texts: RecordTexts, record: number) => namesOf(texts, record).join('; ');

export const SEARCH_PEERS: readonly SearchPeer[] = [
  {
    name: 'Whereabouts',
    build: (texts) => {
      const index = buildIndex(texts);
      return (query) => index.find(query, LISTED).found;
    },
  },
  {
    name: 'MiniSearch',
    build: (texts) => {
      const index = new MiniSearch({ fields: ['title', 'authors', 'abstract'] });
      for (let id = 0; id < texts.title.length; id++) {
        index.add({
          id,
          title: texts.title.at(id),
          authors: authorsOf(texts, id),
          abstract: texts.abstract.at(id),
        });
      }
      return (query) => index.search(query, { prefix: true, combineWith: 'AND' }).length;
    },
  },
  {
    name: 'FlexSearch',
    build: (texts) => {
      // one field: over several it finds only records that have all words in the same one
      const index = new FlexSearch.Index({ tokenize: 'forward' });
      for (let id = 0; id < texts.title.length; id++) {
        index.add(id, `${texts.title.at(id)} ${authorsOf(texts, id)} ${texts.abstract.at(id)}`);
      }
      return (query) => index.search(query, { limit: texts.title.length }).length;
    },
  },
];
