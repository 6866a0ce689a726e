/**
 * crossfilter2 as its documentation shows it for tags: records are objects, each facet is a dimension over arrays
 * (`dimension(value, true)`), its group holds one object a node. A key tells node and score, so that a clause with a
 * threshold is a range; key 0 stands in every record, because a group over arrays never sees a record without one.
 */
import crossfilter from 'crossfilter2';
import { Changes } from '../clauses.ts';
import { DOCUMENTED } from '../names.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { addUpwards, type RollUp } from '../rollup.ts';
import { sharesAt } from '../shares.ts';

interface Entry {
  readonly node: number;
  readonly score: number;
  /** Index of the record's own tag at the node, -1 where only something below is tagged. */
  readonly tag: number;
}

interface Item {
  readonly facets: readonly {
    readonly keys: readonly number[];
    readonly entries: readonly Entry[];
    readonly firstTag: number;
    readonly lastTag: number;
    readonly hidden: number;
  }[];
}

/** One node's numbers; the first node, -1, holds the totals of the facet. */
interface Sums {
  records: number;
  hundredths: number;
  belowThreshold: number;
  known: number;
  fractional: number;
}

const SCORES = 128;
const keyOf = (node: number, score: number) => (node + 1) * SCORES + score;
const nodeOf = (key: number) => Math.floor(key / SCORES) - 1;

export function documentedCrossfilterPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  const facets = rollUps.map(({ facet }) => facet);
  const items = Array.from({ length: recordCount }, (_, record) => itemOf(rollUps, record));
  const all = crossfilter(items);
  const active = all.groupAll().reduceCount();
  const sides = rollUps.map((rollUp, f) => new Side(all, rollUp, f));
  const changes = new Changes();
  return {
    name: DOCUMENTED,
    step(filter) {
      const asked = changes.of(filter, facets);
      sides.forEach((side, f) => {
        if (asked[f]!.newThreshold) side.moveThreshold(asked[f]!.minScore);
      });
      sides.forEach((side, f) => {
        const { clause, isEmpty, minScore, newClause } = asked[f]!;
        if (!newClause) return;
        if (isEmpty) side.dimension.filterAll();
        else if (clause.excluded.size > 0 || clause.mode !== 'any') {
          throw new Error('a filter over arrays tells only "any"; the script asks for nothing else');
        } else if (clause.included.size === 1) {
          const [node] = clause.included;
          side.dimension.filterRange([keyOf(node!, minScore), keyOf(node! + 1, 0)]);
        } else {
          side.dimension.filterFunction((key) => {
            return (key as number) % SCORES >= minScore && clause.included.has(nodeOf(key as number));
          });
        }
      });
      const count = active.value() as number;
      const groups = sides.map((side) => side.finish());
      return () => ({ active: count, facets: sides.map((side, f) => side.read(groups[f]!)) });
    },
  };
}

type Groups = readonly { readonly key: unknown; readonly value: Sums }[];

class Side {
  readonly dimension: crossfilter.Dimension<Item, number>;
  readonly #group: crossfilter.Group<Item, number, Sums>;
  readonly #rollUp: RollUp;
  readonly #index: number;
  #share: Float64Array;
  #minScore = 0;
  #fractional: Float64Array;

  constructor(all: crossfilter.Crossfilter<Item>, rollUp: RollUp, index: number) {
    this.#rollUp = rollUp;
    this.#index = index;
    this.#share = sharesAt(rollUp, 0);
    this.#fractional = new Float64Array(rollUp.nodeCount);
    this.dimension = all.dimension((item) => item.facets[index]!.keys as unknown as number, true);
    this.#group = this.dimension.group<number, Sums>((key) => nodeOf(key)) as never;
    this.#reduce();
    this.#group.all();
  }

  moveThreshold(minScore: number): void {
    this.#minScore = minScore;
    this.#share = sharesAt(this.#rollUp, minScore);
    this.#reduce();
  }

  /** The group passes the place of the key within the record as a fourth argument, which its types leave out. */
  #reduce(): void {
    const [index, share, minScore] = [this.#index, this.#share, this.#minScore];
    const count = (sums: Sums, item: Item, at: number, sign: number) => {
      const { entries, firstTag, lastTag, hidden } = item.facets[index]!;
      if (at === 0) {
        let isTagged = 0;
        for (let tag = firstTag; tag < lastTag; tag++) if (share[tag]! > 0) isTagged = sign;
        sums.records += sign;
        sums.fractional += isTagged;
        if (hidden > 0) sums.known += sign;
        return sums;
      }
      const { score, tag } = entries[at - 1]!;
      if (score >= minScore) {
        sums.records += sign;
        sums.hundredths += sign * score;
      } else sums.belowThreshold += sign;
      if (hidden > 0) sums.known += sign;
      if (tag >= 0) sums.fractional += sign * share[tag]!;
      return sums;
    };
    const add = (sums: Sums, item: Item, _: boolean, at: number) => count(sums, item, at, 1);
    const remove = (sums: Sums, item: Item, _: boolean, at: number) => count(sums, item, at, -1);
    const none = () => ({ records: 0, hundredths: 0, belowThreshold: 0, known: 0, fractional: 0 });
    this.#group.reduce(add as never, remove as never, none);
  }

  finish(): Groups {
    const groups = this.#group.all() as unknown as Groups;
    this.#fractional = new Float64Array(this.#rollUp.nodeCount);
    for (const { key, value } of groups)
      if ((key as number) >= 0) this.#fractional[key as number] = value.fractional;
    addUpwards(this.#rollUp, this.#fractional);
    return groups;
  }

  read(groups: Groups): FacetNumbers {
    const totals = groups[0]!.value;
    const column = (start: number) => new Float64Array(this.#rollUp.nodeCount).fill(start);
    const numbers = {
      records: column(0),
      scoreSum: column(0),
      belowThreshold: column(0),
      possible: column(totals.known),
    };
    for (const { key, value } of groups.slice(1)) {
      numbers.records[key as number] = value.records;
      numbers.scoreSum[key as number] = value.hundredths / 100;
      numbers.belowThreshold[key as number] = value.belowThreshold;
      numbers.possible[key as number]! -= value.known;
    }
    return {
      ...numbers,
      fractional: this.#fractional,
      considered: totals.records,
      tagged: totals.fractional,
      withHidden: totals.known,
    };
  }
}

function itemOf(rollUps: readonly RollUp[], record: number): Item {
  return {
    facets: rollUps.map(({ shownOffset, shownNode, shownScore, tagOffset, tagConcept, hidden }) => {
      const [firstTag, lastTag] = [tagOffset[record]!, tagOffset[record + 1]!];
      const tagOf = new Map<number, number>();
      for (let tag = firstTag; tag < lastTag; tag++) tagOf.set(tagConcept[tag]!, tag);
      const entries: Entry[] = [];
      for (let i = shownOffset[record]!; i < shownOffset[record + 1]!; i++) {
        const node = shownNode[i]!;
        entries.push({ node, score: shownScore[i]!, tag: tagOf.get(node) ?? -1 });
      }
      const keys = [0, ...entries.map(({ node, score }) => keyOf(node, score))];
      return { keys, entries, firstTag, lastTag, hidden: hidden[record]! };
    }),
  };
}
