/** What is put behind a short name that several nodes have: "Georgia (country)" and "Georgia (United States)". */
import type { PlaceLevel } from '../model/dataset.ts';

/** One of several nodes with the same short name. */
export interface Namesake {
  readonly node: number;
  readonly level: PlaceLevel;
  /** The names above it, the nearest first; of what lies in a country up to the country's. */
  readonly above: readonly string[];
  /** Whether the last of these is a country. */
  readonly isInCountry: boolean;
  /** Of a place that several concepts are, these: it need not be told apart from them, but they from it. */
  readonly members: readonly number[];
}

/**
 * Each node's addition, the first in {@link additions} that suits no other; "" where the short name says enough. Nodes
 * that nothing else tells apart are numbered.
 */
export function toldApart(name: string, namesakes: readonly Namesake[]): Map<number, string> {
  const lists = new Map(namesakes.map((namesake) => [namesake.node, additions(name, namesake)]));
  const users = new Map<string, number>();
  for (const list of lists.values()) for (const each of list) users.set(each, (users.get(each) ?? 0) + 1);
  const chosen = new Map<number, string>();
  for (const { node, members } of namesakes) {
    const own = members.map((member) => lists.get(member)).filter((list) => list !== undefined);
    const suits = (addition: string) =>
      users.get(addition) === 1 + own.filter((list) => list.includes(addition)).length;
    const addition = namesakes.length === 1 + own.length ? '' : lists.get(node)!.find(suits);
    if (addition !== undefined) chosen.set(node, addition);
  }
  let isBareTaken = [...chosen.values()].includes('');
  namesakes.forEach(({ node }, i) => {
    if (chosen.has(node)) return;
    chosen.set(node, isBareTaken ? String(i + 1) : '');
    isBareTaken = true;
  });
  return chosen;
}

/** What may be added, the shortest first: what it is, the country or level above, all above it; each once. */
function additions(name: string, { level, above, isInCountry }: Namesake): string[] {
  const nearest = above.map((_, i) => above.slice(0, i + 1).join(', '));
  const wheres = isInCountry ? [above.at(-1)!, ...nearest] : nearest;
  // "Luxembourg (Luxembourg)" says nothing, but which of the two it is does
  const told = wheres.filter((where) => where !== name && where !== '');
  const what = level === '' ? [] : [level];
  const all = level === 'country' ? [...what, ...told] : [...told.slice(0, 1), ...what, ...told.slice(1)];
  return [...new Set(all)];
}
