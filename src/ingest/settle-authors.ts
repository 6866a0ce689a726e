/** Who is who: what a list of authors says is done, what the names themselves suggest is told. */
import type { Dataset } from '../model/dataset.ts';
import { applyIdentities } from './apply-identities.ts';
import { parseAuthorIdentities } from './author-identities.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { problemCounts } from './problem-counts.ts';

/**
 * Applies a list of authors to a dataset whose authors are as the source writes them, and looks for names that may be
 * one person's. Without the list the authors stay so: nothing is remembered of an earlier one.
 * @param list a CSV file, see author-identities.ts
 */
export function settleAuthors(
  dataset: Dataset,
  list: { readonly name: string; readonly text: string } | undefined,
): Dataset {
  const settled = list === undefined ? dataset : applyList(dataset, list);
  return {
    ...settled,
    report: {
      ...settled.report,
      authors: settled.authors.family.length,
      problems: problemCounts(settled.problems),
      likelyDuplicates: likelyDuplicates(settled),
    },
  };
}

function applyList(dataset: Dataset, list: { readonly name: string; readonly text: string }): Dataset {
  const { identities, problems: faults } = parseAuthorIdentities(list.name, list.text);
  const { authors, records, account, problems } = applyIdentities(dataset, identities);
  return {
    ...dataset,
    authors,
    records,
    problems: [...dataset.problems, ...[...faults, ...problems].sort((a, b) => a.line - b.line)],
    report: { ...dataset.report, ...(account === undefined ? {} : { identities: account }) },
  };
}
