/** The tables of what is shown, a row a line, under the same metadata and caption as a picture's. */
import { finished, type Work } from '../../model/work.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { captionOf, TABLES_MARK, type FileMetadata, type FileSubject } from '../figure/caption.ts';
import { makingTables, type ViewTable } from './tables.ts';
import { textBlob } from './text-blob.ts';

/** The whole file as one text. */
export const jsonText = (explorer: Explorer, subject: FileSubject, metadata: FileMetadata): string =>
  [...jsonLines(explorer, metadata, finished(makingTables(explorer, subject)))].join('');

/** The file of tables that are made already. */
export function writingJson(
  explorer: Explorer,
  metadata: FileMetadata,
  tables: readonly ViewTable[],
): Work<Blob> {
  const count = tables.reduce((sum, { table }) => sum + table.rows.length, 0);
  return textBlob(jsonLines(explorer, metadata, tables), count, 'application/json');
}

function* jsonLines(
  explorer: Explorer,
  metadata: FileMetadata,
  tables: readonly ViewTable[],
): Generator<string> {
  const head = JSON.stringify({ ...metadata, caption: captionOf(explorer, metadata) }, null, 1);
  yield `${head.replace(/\n}$/, '')}${TABLES_MARK}`;
  for (const [i, { view, table }] of tables.entries()) {
    yield ` "${view}": {\n  "columns": ${JSON.stringify(table.columns)},\n  "rows": [\n`;
    const { rows } = table;
    for (let row = 0; row < rows.length; row++) {
      yield `   ${JSON.stringify(rows[row])}${row + 1 < rows.length ? ',\n' : ''}`;
    }
    yield `\n  ]\n }${i + 1 < tables.length ? ',\n' : ''}`;
  }
  yield '\n }\n}\n';
}
