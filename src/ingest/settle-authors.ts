/** Who is who: what a list of authors says is done, what the names themselves suggest is told. */
import type { Dataset } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { IngestReport } from '../model/report.ts';
import { applyIdentities } from './apply-identities.ts';
import { parseAuthorIdentities, type AuthorIdentities } from './author-identities.ts';
import { namesOfPacked, namesOfTexts } from './author-names.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { packNames, unpackNames, type PackedDataset } from './packed-dataset.ts';
import { problemCounts } from './problem-counts.ts';

/** A CSV file that says who is who, see author-identities.ts. */
type AuthorFile = { readonly name: string; readonly text: string } | undefined;

/**
 * Applies a list of authors to a dataset whose authors are as the source writes them, and looks for names that may be
 * one person's. Without the list the authors stay so: nothing is remembered of an earlier one.
 */
export function settleAuthors(dataset: Dataset, list: AuthorFile): Dataset {
  const { identities, problems } = parsed(list);
  const settled = applyList(dataset, identities, problems);
  const names = namesOfTexts(settled.authors);
  const idOf = (record: number) => settled.records.id[record]!;
  return {
    ...settled,
    report: settledReport(settled, names.length, likelyDuplicates(names, { ...settled, idOf })),
  };
}

/** The same of a dataset whose texts are bytes: they become texts only where a list wants that. */
export function settlePackedAuthors(packed: PackedDataset, list: AuthorFile): PackedDataset {
  const { identities, problems } = parsed(list);
  const settled = isEmpty(identities)
    ? { ...packed, problems: [...packed.problems, ...problems] }
    : applyToPacked(packed, identities, problems);
  const names = namesOfPacked(settled.authors);
  const idOf = (record: number) => settled.records.id.valueOf(record)!;
  return {
    ...settled,
    report: settledReport(settled, names.length, likelyDuplicates(names, { ...settled, idOf })),
  };
}

function parsed(list: AuthorFile) {
  const { identities, problems } = parseAuthorIdentities(list?.name ?? '', list?.text ?? '');
  return { identities, problems: list === undefined ? [] : problems };
}

const isEmpty = ({ everywhere, inRecord }: AuthorIdentities) => everywhere.length + inRecord.length === 0;

function settledReport(
  { report, problems }: Pick<Dataset, 'report' | 'problems'>,
  authors: number,
  suggested: IngestReport['likelyDuplicates'],
): IngestReport {
  return { ...report, authors, problems: problemCounts(problems), likelyDuplicates: suggested! };
}

function applyList(dataset: Dataset, identities: AuthorIdentities, faults: readonly Problem[]): Dataset {
  const { authors, records, account, problems } = applyIdentities(dataset, identities);
  return {
    ...dataset,
    authors,
    records,
    problems: [...dataset.problems, ...[...faults, ...problems].sort((a, b) => a.line - b.line)],
    report: { ...dataset.report, ...(account === undefined ? {} : { identities: account }) },
  };
}

function applyToPacked(
  packed: PackedDataset,
  identities: AuthorIdentities,
  faults: readonly Problem[],
): PackedDataset {
  const unsettled = withoutTexts(packed);
  const { authors, records, problems, report } = applyList(unsettled, identities, faults);
  return {
    ...packed,
    // a list that changes nobody leaves the names as they are
    authors: authors === unsettled.authors ? packed.authors : packNames(authors),
    records: { ...packed.records, authorOffset: records.authorOffset, author: records.author },
    problems,
    report,
  };
}

/** What says who is who: names, bylines and ids; titles only if a line of a list names a record by its title. */
function withoutTexts(packed: PackedDataset): Dataset {
  const { records } = packed;
  return {
    ...packed,
    authors: unpackNames(packed.authors),
    records: {
      ...records,
      id: records.id.texts(),
      get title() {
        return records.title.texts();
      },
      abstract: [],
    },
  };
}
