/** Who is who: what a list of authors says is done, what the names themselves suggest is told. */
import type { Dataset } from '../model/dataset.ts';
import { applyIdentities } from './apply-identities.ts';
import { parseAuthorIdentities } from './author-identities.ts';
import { DistinctNames } from './distinct-names.ts';
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
  const parsed = parseAuthorIdentities(list?.name ?? '', list?.text ?? '');
  const settled = list === undefined ? dataset : applyList(dataset, parsed);
  const distinct = new DistinctNames(parsed.identities);
  const suggested = likelyDuplicates(settled, (each) => distinct.has(each));
  const problems = [...settled.problems, ...distinct.unused()];
  return {
    ...settled,
    problems,
    report: {
      ...settled.report,
      authors: settled.authors.family.length,
      problems: problemCounts(problems),
      likelyDuplicates: suggested,
    },
  };
}

function applyList(
  dataset: Dataset,
  { identities, problems: faults }: ReturnType<typeof parseAuthorIdentities>,
): Dataset {
  const { authors, records, account, problems } = applyIdentities(dataset, identities);
  return {
    ...dataset,
    authors,
    records,
    problems: [...dataset.problems, ...[...faults, ...problems].sort((a, b) => a.line - b.line)],
    report: { ...dataset.report, ...(account === undefined ? {} : { identities: account }) },
  };
}
