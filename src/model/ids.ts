/** The words by which everything in a dataset is referred to. */

/** Position of a record in the dataset's record columns: 0 to recordCount - 1. */
export type RecordIndex = number;

/** Position of a concept in its facet's concept columns. */
export type ConceptId = number;

/** Position of an author in the author columns. */
export type AuthorId = number;

/** A concept facet's id ("geography", "technology", …) or {@link AUTHOR_FACET}. */
export type FacetId = string;

/** The facet whose values are authors: flat, every score 1, never hidden. */
export const AUTHOR_FACET: FacetId = 'author';

/** A confidence in hundredths, a whole number 0 to 100: exact under addition, unlike 0.04 + 0.14. */
export type Hundredths = number;
