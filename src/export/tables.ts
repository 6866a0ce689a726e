/** What each view shows, as a table: the numbers and the order of its table twin, the columns of the script's tables. */
import { alphabeticalRanks } from '../layout/alphabetical-ranks.ts';
import type { CountingRule } from '../model/counting-rule.ts';
import { csvLines, decimal, type Cell } from '../model/csv.ts';
import { AUTHOR_FACET, authorKey, authorsOf, facetById, type FacetId } from '../model/dataset.ts';
import type { ViewId } from '../share/view-state.ts';
import { valueOf } from '../state/describe-node.ts';
import { coauthorStrengths } from '../state/coauthor-strengths.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { nodeStatus } from '../state/node-status.ts';
import { tableNodes } from '../state/table-nodes.ts';

export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The table of a view under the present filter. */
export function tableOf(explorer: Explorer, view: ViewId): DataTable {
  switch (view) {
    case 'map':
      return explorer.placeFacet === undefined ? NO_CONCEPTS : placeTable(explorer, explorer.placeFacet);
    case 'topics':
      return facetById(explorer.dataset, explorer.topicFacet)
        ? conceptTable(explorer, explorer.topicFacet, tableNodes(explorer, explorer.topicFacet))
        : NO_CONCEPTS;
    case 'coauthors':
      return authorTable(explorer);
    case 'records':
      return recordTable(explorer);
  }
}

/** RFC 4180, UTF-8, one head line. */
export function csvOf({ columns, rows }: DataTable): string {
  return [...csvLines(columns, rows)].join('');
}

const CONCEPT_COLUMNS = ['path', 'code', 'records', 'possible', 'fractional', 'score', 'max_score', 'status'];
const NO_CONCEPTS: DataTable = { columns: CONCEPT_COLUMNS, rows: [] };

/** The countries, or the regions and cities of the country in focus. */
function placeTable(explorer: Explorer, facet: FacetId): DataTable {
  const places = explorer.places(facet);
  const focus = explorer.focusOf(facet);
  const country = focus === undefined ? '' : places.countryOf(focus);
  if (country === '') return conceptTable(explorer, facet, tableNodes(explorer, facet));
  const cities = places.citiesIn(country).map((city) => city.node);
  return conceptTable(explorer, facet, [...new Set([...places.regionsIn(country), ...cities])]);
}

function conceptTable(explorer: Explorer, facet: FacetId, nodes: readonly number[]): DataTable {
  const counts = explorer.countsFor(facet);
  const codes = facetById(explorer.dataset, facet)!.concepts.code;
  const { names } = explorer;
  const rows = inOrder(explorer, facet, nodes, explorer.rule).map((node) => [
    names
      .paths(facet, node)
      .map((path) => path.join(' > '))
      .join('; '),
    names.code(facet, node) || (codes[node] ?? ''),
    counts.records[node]!,
    counts.possible[node]!,
    decimal(counts.fractional[node]!),
    decimal(counts.scoreSum[node]!),
    counts.records[node]! > 0 ? counts.maxScore[node]! / 100 : '',
    nodeStatus(counts, node, explorer.membership(facet, node)),
  ]);
  return { columns: CONCEPT_COLUMNS, rows };
}

function authorTable(explorer: Explorer): DataTable {
  const counts = explorer.countsFor(AUTHOR_FACET);
  const strengths = coauthorStrengths(explorer);
  const { authors } = explorer.dataset;
  const rows = inOrder(explorer, AUTHOR_FACET, tableNodes(explorer, AUTHOR_FACET), 'records').map(
    (author) => [
      authorKey(authors, author),
      counts.records[author]!,
      strengths.coAuthors[author]!,
      decimal(strengths.strengthFull[author]!),
      decimal(strengths.strengthFractional[author]!),
      nodeStatus(counts, author, explorer.membership(AUTHOR_FACET, author)),
    ],
  );
  const columns = ['author', 'records', 'co_authors', 'strength_full', 'strength_fractional', 'status'];
  return { columns, rows };
}

/** One row a passage: a record that was read in two places has two. */
function recordTable({ dataset, activeRecords }: Explorer): DataTable {
  const { records, authors, source } = dataset;
  const rows: Cell[][] = [];
  for (const record of activeRecords) {
    const byline = [...authorsOf(records, record)].map((author) => authorKey(authors, author)).join('; ');
    for (let i = records.passageOffset[record]!; i < records.passageOffset[record + 1]!; i++) {
      rows.push([
        records.id.at(record),
        records.title.at(record),
        byline,
        source.files[records.passageFile[i]!]!,
        records.passageFirst[i]!,
        records.passageLast[i]!,
      ]);
    }
  }
  return { columns: ['id', 'title', 'authors', 'file', 'first_line', 'last_line'], rows };
}

/** The highest values first, of equal ones by name: the order in which the table twin opens. */
function inOrder(explorer: Explorer, facet: FacetId, nodes: readonly number[], rule: CountingRule): number[] {
  const counts = explorer.countsFor(facet);
  const rankOf = alphabeticalRanks(nodes.map((node) => explorer.names.short(facet, node)));
  const ranks = new Map(nodes.map((node, i) => [node, rankOf[i]!] as const));
  return [...nodes].sort(
    (a, b) => valueOf(counts, b, rule) - valueOf(counts, a, rule) || ranks.get(a)! - ranks.get(b)! || a - b,
  );
}
