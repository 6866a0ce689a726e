/** How much of a dataset is read. Far above what any source gives; a file beyond is refused, not read in part. */

/** Entries of any one list: tags of a facet, authorships, passages. */
export const ENTRY_LIMIT = 50_000_000;

export const RECORD_LIMIT = 5_000_000;

export const AUTHOR_LIMIT = 20_000_000;

export const FACET_LIMIT = 64;

/** Concepts of one facet; the counts by score take some 512 bytes each. */
export const CONCEPT_LIMIT = 250_000;

/** Levels of a hierarchy, the roots being the first. Whatever walks up from a concept takes so many steps at most. */
export const CONCEPT_LEVEL_LIMIT = 64;

/**
 * Tags of one facet, each counted with the concepts above it: what has to be kept for counting. Bounds the memory
 * that many tags on deep concepts would take, which a file of modest size could otherwise ask for.
 */
export const REACH_LIMIT = 250_000_000;

/** Likely duplicate authors that a dataset lists; their count tells how many more there are. */
export const DUPLICATES_SHOWN = 200;
