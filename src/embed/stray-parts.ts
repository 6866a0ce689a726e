/** What an embed's address says that is neither a part of the state nor an option: mostly a key that is mistyped. */
import { EMBED_KEYS, type UnknownPart } from '../share/url-state.ts';
import type { Explorer } from '../state/explorer.svelte.ts';

/** What links are marked with by those who count visits. */
const COUNTERS = /^utm_|clk?id$/;

/** @param query of the address, unpacked, as the explorer was made with it */
export function strayParts(explorer: Pick<Explorer, 'query'>, query: string): UnknownPart[] {
  const kept = new URLSearchParams(explorer.query(query));
  for (const own of [...new URLSearchParams(explorer.query('')).keys(), ...EMBED_KEYS]) kept.delete(own);
  return [...kept].flatMap(([key, value]) => (COUNTERS.test(key) ? [] : [{ key, value }]));
}
