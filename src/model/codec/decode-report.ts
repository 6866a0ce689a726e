/** The part of the dataset that tells how it was read: problems and the account of lines. */
import { DatasetError, listAt, objectAt, stringAt, stringColumn, wholeAt } from './decode-values.ts';
import { DUPLICATES_SHOWN } from '../limits.ts';
import { PROBLEM_CATALOGUE, type Problem, type ProblemCode } from '../problem.ts';
import {
  DUPLICATE_STRENGTHS,
  type DuplicateStrength,
  type FacetAccount,
  type FileAccount,
  type IdentityAccount,
  type IngestReport,
  type LikelyDuplicates,
  type LineAccount,
} from '../report.ts';

function codeAt(value: unknown, path: string): ProblemCode {
  if (typeof value !== 'string' || !Object.hasOwn(PROBLEM_CATALOGUE, value)) {
    throw new DatasetError(path, `is not a known kind of problem`);
  }
  return value as ProblemCode;
}

/** The list of problems. */
export function decodeProblems(json: unknown): Problem[] {
  return listAt(json, 'problems').map((item, i) => {
    const path = `problems[${i}]`;
    const problem = objectAt(item, path);
    return {
      code: codeAt(problem['code'], `${path}.code`),
      file: stringAt(problem['file'], `${path}.file`),
      line: wholeAt(problem['line'], `${path}.line`),
      text: stringAt(problem['text'], `${path}.text`),
      reason: stringAt(problem['reason'], `${path}.reason`),
    };
  });
}

function lineAccount(json: Readonly<Partial<Record<string, unknown>>>, path: string): LineAccount {
  const account = {
    linesIn: wholeAt(json['linesIn'], `${path}.linesIn`),
    linesUsed: wholeAt(json['linesUsed'], `${path}.linesUsed`),
    linesReported: wholeAt(json['linesReported'], `${path}.linesReported`),
  };
  if (account.linesIn !== account.linesUsed + account.linesReported) {
    throw new DatasetError(`${path}.linesIn`, 'is not the sum of the lines used and reported');
  }
  return account;
}

/** The account of lines, records, tags and places. */
export function decodeReport(json: unknown): IngestReport {
  const report = objectAt(json, 'report');
  const files = listAt(report['files'], 'report.files').map((item, i): FileAccount => {
    const file = objectAt(item, `report.files[${i}]`);
    return {
      file: stringAt(file['file'], `report.files[${i}].file`),
      ...lineAccount(file, `report.files[${i}]`),
    };
  });
  const facets = listAt(report['facets'], 'report.facets').map((item, i): FacetAccount => {
    const path = `report.facets[${i}]`;
    const facet = objectAt(item, path);
    return {
      facet: stringAt(facet['facet'], `${path}.facet`),
      concepts: wholeAt(facet['concepts'], `${path}.concepts`),
      tags: wholeAt(facet['tags'], `${path}.tags`),
      hiddenTags: wholeAt(facet['hiddenTags'], `${path}.hiddenTags`),
    };
  });
  const problems: Partial<Record<ProblemCode, number>> = {};
  for (const [code, count] of Object.entries(objectAt(report['problems'], 'report.problems'))) {
    problems[codeAt(code, 'report.problems')] = wholeAt(count, `report.problems.${code}`);
  }
  const whole = (key: string) => wholeAt(report[key], `report.${key}`);
  return {
    ...lineAccount(report, 'report'),
    files,
    recordsRead: whole('recordsRead'),
    duplicatesMerged: whole('duplicatesMerged'),
    records: whole('records'),
    facets,
    authors: whole('authors'),
    countries: whole('countries'),
    placesResolved: whole('placesResolved'),
    placesUnresolved: stringColumn(report['placesUnresolved'], 'report.placesUnresolved'),
    regionsResolved: whole('regionsResolved'),
    regionsUnresolved: stringColumn(report['regionsUnresolved'], 'report.regionsUnresolved'),
    citiesResolved: whole('citiesResolved'),
    citiesUnresolved: stringColumn(report['citiesUnresolved'], 'report.citiesUnresolved'),
    problems,
    ...(report['identities'] === undefined ? {} : { identities: decodeIdentities(report['identities']) }),
    ...(report['likelyDuplicates'] === undefined
      ? {}
      : { likelyDuplicates: decodeDuplicates(report['likelyDuplicates']) }),
  };
}

function decodeIdentities(json: unknown): IdentityAccount {
  const account = objectAt(json, 'report.identities');
  const whole = (key: string) => wholeAt(account[key], `report.identities.${key}`);
  return {
    file: stringAt(account['file'], 'report.identities.file'),
    mergedForms: whole('mergedForms'),
    mergedAuthors: whole('mergedAuthors'),
    splitForms: whole('splitForms'),
    splitAuthors: whole('splitAuthors'),
    renamedAuthors: whole('renamedAuthors'),
  };
}

function decodeDuplicates(json: unknown): LikelyDuplicates {
  const duplicates = objectAt(json, 'report.likelyDuplicates');
  const shown = listAt(duplicates['shown'], 'report.likelyDuplicates.shown', DUPLICATES_SHOWN).map(
    (item, i) => {
      const path = `report.likelyDuplicates.shown[${i}]`;
      const one = objectAt(item, path);
      return {
        strength: strengthAt(one['strength'], `${path}.strength`),
        names: stringColumn(one['names'], `${path}.names`, 2),
        sameAs: stringAt(one['sameAs'], `${path}.sameAs`),
        record: stringAt(one['record'], `${path}.record`),
        reason: stringAt(one['reason'], `${path}.reason`),
      };
    },
  );
  const count = wholeAt(duplicates['count'], 'report.likelyDuplicates.count');
  if (count < shown.length) {
    throw new DatasetError('report.likelyDuplicates.count', 'is smaller than the number of those shown');
  }
  return { count, shown };
}

function strengthAt(value: unknown, path: string): DuplicateStrength {
  const strength = DUPLICATE_STRENGTHS.find((each) => each === value);
  if (strength === undefined) throw new DatasetError(path, 'is not "strong", "likely" or "weak"');
  return strength;
}
