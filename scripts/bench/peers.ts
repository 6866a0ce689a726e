/** The peers by the names that the command line takes; each is loaded only when it is asked for. */
import type { Peer } from './peer.ts';
import type { RollUp } from './rollup.ts';

type Make = (rollUps: readonly RollUp[], recordCount: number) => Promise<Peer>;

const MAKERS: Readonly<Record<string, Make>> = {
  tuned: async (...given) => (await import('./peers/crossfilter-tuned.ts')).tunedCrossfilterPeer(...given),
  least: async (...given) => (await import('./peers/crossfilter-least.ts')).leastCrossfilterPeer(...given),
  documented: async (...given) =>
    (await import('./peers/crossfilter-documented.ts')).documentedCrossfilterPeer(...given),
  arquero: async (...given) => (await import('./peers/arquero.ts')).arqueroPeer(...given),
  duckdb: async (...given) => (await import('./peers/duckdb-native.ts')).nativeDuckDBPeer(...given),
  wasm: async (...given) => (await import('./peers/duckdb-wasm.ts')).wasmDuckDBPeer(...given),
  objects: async (...given) => (await import('./peers/objects.ts')).objectPeer(...given),
};

export const peersFor = {
  all: Object.keys(MAKERS),
  large: ['tuned', 'least', 'objects'],
  /** @throws for a name that no peer has */
  make(name: string, rollUps: readonly RollUp[], recordCount: number): Promise<Peer> {
    const make = MAKERS[name];
    if (!make) throw new Error(`unknown peer: "${name}"; there are ${Object.keys(MAKERS).join(', ')}`);
    return make(rollUps, recordCount);
  },
};
