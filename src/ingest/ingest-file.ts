/** One file of search results that somebody opened in the page: read there, without the gazetteer. */
import type { Dataset } from '../model/dataset.ts';
import { decodeDataset } from '../model/codec/decode-dataset.ts';
import { encodeDataset } from '../model/codec/encode-dataset.ts';
import { datasetOf } from './ingest.ts';
import { Ingestion, sourceOf } from './ingestion.ts';
import { formatOfBytes } from './lines/byte-text.ts';
import { problemLog } from './lines/problem-log.ts';
import { sourceOfTables } from './table/table-source.ts';

/** Bytes that are read at once. */
const PIECE = 1 << 20;

const NO_GAZETTEER =
  'read in the page, which finds countries only: “npm run data” finds regions and cities too, and can merge authors';

/**
 * The dataset of a file; undefined where it is of no format that is read.
 * @param onBytes told how many bytes have been gone through
 * @throws {DatasetError} where it has more than a page reads
 */
export function ingestFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  onBytes: (bytes: number) => void = () => undefined,
): Dataset | undefined {
  const format = formatOfBytes(bytes);
  const source = sourceOf(format);
  if (source === undefined) return undefined;
  const ingestion = new Ingestion([name], source === 'table' ? sourceOfTables([bytes]) : source);
  const file = ingestion.nextFile();
  for (let at = 0; at < bytes.length; at += PIECE) {
    file.push(bytes.subarray(at, at + PIECE));
    onBytes(Math.min(bytes.length, at + PIECE));
  }
  file.finish();
  const log = problemLog(name);
  log.file('no-gazetteer', NO_GAZETTEER);
  const dataset = datasetOf(ingestion);
  // any text makes records: what makes it results is a tag
  const hasTags = !dataset.problems.some(({ code }) => code === 'no-tags');
  if (format.kind === 'aitopics-text' && !hasTags) return undefined;
  const { problems, report } = dataset;
  // what the page would refuse is not shown
  return decodeDataset(
    encodeDataset({
      ...dataset,
      problems: [...log.problems, ...problems],
      report: { ...report, problems: { 'no-gazetteer': 1, ...report.problems } },
    }),
  );
}
