/** What the script prints: the account of one run, short and aligned. */
import type { Dataset } from '../../src/model/dataset.ts';
import { identitiesInWords, type IngestReport } from '../../src/model/report.ts';
import { PROBLEM_CATALOGUE, type Problem, type ProblemCode } from '../../src/model/problem.ts';

/** A file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

/** What of a dataset is summed up. */
type Summed = Omit<Dataset, 'records' | 'authors'>;

const LIST_LIMIT = 12;
const LABEL_WIDTH = 11;

/**
 * The lines of the summary, without those about written files.
 * @param graph what became of the co-author graph
 */
export function summaryOf(dataset: Summed, graph: string): string {
  return [
    ...fileLines(dataset),
    ...recordLines(dataset),
    row('Graph', graph),
    ...facetLines(dataset),
    ...placeLines(dataset),
    ...problemLines(dataset),
  ].join('\n');
}

/** The lines about what was written. */
export function writtenLines(files: readonly WrittenFile[]): string {
  const width = Math.max(...files.map((file) => file.path.length));
  const sizes = files.map((file) => sizeText(file.bytes));
  const sizeWidth = Math.max(...sizes.map((size) => size.length));
  return files
    .map(({ path }, i) =>
      row(i === 0 ? 'Written' : '', `${path.padEnd(width)}  ${sizes[i]!.padStart(sizeWidth)}`),
    )
    .join('\n');
}

/** "line 12" or "lines 12-15". */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

const row = (label: string, text: string) => `${label.padEnd(LABEL_WIDTH)} ${text}`.trimEnd();

const lineText = (account: { linesIn: number; linesUsed: number; linesReported: number }) =>
  `${account.linesIn} in = ${account.linesUsed} used + ${account.linesReported} reported`;

function fileLines({ title, date, report }: Summed): string[] {
  const dated = date === undefined ? [] : [row('Date', date)];
  const lines = [row('Title', title), ...dated, row('Lines', lineText(report))];
  if (report.files.length === 1) return [row('File', report.files[0]!.file), ...lines];
  const width = Math.max(0, ...report.files.map((account) => account.file.length));
  const files = report.files.map((account, i) =>
    row(i === 0 ? 'Files' : '', `${account.file.padEnd(width)}  ${lineText(account)}`),
  );
  return [...files, ...lines];
}

function recordLines({ report }: Summed): string[] {
  const merged = count(report.duplicatesMerged, 'duplicate');
  return [
    row('Records', `${report.recordsRead} read - ${merged} merged = ${report.records}`),
    row('Authors', String(report.authors)),
    ...identityLines(report),
  ];
}

function identityLines({ identities, likelyDuplicates }: IngestReport): string[] {
  const suggested = likelyDuplicates?.count ?? 0;
  return [
    ...(identities === undefined ? [] : [row('', identitiesInWords(identities))]),
    ...(suggested === 0
      ? []
      : [row('', `${count(suggested, 'likely duplicate')}, not merged: see the page's report or --report`)]),
  ];
}

function facetLines({ facets, report }: Summed): string[] {
  const cells = report.facets.map((account, i) => [
    facets[i]!.label,
    String(account.concepts),
    String(account.tags),
    String(account.hiddenTags),
  ]);
  const table = [['', 'concepts', 'tags', 'hidden tags'], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
  return table.map((line, i) =>
    row(
      i === 0 ? 'Facets' : '',
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    ),
  );
}

function placeLines({ report }: Summed): string[] {
  const { placesResolved, placesUnresolved, countries } = report;
  const found = `${placesResolved} resolved to ${count(countries, 'country', 'countries')}`;
  return [
    row('Places', `${found}, ${placesUnresolved.length} not resolved`),
    ...shortened(placesUnresolved).map((place) => row('', place)),
    ...levelLines('Regions', report.regionsResolved, report.regionsUnresolved),
    ...levelLines('Cities', report.citiesResolved, report.citiesUnresolved),
  ];
}

/** One level below countries: how many places have it, and which do not. */
function levelLines(label: string, resolved: number, unresolved: readonly string[]): string[] {
  return [
    row(label, `${resolved} resolved, ${unresolved.length} not resolved`),
    ...shortened(unresolved).map((place) => row('', place)),
  ];
}

function problemLines({ problems, report }: Summed): string[] {
  if (problems.length === 0) return [row('Problems', 'none')];
  const firstByCode = new Map<ProblemCode, { first: Problem; count: number }>();
  for (const problem of problems) {
    const group = firstByCode.get(problem.code);
    if (group === undefined) firstByCode.set(problem.code, { first: problem, count: 1 });
    else group.count++;
  }
  const width = String(Math.max(...[...firstByCode.values()].map((group) => group.count))).length;
  const kinds = [...firstByCode].map(([code, group], i) =>
    row(
      i === 0 ? 'Problems' : '',
      `${String(group.count).padStart(width)}  ${PROBLEM_CATALOGUE[code]} (first: ${placeOf(group.first)})`,
    ),
  );
  const lines = problems.filter(({ line }) => line > 0).length;
  return lines > report.linesReported
    ? [...kinds, row('', 'A line counts as used though a part of it, told here, is left out.')]
    : kinds;
}

/** "results.txt, line 12". */
export function placeOf({ file, line }: Problem): string {
  return line === 0 ? file : `${file}, line ${line}`;
}

function shortened(list: readonly string[]): readonly string[] {
  if (list.length <= LIST_LIMIT) return list;
  return [...list.slice(0, LIST_LIMIT), `and ${list.length - LIST_LIMIT} more: see --report`];
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
