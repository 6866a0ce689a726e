/** From untrusted JSON to a {@link Dataset}: everything that is used later is checked here, once. */
import { DATASET_FORMAT, DATASET_VERSION, OLDEST_VERSION } from './dataset-file.ts';
import { isDay } from '../day.ts';
import { AUTHOR_FACET, type Dataset, type Facet, type FacetKind, type RecordColumns } from '../dataset.ts';
import { checkYears } from './check-years.ts';
import { decodeAuthors } from './decode-authors.ts';
import { decodeCoauthorLayout } from './decode-coauthor-layout.ts';
import { decodeProblems, decodeReport } from './decode-report.ts';
import type { ProblemCode } from '../problem.ts';
import type { IngestReport } from '../report.ts';
import { decodeScenes } from '../scene.ts';
import { conceptLevels, decodeConcepts, decodeRegionNames } from './decode-concepts.ts';
import { FACET_LIMIT, REACH_LIMIT, RECORD_LIMIT } from '../limits.ts';
import {
  DatasetError,
  distinctTexts,
  idColumn,
  listAt,
  objectAt,
  offsetColumn,
  sameLength,
  shown,
  stringAt,
  stringColumn,
  textsColumn,
  uniqueStrings,
  wholeColumn,
} from './decode-values.ts';
import { unusableUrl } from '../work-url.ts';
import type { PackedTexts } from './packed-texts.ts';
import { idsBelow, inBytes, inWords, narrowest, type IdColumn } from './whole-columns.ts';

/**
 * Decodes and validates a dataset.
 * @param json the result of JSON.parse, or of parseJson: then the columns lie in the memory of its bytes
 * @throws {DatasetError} naming the first fault and its path, for example `facets[0].tags.concept[7]`
 */
export function decodeDataset(json: unknown): Dataset {
  const file = objectAt(json, 'dataset');
  if (file['format'] !== DATASET_FORMAT) {
    throw new DatasetError('format', `is not "${DATASET_FORMAT}": this is not a Whereabouts dataset`);
  }
  if (file['version'] !== DATASET_VERSION && file['version'] !== OLDEST_VERSION) {
    throw new DatasetError(
      'version',
      `is ${shown(file['version'])}; this page reads versions ${OLDEST_VERSION} and ${DATASET_VERSION}`,
    );
  }
  const source = objectAt(file['source'], 'source');
  const files = stringColumn(source['files'], 'source.files');
  const authors = decodeAuthors(file['authors']);
  const records = decodeRecords(file['records'], authors.family.length, files.length);
  const recordCount = records.title.length;
  const problems = decodeProblems(file['problems']);
  const report = decodeReport(file['report']);
  const { layout, problem } = decodeCoauthorLayout(file['coauthorLayout'], records, authors.family.length);
  return {
    title: stringAt(file['title'], 'title'),
    source: {
      name: stringAt(source['name'], 'source.name'),
      queries: stringColumn(source['queries'], 'source.queries'),
      files,
    },
    recordCount,
    records,
    authors,
    facets: decodeFacets(file['facets'], recordCount),
    problems: problem === undefined ? problems : [...problems, problem],
    report: problem === undefined ? report : withProblem(report, problem.code),
    ...(layout === undefined ? {} : { coauthorLayout: layout }),
    ...(file['date'] === undefined ? {} : { date: dayAt(file['date'], 'date') }),
    ...(file['scenes'] === undefined ? {} : { scenes: decodeScenes(file['scenes'], 'scenes') }),
  };
}

function dayAt(json: unknown, path: string): string {
  const day = stringAt(json, path);
  if (!isDay(day)) throw new DatasetError(path, `is ${shown(day)}, not a day such as "2026-11-22"`);
  return day;
}

function withProblem(report: IngestReport, code: ProblemCode): IngestReport {
  return { ...report, problems: { ...report.problems, [code]: (report.problems[code] ?? 0) + 1 } };
}

function decodeRecords(json: unknown, authorCount: number, fileCount: number): RecordColumns {
  const records = objectAt(json, 'records');
  const title = textsColumn(records['title'], 'records.title', RECORD_LIMIT);
  const id = textsColumn(records['id'], 'records.id');
  const abstract = textsColumn(records['abstract'], 'records.abstract');
  sameLength('records.id', id.length, 'records.title', title.length);
  sameLength('records.abstract', abstract.length, 'records.title', title.length);
  distinctTexts(id, 'records.id');
  const url = records['url'] === undefined ? undefined : urlColumn(records['url'], title.length);

  const authors = objectAt(records['authors'], 'records.authors');
  const author = inWords(idColumn(authors['author'], 'records.authors.author', authorCount));
  const passages = objectAt(records['passages'], 'records.passages');
  const passageFile = narrowest(idColumn(passages['file'], 'records.passages.file', fileCount));
  const passageFirst = inWords(wholeColumn(passages['first'], 'records.passages.first', 1));
  const passageLast = inWords(wholeColumn(passages['last'], 'records.passages.last', 1));
  sameLength('records.passages.first', passageFirst.length, 'records.passages.file', passageFile.length);
  sameLength('records.passages.last', passageLast.length, 'records.passages.file', passageFile.length);
  for (let i = 0; i < passageFirst.length; i++) {
    if (passageLast[i]! < passageFirst[i]!) {
      throw new DatasetError(`records.passages.last[${i}]`, 'stands before its first line');
    }
  }
  return {
    id,
    title,
    abstract,
    ...(url === undefined ? {} : { url }),
    authorOffset: offsetColumn(authors['count'], 'records.authors.count', title.length, author.length),
    author,
    passageOffset: offsetColumn(
      passages['count'],
      'records.passages.count',
      title.length,
      passageFile.length,
    ),
    passageFile,
    passageFirst,
    passageLast,
  };
}

