/** Who is who: what a list of authors says is done, what the names themselves suggest is told. */
import type { Dataset } from '../../model/dataset.ts';
import { packTexts } from '../../model/codec/pack-texts.ts';
import type { Problem } from '../../model/problem.ts';
import { applyIdentities } from './apply-identities.ts';
import { parseAuthorIdentities, type AuthorIdentities } from './author-identities.ts';
import { namesOfPacked, namesOfTexts } from './author-names.ts';
import { packNames, unpackNames, type PackedDataset } from '../columns/packed-dataset.ts';
import { problemCounts } from '../problem-counts.ts';
import { suggestionsOf, type Suggestions } from './suggestions.ts';

/** A CSV file that says who is who, see author-identities.ts. */
type AuthorFile = { readonly name: string; readonly text: string } | undefined;

/**
 * Applies a list of authors to a dataset whose authors are as the source writes them, and looks for names that may be
 * one person's. Without the list the authors stay so: nothing is remembered of an earlier one.
 */
export function settleAuthors(dataset: Dataset, list: AuthorFile): Dataset {
  const { identities, problems } = readAuthorList(list);
  const settled = applyList(dataset, identities, problems);
  const { recordCount, records } = settled;
  const works = { recordCount, records, idOf: (record: number) => records.id.at(record) };
  return suggesting(settled, suggestionsOf(namesOfTexts(settled.authors), works, identities));
}

/**
 * The same of a dataset whose texts are bytes: they become texts only where a list wants that.
 * @param known what the names suggest, where that is known; only for a list that {@link changesNobody}
 */
export function settlePackedAuthors(
  packed: PackedDataset,
  list: AuthorFile,
  known?: Suggestions,
): PackedDataset {
  const { identities, problems } = readAuthorList(list);
  const settled = isEmpty(identities)
    ? { ...packed, problems: [...packed.problems, ...problems] }
    : applyToPacked(packed, identities, problems);
  const { recordCount, records } = settled;
  const works = { recordCount, records, idOf: (record: number) => records.id.valueOf(record)! };
  return suggesting(settled, known ?? suggestionsOf(namesOfPacked(settled.authors), works, identities));
}

/** Whether a list leaves all names as they are. */
export const changesNobody = (list: AuthorFile) => isEmpty(readAuthorList(list).identities);

/** The list as it is read, and its faults. */
export function readAuthorList(list: AuthorFile) {
  const { identities, problems } = parseAuthorIdentities(list?.name ?? '', list?.text ?? '');
  return { identities, problems: list === undefined ? [] : problems };
}

/** Whether a list changes no name; it may still say who are two people. */
const isEmpty = ({ everywhere, inRecord }: AuthorIdentities) => everywhere.length + inRecord.length === 0;

/** With the suggestions in the report, and what they left of the list among the problems. */
function suggesting<T extends Summed>(settled: T, { found, unused }: Suggestions): T {
  const problems = [...settled.problems, ...unused];
  return {
    ...settled,
    problems,
    report: {
      ...settled.report,
      authors: settled.authors.family.length,
      problems: problemCounts(problems),
      likelyDuplicates: found,
    },
  };
}

type Summed = Pick<Dataset, 'report' | 'problems'> & {
  readonly authors: { readonly family: { readonly length: number } };
};

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
  const { url, ...records } = packed.records;
  return {
    ...packed,
    authors: unpackNames(packed.authors),
    records: {
      ...records,
      id: packTexts(records.id.texts()),
      get title() {
        return packTexts(records.title.texts());
      },
      abstract: packTexts([]),
      ...(url === undefined ? {} : { url: packTexts([]) }),
    },
  };
}
