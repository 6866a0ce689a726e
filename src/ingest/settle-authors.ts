/** Who is who: what a list of authors says is done, what the names themselves suggest is told. */
import type { Dataset } from '../model/dataset.ts';
import { PackedTexts } from '../model/packed-texts.ts';
import type { Problem } from '../model/problem.ts';
import type { IngestReport } from '../model/report.ts';
import { applyIdentities } from './apply-identities.ts';
import { parseAuthorIdentities, type AuthorIdentities } from './author-identities.ts';
import { namesOfPacked, namesOfTexts, type AuthorNames } from './author-names.ts';
import { DistinctNames } from './distinct-names.ts';
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
  const idOf = (record: number) => settled.records.id.at(record);
  return { ...settled, ...suggested(settled, namesOfTexts(settled.authors), idOf, identities) };
}

/** The same of a dataset whose texts are bytes: they become texts only where a list wants that. */
export function settlePackedAuthors(packed: PackedDataset, list: AuthorFile): PackedDataset {
  const { identities, problems } = parsed(list);
  const settled = isEmpty(identities)
    ? { ...packed, problems: [...packed.problems, ...problems] }
    : applyToPacked(packed, identities, problems);
  const idOf = (record: number) => settled.records.id.valueOf(record)!;
  return { ...settled, ...suggested(settled, namesOfPacked(settled.authors), idOf, identities) };
}

function parsed(list: AuthorFile) {
  const { identities, problems } = parseAuthorIdentities(list?.name ?? '', list?.text ?? '');
  return { identities, problems: list === undefined ? [] : problems };
}

/** Whether a list changes no name; it may still say who are two people. */
const isEmpty = ({ everywhere, inRecord }: AuthorIdentities) => everywhere.length + inRecord.length === 0;

/** The problems with those of the list's answers, and the report with what is suggested. */
function suggested(
  settled: Pick<Dataset, 'recordCount' | 'report' | 'problems'> & {
    readonly records: Pick<Dataset['records'], 'author' | 'authorOffset'>;
  },
  names: AuthorNames,
  idOf: (record: number) => string,
  identities: AuthorIdentities,
): { readonly problems: Problem[]; readonly report: IngestReport } {
  const distinct = new DistinctNames(identities);
  const { recordCount, records, report } = settled;
  const found = likelyDuplicates(names, { recordCount, records, idOf }, (each) => distinct.has(each));
  const problems = [...settled.problems, ...distinct.unused()];
  return {
    problems,
    report: {
      ...report,
      authors: names.length,
      problems: problemCounts(problems),
      likelyDuplicates: found,
    },
  };
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
      id: PackedTexts.from(records.id.texts()),
      get title() {
        return PackedTexts.from(records.title.texts());
      },
      abstract: PackedTexts.from([]),
    },
  };
}
