/** The records as a figure: a table of text in source order, as many rows as a page takes. */
import { countOf, formatCount, formatScore } from '../layout/number-format.ts';
import { authorName, authorsOf, facetById, type RecordIndex } from '../model/dataset.ts';
import { noPlaceInWords, placesOf } from '../state/record-places.ts';
import { COLORS } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { clipped, el, text, type Markup } from './svg.ts';

const ROW_PX = 44;
const HEAD_PX = 24;
const GAP_PX = 20;
const NAMED_AUTHORS = 4;

/** The table; what doesn't fit is told in a note. */
export function recordsFigure(input: FigureInput, width: number, height: number): Figure {
  const { explorer } = input;
  const { activeRecords: records, dataset } = explorer;
  const facet = explorer.placeFacet === undefined ? undefined : facetById(dataset, explorer.placeFacet);
  const minScore = facet ? explorer.minScore(facet.id) : 0;
  const room = Math.max(1, Math.floor((height - HEAD_PX) / ROW_PX));
  const shown = [...records.subarray(0, room)];
  const rest = records.length - shown.length;
  const rows = shown.map((record, i) => row(input, record, HEAD_PX + i * ROW_PX, width));
  const { places, hidden } = columns(width);
  const head = (words: string, x: number, anchor?: 'end') =>
    text(words, x, 14, { size: 12, fill: COLORS['ink-soft'], ...(anchor ? { anchor } : {}) });
  const empty = text('No record passes.', 0, HEAD_PX + 24, { size: 12, fill: COLORS['ink-soft'] });
  return {
    title: 'Records',
    subtitle:
      `${formatCount(records.length)} of ${formatCount(dataset.recordCount)} records` +
      (facet && minScore > 0
        ? ` · ${facet.label.toLowerCase()} score at least ${formatScore(minScore)}`
        : ''),
    body: [
      head('Title and authors', 0),
      ...(facet ? [head('Tagged places', places), head('Hidden tags', hidden, 'end')] : []),
      el('path', { d: `M0 ${HEAD_PX - 1.5}H${width}`, stroke: COLORS.line }),
      ...(shown.length > 0 ? rows : [empty]),
    ].join(''),
    width,
    height: HEAD_PX + Math.max(1, shown.length) * ROW_PX,
    notes:
      rest > 0
        ? [`${countOf(rest, 'further record')} not listed here; the CSV and JSON files have them all.`]
        : [],
  };
}

/** Where columns begin, px; the last one ends. */
const columns = (width: number) => ({ places: Math.round(width * 0.6), hidden: width });

function row({ explorer, measure }: FigureInput, record: RecordIndex, y: number, width: number): Markup {
  const { dataset } = explorer;
  const facet = explorer.placeFacet === undefined ? undefined : facetById(dataset, explorer.placeFacet);
  const { places, hidden } = columns(width);
  const titleWidth = (facet ? places : width) - GAP_PX;
  const title = clipped(dataset.records.title[record]!, titleWidth, (line) => measure(line, 13, 600));
  const authors = clipped(byline(namesOf(dataset, record)), titleWidth, (line) => measure(line, 12, 400));
  const parts = [
    text(title, 0, y + 18, { size: 13, weight: 600, fill: COLORS.ink }),
    text(authors, 0, y + 35, { size: 12, fill: COLORS['ink-soft'] }),
    el('path', { d: `M0 ${y + ROW_PX - 0.5}H${width}`, stroke: COLORS.line }),
  ];
  if (facet) {
    const named = placesOf(facet, record, explorer.minScore(facet.id)).map(
      ({ name, score }) => `${name} ${formatScore(score)}`,
    );
    const words = named.length > 0 ? named.join(', ') : noPlaceInWords(facet, record);
    const line = clipped(words, hidden - places - 50, (start) => measure(start, 12, 400));
    const fill = named.length > 0 ? COLORS.ink : COLORS['ink-soft'];
    parts.push(text(line, places, y + 18, { size: 12, fill }));
    const count = facet.hidden[record]!;
    if (count > 0)
      parts.push(
        text(`+${formatCount(count)}`, hidden, y + 18, { size: 12, fill: COLORS.warn, anchor: 'end' }),
      );
  }
  return parts.join('');
}

function namesOf({ records, authors }: FigureInput['explorer']['dataset'], record: RecordIndex): string[] {
  return Array.from(authorsOf(records, record), (author) => authorName(authors, author));
}

function byline(names: readonly string[]): string {
  if (names.length === 0) return 'no authors given';
  const more = names.length - NAMED_AUTHORS;
  return more > 0 ? `${names.slice(0, NAMED_AUTHORS).join(', ')} and ${more} more` : names.join(', ');
}
