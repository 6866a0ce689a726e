/** Filtering and counting in SQL, for the two builds of DuckDB: one table a facet, numbers by GROUP BY. */
import { AUTHOR_FACET } from '../../../src/model/dataset.ts';
import { Changes, type FacetChange } from '../clauses.ts';
import type { Answer, FacetNumbers, Peer } from '../peer.ts';
import { addUpwards, type RollUp } from '../rollup.ts';

export type Columns = Readonly<Record<string, ArrayLike<number>>>;

/** A database; a driver that answers at once may leave promises out. */
export interface Database {
  run(sql: string): void | Promise<void>;
  /** The result's columns by name. */
  query(sql: string): Columns | Promise<Columns>;
  /** Makes a table of integer columns of the same length. */
  load(table: string, columns: Readonly<Record<string, Int32Array>>): void | Promise<void>;
  close(): void;
}

/** Rows of one facet by node, and its totals. */
interface Counted {
  readonly totals: Columns;
  readonly shown: Columns;
  readonly shares: Columns;
  readonly fractional: Float64Array;
}

export async function sqlPeer(
  name: string,
  database: Database,
  rollUps: readonly RollUp[],
  recordCount: number,
): Promise<Peer> {
  const facets = rollUps.map(({ facet }) => facet);
  await loadTables(database, rollUps, recordCount);
  const changes = new Changes();
  return {
    name,
    async step(filter) {
      const asked = changes.of(filter, facets);
      for (const [f, change] of asked.entries()) await applyChange(database, f, rollUps[f]!, change);
      const clauses = asked.flatMap(({ isEmpty }, f) => (isEmpty ? [] : [f]));
      const active = await database.query(`SELECT count(*)::INTEGER AS n FROM records ${passing(clauses)}`);
      const counted: Counted[] = [];
      for (const [f, rollUp] of rollUps.entries()) {
        const others = passing(clauses.filter((other) => other !== f));
        counted.push(await countFacet(database, f, rollUp, others, asked[f]!.minScore));
      }
      return (): Answer => ({
        active: active['n']![0]!,
        facets: counted.map((each, f) => numbersOf(rollUps[f]!, each)),
      });
    },
    close: () => database.close(),
  };
}

/** Keeps the records that pass these facets' clauses. */
function passing(clauses: readonly number[]): string {
  return clauses.map((f) => `SEMI JOIN clause_${f} USING (record)`).join(' ');
}

async function applyChange(
  database: Database,
  f: number,
  rollUp: RollUp,
  change: FacetChange,
): Promise<void> {
  const { clause, isEmpty, minScore, newThreshold, newClause } = change;
  if (newThreshold && rollUp.facet !== AUTHOR_FACET) await makeShares(database, f, minScore);
  if (!newClause || isEmpty) return;
  if (clause.excluded.size > 0 || clause.mode !== 'any') throw new Error('the script asks for "any" only');
  await database.run(
    `CREATE OR REPLACE TEMP TABLE clause_${f} AS SELECT DISTINCT record FROM shown_${f} ` +
      `WHERE score >= ${minScore} AND node IN (${[...clause.included].join()})`,
  );
}

/** Each record's 1, shared among its deepest counted tags; `first` marks one tag a record. */
async function makeShares(database: Database, f: number, minScore: number): Promise<void> {
  await database.run(`
    CREATE OR REPLACE TEMP TABLE share_${f} AS
    WITH deepest AS (
      SELECT record, concept, score FROM tag_${f} WHERE score >= ${minScore} AND max_below < ${minScore}
    ), total AS (
      SELECT record, sum(score)::DOUBLE AS total, count(*) AS tags, min(concept) AS first FROM deepest GROUP BY record
    )
    SELECT record, concept, CASE WHEN total = 0 THEN 1.0::DOUBLE / tags ELSE score / total END AS share,
      (concept = first)::INTEGER AS first
    FROM deepest JOIN total USING (record)`);
}

