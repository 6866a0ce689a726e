/** Arquero, data frames over arrays: filter, group and roll up one table a facet. */
import { escape, op, table } from 'arquero';
import { Changes } from '../clauses.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { passingRecords, postingsOf } from '../postings.ts';
import { addUpwards, type RollUp } from '../rollup.ts';
import { sharesAt } from '../shares.ts';

type Column = ArrayLike<number>;
type Frame = ReturnType<typeof table>;

export function arqueroPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  const facets = rollUps.map(({ facet }) => facet);
  const records = table({ record: Uint32Array.from({ length: recordCount }, (_, record) => record) });
  const sides = rollUps.map((rollUp) => new Side(rollUp));
  const changes = new Changes();
  return {
    name: 'Arquero',
    step(filter) {
      const asked = changes.of(filter, facets);
      sides.forEach((side, f) => {
        const { clause, isEmpty, minScore, newThreshold, newClause } = asked[f]!;
        if (newThreshold) side.moveThreshold(minScore);
        if (newClause) {
          side.passing = isEmpty ? null : passingRecords(side.postings, clause, minScore, recordCount);
        }
      });
      /** Whether a record passes every clause but that of one facet; null where there is no other. */
      const passes = (skipped: number) => {
        const others = sides.flatMap(({ passing }, f) => (f === skipped || !passing ? [] : [passing]));
        return others.length === 0 ? null : (record: number) => others.every((each) => each[record] === 1);
      };
      const active = kept(records, passes(-1)).numRows();
      const counted = sides.map((side, f) => side.count(kept(records, passes(f)), passes(f)));
      return () => ({ active, facets: counted.map((read) => read()) });
    },
  };
}

function kept(frame: Frame, passes: ((record: number) => boolean) | null): Frame {
  return passes ? frame.filter(escape((row: { record: number }) => passes(row.record))) : frame;
}

class Side {
  readonly postings: ReturnType<typeof postingsOf>;
  /** By record, 1 where the clause lets it pass; null without a clause. */
  passing: Uint8Array | null = null;
  readonly #rollUp: RollUp;
  readonly #shown: Frame;
  readonly #tagRecord: Uint32Array;
  #shares: Frame;
  #minScore = 0;

  constructor(rollUp: RollUp) {
    const { shownOffset, shownNode, shownScore, tagOffset, hidden } = rollUp;
    this.#rollUp = rollUp;
    this.postings = postingsOf(rollUp);
    const record = recordOfRows(shownOffset);
    const isCut = Uint8Array.from(record, (each) => (hidden[each]! > 0 ? 1 : 0));
    this.#shown = table({ record, node: shownNode, score: shownScore, hidden: isCut });
    this.#tagRecord = recordOfRows(tagOffset);
    this.#shares = this.#sharesAt(0);
  }

  moveThreshold(minScore: number): void {
    this.#minScore = minScore;
    this.#shares = this.#sharesAt(minScore);
  }

  #sharesAt(minScore: number): Frame {
    const share = sharesAt(this.#rollUp, minScore);
    return table({ record: this.#tagRecord, concept: this.#rollUp.tagConcept, share }).filter(
      'd => d.share > 0',
    );
  }

  count(considered: Frame, passes: ((record: number) => boolean) | null): () => FacetNumbers {
    const { nodeCount, hidden } = this.#rollUp;
    const shown = kept(this.#shown, passes)
      .params({ min: this.#minScore })
      .groupby('node')
      .rollup({
        records: '(d, $) => op.sum(d.score >= $.min ? 1 : 0)',
        hundredths: '(d, $) => op.sum(d.score >= $.min ? d.score : 0)',
        below: '(d, $) => op.sum(d.score < $.min ? 1 : 0)',
        known: op.sum('hidden'),
        maxScore: '(d, $) => op.max(d.score >= $.min ? d.score : 0)',
      });
    const shares = kept(this.#shares, passes);
    const byConcept = shares.groupby('concept').rollup({ sum: op.sum('share') });
    const tagged = shares.rollup({ records: op.distinct('record') }).get('records', 0) as number;
    const fractional = new Float64Array(nodeCount);
    const [concepts, sums] = [byConcept.array('concept') as Column, byConcept.array('sum') as Column];
    for (let i = 0; i < concepts.length; i++) fractional[concepts[i]!] = sums[i]!;
    addUpwards(this.#rollUp, fractional);
    const withHidden = considered
      .filter(escape((row: { record: number }) => hidden[row.record]! > 0))
      .numRows();
    return () => {
      const nodes = shown.array('node') as Column;
      const column = (name: string) => {
        const values = shown.array(name) as Column;
        const byNode = new Float64Array(nodeCount);
        for (let i = 0; i < nodes.length; i++) byNode[nodes[i]!] = values[i]!;
        return byNode;
      };
      return {
        records: column('records'),
        scoreSum: column('hundredths').map((hundredths) => hundredths / 100),
        belowThreshold: column('below'),
        possible: column('known').map((known) => withHidden - known),
        maxScore: column('maxScore'),
        fractional,
        considered: considered.numRows(),
        tagged,
        withHidden,
      };
    };
  }
}

function recordOfRows(offset: Uint32Array): Uint32Array {
  const record = new Uint32Array(offset.at(-1)!);
  for (let r = 0; r + 1 < offset.length; r++) record.fill(r, offset[r], offset[r + 1]);
  return record;
}
