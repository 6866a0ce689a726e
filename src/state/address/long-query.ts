/** Long queries, packed for addresses and unpacked for the explorer; the code for it is loaded when one is long. */

/** Longer queries are packed; the same as PACK_FROM, which is loaded with the code. */
const LONG = 2000;

export const isLong = (query: string): boolean => query.length > LONG;

/** A query as the explorer reads it: short ones at once, packed ones once the code for them is there. */
export function plainQuery(query: string): string | Promise<string> {
  if (!query.includes('packed=')) return query;
  return import('../../share/packed-query.ts').then(
    ({ unpackQuery }) => unpackQuery(query),
    () => query, // without a network: the part that cannot be read is told
  );
}

/** A query as addresses have it: packed where it is long. Without a network it stays as it is. */
export async function shortQuery(query: string): Promise<string> {
  if (!isLong(query)) return query;
  try {
    const { packQuery } = await import('../../share/packed-query.ts');
    return await packQuery(query);
  } catch {
    return query;
  }
}