async function countFacet(
  database: Database,
  f: number,
  rollUp: RollUp,
  others: string,
  minScore: number,
): Promise<Counted> {
  const isFlat = rollUp.facet === AUTHOR_FACET;
  const hidden = isFlat ? '0' : `count(*) FILTER (hidden_${f} > 0)`;
  const totals = await database.query(
    `SELECT count(*)::INTEGER AS considered, ${hidden}::INTEGER AS with_hidden FROM records ${others}`,
  );
  const counts = isFlat
    ? 'count(*)::INTEGER AS records'
    : `count(*) FILTER (score >= ${minScore})::INTEGER AS records,
       coalesce(sum(score) FILTER (score >= ${minScore}), 0)::DOUBLE AS hundredths,
       count(*) FILTER (score < ${minScore})::INTEGER AS below,
       sum(hidden)::INTEGER AS known,
       coalesce(max(score) FILTER (score >= ${minScore}), 0)::INTEGER AS max_score`;
  const shown = await database.query(`SELECT node, ${counts} FROM shown_${f} ${others} GROUP BY node`);
  const shares = await database.query(
    `SELECT concept, sum(share) AS fractional, sum(first)::INTEGER AS tagged FROM share_${f} ${others} GROUP BY concept`,
  );
  const fractional = new Float64Array(rollUp.nodeCount);
  const { concept, fractional: sums } = shares;
  for (let i = 0; i < concept!.length; i++) fractional[concept![i]!] = sums![i]!;
  addUpwards(rollUp, fractional);
  return { totals, shown, shares, fractional };
}

async function loadTables(
  database: Database,
  rollUps: readonly RollUp[],
  recordCount: number,
): Promise<void> {
  const records: Record<string, Int32Array> = {
    record: Int32Array.from({ length: recordCount }, (_, record) => record),
  };
  for (const [f, rollUp] of rollUps.entries()) {
    const { hidden, shownOffset, shownNode, shownScore } = rollUp;
    records[`hidden_${f}`] = Int32Array.from(hidden);
    const record = recordOfRows(shownOffset);
    await database.load(`shown_${f}`, {
      record,
      node: Int32Array.from(shownNode),
      score: Int32Array.from(shownScore),
      hidden: record.map((each) => (hidden[each]! > 0 ? 1 : 0)),
    });
    await database.load(`tag_${f}`, {
      record: recordOfRows(rollUp.tagOffset),
      concept: Int32Array.from(rollUp.tagConcept),
      score: Int32Array.from(rollUp.tagScore),
      max_below: Int32Array.from(rollUp.tagMaxBelow),
    });
    await makeShares(database, f, 0);
  }
  await database.load('records', records);
}

function recordOfRows(offset: Uint32Array): Int32Array {
  const record = new Int32Array(offset.at(-1)!);
  for (let r = 0; r + 1 < offset.length; r++) record.fill(r, offset[r], offset[r + 1]);
  return record;
}

function numbersOf(
  { facet, nodeCount }: RollUp,
  { totals, shown, shares, fractional }: Counted,
): FacetNumbers {
  const withHidden = totals['with_hidden']![0]!;
  const nodes = shown['node']!;
  const column = (values: ArrayLike<number> | undefined) => {
    const byNode = new Float64Array(nodeCount);
    for (let i = 0; values && i < nodes.length; i++) byNode[nodes[i]!] = values[i]!;
    return byNode;
  };
  const records = column(shown['records']);
  const isFlat = facet === AUTHOR_FACET;
  return {
    records,
    scoreSum: isFlat ? records : column(shown['hundredths']).map((hundredths) => hundredths / 100),
    belowThreshold: column(shown['below']),
    possible: column(shown['known']).map((known) => withHidden - known),
    maxScore: isFlat ? records.map((count) => (count > 0 ? 100 : 0)) : column(shown['max_score']),
    fractional,
    considered: totals['considered']![0]!,
    tagged: Array.from(shares['tagged']!).reduce((sum, count) => sum + count, 0),
    withHidden,
  };
}
