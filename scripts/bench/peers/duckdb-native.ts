/** DuckDB as a native library; it uses every processor core. */
import { DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';
import type { Peer } from '../peer.ts';
import type { RollUp } from '../rollup.ts';
import { sqlPeer, type Columns, type Database } from './sql.ts';

/** DuckDB's vectors hold so many rows. */
const CHUNK_ROWS = 2048;

export async function nativeDuckDBPeer(rollUps: readonly RollUp[], recordCount: number): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const database: Database = {
    async run(sql) {
      await connection.run(sql);
    },
    async query(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getColumnsObjectJS() as Columns;
    },
    async load(table, columns) {
      const names = Object.keys(columns);
      await connection.run(`CREATE TABLE ${table} (${names.map((name) => `${name} INTEGER`).join()})`);
      const appender = await connection.createAppender(table);
      const length = columns[names[0]!]!.length;
      for (let row = 0; row < length; row += CHUNK_ROWS) {
        const end = Math.min(length, row + CHUNK_ROWS);
        const chunk = DuckDBDataChunk.create(
          names.map(() => INTEGER),
          end - row,
        );
        names.forEach((name, i) => chunk.setColumnValues(i, [...columns[name]!.subarray(row, end)]));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  return sqlPeer('DuckDB, native', database, rollUps, recordCount);
}
