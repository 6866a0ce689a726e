/** The topics as a figure: the sunburst that the page shows, under the same root and rule. */
import { formatSeen, formatValue, countOf } from '../layout/number-format.ts';
import { firstBranching, layoutSunburst, type SunburstArc, type SunburstTree } from '../layout/sunburst.ts';
import { COUNTING_RULE_LABEL } from '../model/counting-rule.ts';
import { countingUnit } from '../model/counting-rule-unit.ts';
import { facetById } from '../model/dataset.ts';
import { valueOf } from '../state/describe-node.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { noTopicsInWords } from '../state/no-topics-words.ts';
import { COLORS, ringColor } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { chars, el, text, type Markup } from './svg.ts';

/** Of many topics the outer ring would be hairlines, as on the page. */
const MANY_TOPICS = 80;

/** The sunburst; a note where the dataset has no topics or none is left. */
export function sunburstFigure({ explorer, measure }: FigureInput, width: number, height: number): Figure {
  const facetId = explorer.topicFacet;
  const facet = facetById(explorer.dataset, facetId);
  const title = 'Topics';
  const empty = (words: string): Figure => ({
    title,
    subtitle: '',
    legend: [],
    body: text(words, width / 2, 40, { anchor: 'middle', size: 13, fill: COLORS['ink-soft'] }),
    width,
    height: 80,
    notes: [],
  });
  if (!facet) return empty('This dataset has no topics.');
  const counts = explorer.countsFor(facetId);
  const { parent, label } = facet.concepts;
  const value = Float64Array.from(parent, (_, node) => valueOf(counts, node, explorer.rule));
  const tree: SunburstTree = { parent, value, label: (node) => label[node]! };
  const focus = explorer.focusOf(facetId) ?? -1;
  const root = firstBranching(tree, focus);
  const radius = Math.min(width - 16, height - 16) / 2;
  const hole = Math.max(34, radius * 0.27);
  const arcs = layoutSunburst(tree, root, {
    radiusPx: radius,
    holePx: hole,
    ringLimit: parent.length > MANY_TOPICS ? 3 : 4,
    measure: (line) => measure(line, 12, 500),
    halfPx: [width / 2, height / 2],
  });
  if (arcs.length === 0 && root < 0) return empty(noTopicsInWords(explorer, facet, counts));
  const curves: Markup[] = [];
  const labels = arcs.map((arc) => labelOf(arc, curves));
  const middle = middleOf(
    explorer,
    root,
    root >= 0 ? valueOf(counts, root, explorer.rule) : counts.tagged,
    counts.possible[root] ?? 0,
  );
  const path = root < 0 ? [] : explorer.names.path(facetId, root);
  const body =
    el('defs', {}, ...curves) +
    el(
      'g',
      { transform: `translate(${width / 2} ${height / 2})` },
      ...arcs.map((arc) => arcPath(explorer, facetId, arc)),
      el('g', { 'font-size': 12, 'font-weight': 500, 'text-anchor': 'middle', fill: COLORS.ink }, ...labels),
      el('circle', { r: hole - 3, fill: COLORS.panel, stroke: root < 0 ? 'none' : COLORS.line }),
      ...(arcs.length > 0 ? middle : []),
    );
  return {
    title,
    subtitle: `${COUNTING_RULE_LABEL[explorer.rule].toLowerCase()} per topic · ${[facet.label, ...path].join(' › ')}`,
    legend: [
      `Arc: topic, its angle by ${COUNTING_RULE_LABEL[explorer.rule].toLowerCase()}; rings outward: narrower topics; hue: the branch`,
    ],
    body,
    width,
    height,
    notes:
      counts.withHidden > 0
        ? [
            `${countOf(counts.withHidden, 'record')} of ${counts.considered} hide further ${facet.label.toLowerCase()} tags.`,
          ]
        : [],
  };
}

function arcPath(explorer: Explorer, facet: string, { node, d, branch, ring }: SunburstArc): Markup {
  const membership = explorer.membership(facet, node);
  const rim =
    membership === 'included'
      ? { stroke: COLORS.accent, 'stroke-width': 2.5 }
      : membership === 'excluded'
        ? { stroke: COLORS.warn, 'stroke-width': 2, 'stroke-dasharray': '4 3' }
        : { stroke: COLORS.panel, 'stroke-width': 1 };
  return el('path', { d, fill: ringColor(branch, ring), ...rim });
}

/** @param curves takes the curves that lines of type are written on */
function labelOf({ node, label }: SunburstArc, curves: Markup[]): Markup {
  if (!label) return '';
  if (label.kind === 'straight') {
    const transform = `translate(${label.x} ${label.y}) rotate(${label.turnDeg})`;
    return el('g', { transform }, text(label.line, 0, 4.2));
  }
  return label.lines
    .map((line, i) => {
      const id = `arc-${node}-${i}`;
      curves.push(el('path', { id, d: line.d }));
      const words = el('textPath', { href: `#${id}`, startOffset: '50%' }, chars(line.text));
      return el('text', {}, words);
    })
    .join('');
}

function middleOf({ rule }: Explorer, root: number, above: number, possible: number): Markup[] {
  const number =
    root >= 0 && rule === 'records'
      ? formatSeen(above, possible)
      : formatValue(above, root < 0 ? 'records' : rule);
  const unit = root < 0 ? `tagged record${above === 1 ? '' : 's'}` : countingUnit(rule, number);
  return [
    text(number, 0, 0, { size: 22, weight: 650, anchor: 'middle', fill: COLORS.ink }),
    text(unit, 0, 18, { size: 12, anchor: 'middle', fill: COLORS['ink-soft'] }),
  ];
}