function urlColumn(json: unknown, recordCount: number): PackedTexts {
  const url = textsColumn(json, 'records.url');
  sameLength('records.url', url.length, 'records.title', recordCount);
  const at = unusableUrl(url);
  if (at < 0) return url;
  throw new DatasetError(`records.url[${at}]`, `is ${shown(url.at(at))}, not an address of http or https`);
}

function decodeFacets(json: unknown, recordCount: number): Facet[] {
  const list = listAt(json, 'facets', FACET_LIMIT);
  const facets = list.map((facet: unknown, i) => decodeFacet(facet, `facets[${i}]`, recordCount));
  uniqueStrings(
    facets.map((facet) => facet.id),
    'facets',
  );
  if (facets.some((facet) => facet.id === AUTHOR_FACET)) {
    throw new DatasetError('facets', `uses the id "${AUTHOR_FACET}", which is taken by the authors`);
  }
  const times = [...facets.keys()].filter((i) => facets[i]!.kind === 'time');
  if (times.length > 1) {
    throw new DatasetError(
      `facets[${times[1]!}].kind`,
      'is "time" again: a dataset has at most one such facet',
    );
  }
  return facets;
}

const KINDS: readonly unknown[] = ['place', 'taxonomy', 'time'] satisfies FacetKind[];
const isKind = (kind: unknown): kind is FacetKind => KINDS.includes(kind);

function decodeFacet(json: unknown, path: string, recordCount: number): Facet {
  const facet = objectAt(json, path);
  const kind = facet['kind'];
  if (!isKind(kind)) {
    throw new DatasetError(`${path}.kind`, `is ${shown(kind)}, not "place", "taxonomy" or "time"`);
  }
  const concepts = decodeConcepts(facet['concepts'], `${path}.concepts`);
  const tags = objectAt(facet['tags'], `${path}.tags`);
  const conceptCount = concepts.label.length;
  const tagConcept = idsBelow(conceptCount, idColumn(tags['concept'], `${path}.tags.concept`, conceptCount));
  const tagScore = inBytes(wholeColumn(tags['score'], `${path}.tags.score`, 0, 100));
  sameLength(`${path}.tags.score`, tagScore.length, `${path}.tags.concept`, tagConcept.length);
  const tagOffset = offsetColumn(tags['count'], `${path}.tags.count`, recordCount, tagConcept.length);
  checkTags(tagOffset, tagConcept, concepts.parent, `${path}.tags.concept`);
  if (kind === 'time') checkYears(concepts, tagConcept, path);
  const hidden = narrowest(wholeColumn(facet['hidden'], `${path}.hidden`, 0));
  sameLength(`${path}.hidden`, hidden.length, 'records.title', recordCount);
  return {
    id: stringAt(facet['id'], `${path}.id`),
    kind,
    label: stringAt(facet['label'], `${path}.label`),
    scoreMeaning: stringAt(facet['scoreMeaning'], `${path}.scoreMeaning`),
    concepts,
    regionNames: decodeRegionNames(facet['regionNames'], `${path}.regionNames`),
    tagOffset,
    tagConcept,
    tagScore,
    hidden,
  };
}

/**
 * Tags rise within their record, and with what stands above them are not too many: a file that is not large can ask for
 * much through them.
 */
function checkTags(offset: Uint32Array, concept: IdColumn, parent: Int32Array, path: string): void {
  const level = conceptLevels(parent);
  let reach = 0;
  for (let r = 0; r + 1 < offset.length; r++) {
    const start = offset[r]!;
    for (let i = start; i < offset[r + 1]!; i++) {
      reach += level[concept[i]!]!;
      if (i === start || concept[i]! > concept[i - 1]!) continue;
      throw new DatasetError(`${path}[${i}]`, 'does not rise within its record: a concept stands there once');
    }
  }
  if (reach > REACH_LIMIT) {
    throw new DatasetError(
      path,
      `comes to ${reach} with the concepts above; at most ${REACH_LIMIT} are read`,
    );
  }
}
