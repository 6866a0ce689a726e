/** The records as a figure: a table of text in source order, as many rows as a page takes. */
import { countOf, formatCount, formatScore } from '../../layout/text/number-format.ts';
import type { Facet, RecordIndex } from '../../model/dataset.ts';
import { bylineOf, type Byline } from '../../state/records/byline.ts';
import { yearsOf } from '../../model/years.ts';
import { shownFacet, tagsHead } from '../../state/records/record-facet.ts';
import { namedTags, noTagInWords, withScore, type IncludedAbove } from '../../state/records/record-places.ts';
import { COLORS } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { atMost, clipped, el, text, wrapped, type Markup } from './svg.ts';

/** A row of one line, with its authors; a longer title or more places take further lines. */
const ROW_PX = 44;
const LINE_PX = 16;
const MOST_LINES = 2;
const HEAD_PX = 24;
const GAP_PX = 20;
const NAMED_AUTHORS = 4;

/** The table; what doesn't fit is told in a note. */
export function recordsFigure(input: FigureInput, width: number, height: number): Figure {
  const { explorer } = input;
  const { activeRecords: records, dataset } = explorer;
  const facet = shownFacet(explorer);
  const minScore = facet ? explorer.minScore(facet.id) : 0;
  const included = facet ? explorer.includedAbove(facet.id) : null;
  const rows: Markup[] = [];
  let y = HEAD_PX;
  for (const record of records) {
    const next = row(input, record, facet, included, y, width);
    if (rows.length > 0 && next.bottom > height) break;
    rows.push(next.body);
    y = next.bottom;
  }
  const rest = records.length - rows.length;
  const { places, hidden } = columns(width);
  const head = (words: string, x: number, anchor?: 'end') =>
    text(words, x, 14, { size: 12, fill: COLORS['ink-soft'], ...(anchor ? { anchor } : {}) });
  const empty = text('No record passes.', 0, HEAD_PX + 24, { size: 12, fill: COLORS['ink-soft'] });
  return {
    title: 'Records',
    subtitle:
      `${formatCount(records.length)} of ${countOf(dataset.recordCount, 'record')}` +
      (facet && minScore > 0
        ? ` · ${facet.label.toLowerCase()} score at least ${formatScore(minScore)}`
        : ''),
    legend: [],
    body: [
      head('Title and authors', 0),
      ...(facet
        ? [
            head(tagsHead(facet) + (included ? ', ◆ included' : ''), places),
            head('Hidden tags', hidden, 'end'),
          ]
        : []),
      el('path', { d: `M0 ${HEAD_PX - 1.5}H${width}`, stroke: COLORS.line }),
      ...(rows.length > 0 ? rows : [empty]),
    ].join(''),
    width,
    height: rows.length > 0 ? y : HEAD_PX + ROW_PX,
    notes:
      rest > 0
        ? [`${countOf(rest, 'further record')} not listed here; the CSV and JSON files have them all.`]
        : [],
  };
}

/** Where columns begin, px; the last one ends. */
const columns = (width: number) => ({ places: Math.round(width * 0.6), hidden: width });

interface Row {
  readonly body: Markup;
  readonly bottom: number;
}

function row(
  { explorer, measure }: FigureInput,
  record: RecordIndex,
  facet: Facet | undefined,
  included: IncludedAbove,
  y: number,
  width: number,
): Row {
  const { dataset } = explorer;
  const { places, hidden } = columns(width);
  const titleWidth = (facet ? places : width) - GAP_PX;
  const titles = atMost(
    wrapped(dataset.records.title.at(record), titleWidth, (line) => measure(line, 13, 600)),
    MOST_LINES,
  );
  const small = (line: string) => measure(line, 12, 400);
  const years = yearsOf(dataset, record);
  const when = years === '' ? '' : ` · ${years}`;
  const authors = clipped(byline(bylineOf(explorer, record)), titleWidth - small(when), small) + when;
  const authorsY = y + 19 + Math.max(1, titles.length) * LINE_PX;
  const parts = [
    ...titles.map((line, i) =>
      text(line, 0, y + 18 + i * LINE_PX, { size: 13, weight: 600, fill: COLORS.ink }),
    ),
    text(authors, 0, authorsY, { size: 12, fill: COLORS['ink-soft'] }),
  ];
  if (facet) {
    const named = namedTags(facet, record, explorer.minScore(facet.id), included).map(
      (tag) => `${tag.isIncluded ? '◆\u00a0' : ''}${withScore(facet, tag)}`,
    );
    const words = named.length > 0 ? named.join(', ') : noTagInWords(facet, record);
    const lines = atMost(wrapped(words, hidden - places - 50, small), MOST_LINES);
    const fill = named.length > 0 ? COLORS.ink : COLORS['ink-soft'];
    parts.push(...lines.map((line, i) => text(line, places, y + 18 + i * LINE_PX, { size: 12, fill })));
    const count = facet.hidden[record]!;
    if (count > 0)
      parts.push(
        text(`+${formatCount(count)}`, hidden, y + 18, { size: 12, fill: COLORS.warn, anchor: 'end' }),
      );
  }
  const bottom = authorsY + 9;
  parts.push(el('path', { d: `M0 ${bottom - 0.5}H${width}`, stroke: COLORS.line }));
  return { body: parts.join(''), bottom };
}

function byline({ names, includedCount }: Byline): string {
  if (names.length === 0) return 'no authors given';
  const shown = names.slice(0, NAMED_AUTHORS).map((name, i) => (i < includedCount ? `◆\u00a0${name}` : name));
  const more = names.length - NAMED_AUTHORS;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
