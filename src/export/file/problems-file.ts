/** All problems of the reading as CSV, each with the record that its line was read into. */
import { csvLines, type Cell } from '../../model/csv.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PROBLEM_CATALOGUE } from '../../model/problem.ts';
import { recordsAtLines, type RecordAtLine } from '../../state/records/record-at-line.ts';
import { titlePart } from './file-name.ts';
import { inSlices, PATIENT, type Asker } from '../figure/pace.ts';
import type { NamedFile } from './save-file.ts';
import { textBlob } from './text-blob.ts';

const COLUMNS = ['kind', 'meaning', 'file', 'line', 'text', 'reason', 'record', 'title'];

/** The lines of the table, in reading order. A whole file has no line, and what was read into no record has no record. */
export const problemLines = (dataset: Dataset, recordAt = recordsAtLines(dataset)): Generator<string> =>
  csvLines(COLUMNS, rows(dataset, recordAt));

function* rows({ problems, records }: Dataset, recordAt: RecordAtLine): Generator<Cell[]> {
  for (const { code, file, line, text, reason } of problems) {
    const record = recordAt(file, line);
    const [id, title] = record === undefined ? ['', ''] : [records.id.at(record), records.title.at(record)];
    yield [code, PROBLEM_CATALOGUE[code], file, line === 0 ? '' : line, text, reason, id, title];
  }
}

/**
 * The file, made in slices.
 * @throws {DOMException} an AbortError when it is given up
 */
export async function problemsFile(dataset: Dataset, asker: Asker = PATIENT): Promise<NamedFile> {
  const writing = textBlob(problemLines(dataset), dataset.problems.length, 'text/csv;charset=utf-8');
  const blob = await inSlices(writing, 'Writing the file…', asker);
  return { name: `${titlePart(dataset.title)}_problems.csv`, blob };
}
