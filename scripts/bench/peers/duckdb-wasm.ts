/** DuckDB as WebAssembly, as a page would run it; its blocking build for Node, in this process, one thread. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { WASM } from '../names.ts';
import type { Peer } from '../peer.ts';
import type { RollUp } from '../rollup.ts';
import { sqlPeer, type Columns, type Database } from './sql.ts';

export async function wasmDuckDBPeer(rollUps: readonly RollUp[], recordCount: number): Promise<Peer> {
  const folder = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = (name: string) => ({ mainModule: join(folder, name), mainWorker: '' });
  const bundles = { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') };
  const bindings = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await bindings.instantiate(() => undefined);
  const connection = bindings.connect();
  const database: Database = {
    run(sql) {
      connection.query(sql);
    },
    query(sql) {
      const result = connection.query(sql);
      return Object.fromEntries(
        result.schema.fields.map(({ name }) => [name, result.getChild(name)!.toArray() as ArrayLike<number>]),
      ) as Columns;
    },
    load(table, columns) {
      connection.insertArrowFromIPCStream(tableToIPC(tableFromArrays(columns), 'stream'), { name: table });
    },
    close: () => connection.close(),
  };
  return sqlPeer(WASM, database, rollUps, recordCount);
}
