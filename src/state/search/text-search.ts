/** What is asked of the records' texts, which lie with the dataset's worker where there is one. */
export interface TextSearch {
  /** All records that have the words, each once; rejects where they cannot be searched. */
  matching(text: string): Promise<Uint32Array>;
  /** Each record's position by its title, as `alphabeticalRanks` gives it; rejects where nobody answers. */
  titleRanks(): Promise<Uint32Array>;
}

/** Where no texts are searched. */
export const NO_SEARCH: TextSearch = {
  matching: () => Promise.reject(new Error('there is no search here')),
  titleRanks: () => Promise.reject(new Error('there is no search here')),
};
