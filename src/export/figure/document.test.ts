import fc from 'fast-check';
import { dateInWords } from '../../layout/text/date-in-words.ts';
import { describe, expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { elementsOf, readXml, textOf, type XmlElement } from '../../../tests/export/read-xml.ts';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { readDataset } from '../../../tests/ingest/read-dataset.ts';
import { formatValue } from '../../layout/text/number-format.ts';
import { packTexts } from '../../model/codec/pack-texts.ts';
import type { Dataset } from '../../model/dataset.ts';
import { COUNTING_RULES } from '../../model/counting-rule.ts';
import { VIEW_IDS } from '../../share/view-state.ts';
import { valueOf } from '../../state/words/describe-node.ts';
import { ACTIVE, HIDDEN } from '../../state/coauthors/drawn-coauthors.svelte.ts';
import { type FileSubject } from './caption.ts';
import { svgDocument } from './document.ts';
import { tableMetadata } from '../files.ts';
import { jsonText } from '../file/json-file.ts';
import { readBack } from '../file/read-back.ts';
import { csvOf, tableOf } from '../file/tables.ts';

const SUBJECTS: readonly FileSubject[] = ['all', 'time', ...VIEW_IDS];
const BUSY_MACHINE_MS = 120_000;
const sample = { ...readDataset('data/training-language-models.txt'), date: '2026-11-03' };

const words = (xml: XmlElement) =>
  [...elementsOf(xml)].filter(({ name }) => name === 'text').map((element) => textOf(element));
/** Hubs, the last nodes, that are not left out. */
const hubsAmong = (states: Uint8Array, hubs: number) =>
  states.subarray(states.length - hubs).filter((state) => (state & HIDDEN) === 0).length;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the map of a country', { timeout: BUSY_MACHINE_MS }, () => {
  const concept = (label: string, parent: number, more = {}) => ({ label, parent, ...more });
  const dataset = makeDataset({
    authors: [],
    facets: [
      {
        id: 'geography',
        kind: 'place',
        concepts: [
          concept('North America', -1),
          concept('United States', 0, { code: 'USA' }),
          concept('Texas', 1, { code: 'US-TX', region: 'US-TX' }),
          concept('Atlantis', 1, { code: 'US-ZZ', region: 'US-ZZ' }),
          concept('Canada', 0, { code: 'CAN' }),
        ],
      },
    ],
    records: [[1], [2], [3], [3, 2], [4], [0]].map((places) => ({
      title: 'T',
      authors: [],
      tags: { geography: places.map((place) => [place, 50] as const) },
      hidden: {},
    })),
  });
  const said = (query: string) => words(readXml(svgDocument(figureInput(dataset, query), 'map').svg));

  it('tells of records in regions that it does not draw', () => {
    expect(said('focus.geography=USA').join(' ')).toContain(
      '2 records tagged United States in none of these regions.',
    );
  });

  it('tells them in the metadata of a picture, of the dashboard and of the table alone', () => {
    const input = figureInput(dataset, 'focus.geography=USA');
    const counted = 'records per region · 4 records tagged';
    const unplaced = '2 records tagged United States in none of these regions.';
    expect(svgDocument(input, 'map').metadata.notes).toEqual([counted, unplaced]);
    expect(tableMetadata(input, 'map').notes).toEqual([counted, unplaced]);
    expect(svgDocument(input, 'all').metadata.notes).toEqual(
      expect.arrayContaining([`Where it is tagged: United States: ${unplaced}`]),
    );
    const world = svgDocument(figureInput(dataset), 'map').metadata;
    expect(jsonText(input.explorer, 'map', world)).toContain('6 records tagged, 1 in no country"');
    expect(tableMetadata(input, 'records').notes).toEqual([]);
  });

  it('counts the records tagged with the country, and on the world those in no country apart', () => {
    expect(said('focus.geography=USA')).toContain('records per region · 4 records tagged');
    expect(said('')).toContain('records per country · 6 records tagged, 1 in no country');
    // none that Canada's clause would leave: the map's own clause is not its own
    expect(said('geography=CAN').join(' ')).toContain('6 records tagged, 1 in no country');
    expect(said('min.geography=0.60').join(' ')).toContain('0 records tagged');
    expect(said('min.geography=0.60').join(' ')).not.toContain('in no country');
  });

  it('calls the circle of a country whose regions nobody names no city', () => {
    const text = said('focus.geography=CAN');
    expect(text.some((line) => line.startsWith('Canada'))).toBe(true);
    expect(text.some((line) => line.includes('in a city'))).toBe(false);
  });
});

describe('the caption', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['map', true],
    ['topics', true],
    ['all', true],
    ['coauthors', false],
    ['records', false],
  ] as const)('of %s names the counting rule where it counts: %s', (subject, isCounted) => {
    const { svg } = svgDocument(figureInput(sample, 'rule=fractional'), subject);
    expect(words(readXml(svg)).some((line) => line.startsWith('Counted by fractional count.'))).toBe(
      isCounted,
    );
  });
});

describe('an SVG file', { timeout: BUSY_MACHINE_MS }, () => {
  it('of any state of any dataset is well-formed, resolved, and says its state', () => {
    fc.assert(
      fc.property(oddDataset, walk(12), fc.constantFrom(...SUBJECTS), (dataset, steps, subject) => {
        const start = figureInput(dataset);
        for (const step of steps) take(start.explorer, step);
        const query = start.explorer.query('');
        const input = { ...start, facts: { ...start.facts, query, link: `https://example.org/?${query}` } };
        const { svg, metadata } = svgDocument(input, subject);
        const xml = readXml(svg);
        expect(xml.attributes.get('xmlns')).toBe('http://www.w3.org/2000/svg');
        const left = /var\(--|="(?:NaN|Infinity|undefined)"|\s(?:class|style|on\w+)="|<script/.exec(svg);
        expect(left?.[0]).toBeUndefined();
        const ids = new Set([...elementsOf(xml)].flatMap(({ attributes }) => attributes.get('id') ?? []));
        for (const [, id] of svg.matchAll(/(?:url\(|href=")#([^")]+)/g)) expect(ids).toContain(id);
        expect(readBack(bytes(svg))).toEqual({
          kind: 'view',
          query,
          dataset: metadata.dataset,
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['all records', ''],
    ['one country', '?geography=USA&min.geography=0.05'],
    ['a zoomed country', '?focus.geography=USA&rule=score'],
    ['nobody', '?geography=AUT&not.geography=AUT'],
    ['certainty on a globe', '?colour=certainty&projection=globe'],
    ['a country against all records', '?colour=expected&focus.geography=USA&tagged.technology=any'],
  ])('tells title, filters, rule, dataset and link: %s', (_, query) => {
    for (const subject of SUBJECTS) {
      const input = figureInput(sample, query);
      const { svg, width, height } = svgDocument(input, subject);
      const lines = words(readXml(svg)).join('\n');
      expect(lines).toContain('AITopics, dataset of 3 November 2026');
      expect(lines).toContain(`of 9 records shown`);
      expect(lines).toContain('https://example.org/map/');
      expect(lines.includes('Natural Earth')).toBe(subject === 'all' || subject === 'map');
      expect(query.includes('USA&min')).toBe(lines.includes('geography score at least 0.05'));
      expect([width, height].every((size) => size > 100 && size < 2000)).toBe(true);
    }
  });

  it('says in its metadata what is drawn and what the marks mean', () => {
    const of = (subject: FileSubject, query: string) =>
      svgDocument(figureInput(sample, query), subject).metadata;
    expect(of('map', '?min.geography=0.05')).toMatchObject({
      title: 'Where it is tagged',
      legend: [
        'Colour: records per country, light to dark: 1, 3',
        'Dotted: below the threshold',
        'Hatched: none seen, up to 3 possible',
      ],
    });
    expect(of('map', '?focus.geography=USA').title).toBe('Where it is tagged: United States');
    expect(of('map', '?rule=score&colour=certainty').legend.join('\n')).toMatch(
      /^Colour: score sum per country, .*\nColour is held back where mean scores are low: .*\nHatched/,
    );
    expect(of('coauthors', '').legend.join()).toMatch(/square: record.*Colours: Achiam 281, Abbas 59/);
    expect(of('topics', '?rule=fractional').legend.join()).toContain('its angle by fractional');
    expect(of('all', '').legend).toHaveLength(5);
  });

  it('names the dataset over a single figure, whatever its length, within the picture', () => {
    const title = 'A long name of a dataset, '.repeat(20);
    const { svg } = svgDocument(figureInput({ ...sample, title }), 'map');
    const named = words(readXml(svg)).filter((line) => line.startsWith('A long name'));
    expect(named).toHaveLength(1);
    expect(named[0]!.length * 12 * 0.55).toBeLessThan(896);
  });

  it('of the same state is the same, byte for byte', () => {
    for (const subject of SUBJECTS) {
      expect(svgDocument(figureInput(sample), subject)).toEqual(svgDocument(figureInput(sample), subject));
    }
  });

  it('draws no mark of the world beneath the map’s legend', () => {
    const xml = readXml(svgDocument(figureInput(syntheticDataset(10_000, 1)), 'map').svg);
    const groups = [...elementsOf(xml)].filter(({ name }) => name === 'g');
    const placed = groups.map((group) => ({
      group,
      place: /^translate\(12 (\d+)\)$/.exec(group.attributes.get('transform') ?? ''),
    }));
    const { group, place } = placed.find((each) => each.place !== null)!;
    const right =
      12 + Math.max(...[...elementsOf(group)].map(({ attributes }) => Number(attributes.get('x') ?? 0)));
    const circles = [...elementsOf(xml)].filter(({ name }) => name === 'circle');
    const left = circles.filter(({ attributes }) => Number(attributes.get('cx')) < right + 100);
    expect(left.length).toBeGreaterThan(1);
    for (const { attributes } of left) {
      expect(Number(attributes.get('cy')) + Number(attributes.get('r'))).toBeLessThan(Number(place![1]));
    }
  });

  it('of a thousand records draws as many rows as a page takes, and tells how many more there are', () => {
    const { svg } = svgDocument(figureInput(syntheticDataset(1000, 3)), 'records');
    expect(svg).toMatch(/9\d\d further records not listed here/);
  });
});

describe('what a figure names', { timeout: BUSY_MACHINE_MS }, () => {
  it.each(COUNTING_RULES)('has the table’s number under the rule "%s"', (rule) => {
    const input = figureInput(sample, `?rule=${rule}&min.geography=0.04`);
    const { explorer } = input;
    const facet = explorer.placeFacet!;
    const counts = explorer.countsFor(facet);
    const column = { records: 2, fractional: 4, score: 5 }[rule];
    const lines = new Set(words(readXml(svgDocument(input, 'map').svg)));
    let named = 0;
    for (const row of tableOf(explorer, 'map').rows) {
      const node = explorer.nodeByCode(facet, String(row[1]))!;
      expect(row[column]).toBeCloseTo(valueOf(counts, node, rule), 6);
      const label = `${explorer.names.short(facet, node)} ${formatValue(Number(row[column]), rule)}`;
      if (lines.has(label)) named += 1;
      const other = [...lines].filter((line) => line.startsWith(`${explorer.names.short(facet, node)} `));
      expect(other.every((line) => line === label)).toBe(true);
    }
    expect(named).toBeGreaterThan(3);
  });

  it('has a disc for everybody, faint where the table counts nobody', () => {
    const input = figureInput(sample, '?geography=USA');
    const xml = [...elementsOf(readXml(svgDocument(input, 'coauthors').svg))];
    const circles = xml.filter(({ name }) => name === 'circle');
    const active = circles.filter(({ attributes }) => !attributes.has('opacity'));
    const people = tableOf(input.explorer, 'coauthors').rows.filter((row) => Number(row[1]) > 0);
    expect(active).toHaveLength(people.length);
    expect(circles).toHaveLength(sample.authors.family.length);
  });

  it('has each drawn link of the graph once, and nobody who is left out', () => {
    const asked = fc.record({
      counting: fc.constantFrom('', '&coauthors.strength=fractional'),
      least: fc.constantFrom('', '&coauthors.min=0.5', '&coauthors.min=1.5', '&coauthors.min=3'),
      alone: fc.constantFrom('', '&coauthors.alone=hidden'),
      pairs: fc.constantFrom('', '&coauthors.pairs=3'),
    });
    let hidden = 0;
    fc.assert(
      fc.property(oddDataset, asked, (dataset, { counting, least, alone, pairs }) => {
        const input = figureInput(dataset, `?v=1${counting}${least}${alone}${pairs}`);
        const { graph: drawn } = input;
        if (!drawn?.arranged) return;
        const { graph } = drawn.arranged;
        const xml = readXml(svgDocument(input, 'coauthors').svg);
        const links = [...elementsOf(xml)]
          .filter(({ name, attributes }) => name === 'g' && attributes.has('stroke-opacity'))
          .map((group) => ({
            isFaint: group.attributes.get('stroke-opacity') === '0.07',
            count: [...elementsOf(group)]
              .flatMap(({ attributes }) => attributes.get('d') ?? [])
              .reduce((sum, d) => sum + (d.match(/M[^ML]+L[^ML]+/g) ?? []).length, 0),
          }));
        const sum = (isFaint: boolean) =>
          links.filter((group) => group.isFaint === isFaint).reduce((all, { count }) => all + count, 0);
        expect(sum(false)).toBe(drawn.keptCount);
        expect(sum(true)).toBe(drawn.faintEdges.length);
        const discs = [...elementsOf(xml)].filter(({ name }) => name === 'circle');
        const shown = drawn.states.filter((state) => (state & HIDDEN) === 0);
        const people = shown.filter((_, i) => i < shown.length - hubsAmong(drawn.states, graph.hubCount));
        expect(discs).toHaveLength(people.length);
        const active = drawn.states
          .subarray(0, graph.nodeCount - graph.hubCount)
          .filter((state) => (state & (ACTIVE | HIDDEN)) === ACTIVE);
        expect(words(xml).join('\n')).toMatch(new RegExp(`^${active.length}(?: of \\d+)? authors?`, 'm'));
        hidden += drawn.states.length - shown.length;
      }),
      { numRuns: 60 },
    );
    expect(hidden).toBeGreaterThan(0);
  });

  it('covers no disc with a name, in a picture that cannot be zoomed', () => {
    const xml = [...elementsOf(readXml(svgDocument(figureInput(sample), 'coauthors').svg))];
    const discs = xml.filter(({ name }) => name === 'circle').map(({ attributes }) => attributes);
    const halos = xml.filter(({ name, attributes }) => name === 'g' && attributes.has('stroke-linejoin'));
    const names = halos.flatMap((halo) => [...elementsOf(halo)].filter(({ name }) => name === 'text'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const [x, y] = ['x', 'y'].map((key) => Number(name.attributes.get(key)));
      const wide = textOf(name).length * 12 * 0.55;
      const anchor = name.attributes.get('text-anchor') ?? 'start';
      const left = x! - { start: 0, middle: wide / 2, end: wide }[anchor as 'start' | 'middle' | 'end'];
      for (const disc of discs) {
        const [cx, cy] = [Number(disc.get('cx')), Number(disc.get('cy'))];
        const isOver = cx > left && cx < left + wide && cy > y! - 12 && cy < y! + 3;
        expect([textOf(name), isOver]).toEqual([textOf(name), false]);
      }
    }
  });
});

it('a topic that stands in two branches can be zoomed to under any rule', () => {
  const concepts = [1, 1].map((geonames, i) => ({ label: `Topic ${i}`, parent: -1, geonames }));
  const facet = { id: 'technology', kind: 'taxonomy' as const, concepts };
  const record = { title: 'T', authors: [], tags: { technology: [[0, 50]] as const }, hidden: {} };
  const dataset = makeDataset({ authors: [], facets: [facet], records: [record] });
  for (const rule of COUNTING_RULES) {
    const input = figureInput(dataset, `focus.technology=GN1&rule=${rule}`);
    const { title, notes } = svgDocument(input, 'topics').metadata;
    expect([title, notes.join()]).toEqual(['Topics', expect.stringContaining('technology › Topic 0')]);
  }
});

describe('tables', () => {
  it('of the hand-counted records are what was counted by hand', () => {
    const { explorer } = figureInput(handCounted);
    expect(csvOf(tableOf(explorer, 'records')).split('\r\n')[0]).toBe(
      'id,title,authors,file,first_line,last_line,url,geography,geography_hidden,technology',
    );
    const rows = tableOf(explorer, 'coauthors').rows;
    expect(rows).toHaveLength(handCounted.authors.family.length);
    for (const view of VIEW_IDS) {
      const { columns, rows } = tableOf(explorer, view);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('of the records have the column of addresses in any dataset, empty where it has none', () => {
    const addresses = (dataset: Dataset) => {
      const { columns, rows } = tableOf(figureInput(dataset).explorer, 'records');
      return rows.map((row) => row[columns.indexOf('url')]);
    };
    const { records, recordCount } = handCounted;
    const urls = Array.from({ length: recordCount }, (_, i) => (i === 1 ? '' : `https://example.org/${i}`));
    expect(new Set(addresses(handCounted))).toEqual(new Set(['']));
    expect(new Set(addresses({ ...handCounted, records: { ...records, url: packTexts(urls) } }))).toEqual(
      new Set(urls),
    );
  });

  it('of the records hold those that pass, each passage once', () => {
    const { explorer } = figureInput(sample, '?geography=USA');
    const ids = new Set(tableOf(explorer, 'records').rows.map(([id]) => id));
    expect([...ids]).toEqual([...explorer.activeRecords].map((record) => sample.records.id.at(record)));
  });
});

describe('captions', () => {
  it('write a date in words, and leave another text as it is', () => {
    expect([dateInWords('2026-11-03'), dateInWords('x')]).toEqual(['3 November 2026', 'x']);
  });

  it('tell where a chart’s numbers skip its own filter', () => {
    const caption = (query: string, subject: FileSubject) =>
      words(readXml(svgDocument(figureInput(sample, query), subject).svg)).join(' ');
    expect(caption('?geography=USA', 'map')).toContain('skip the filter by place itself');
    expect(caption('?geography=USA', 'topics')).not.toContain('skip');
    expect(caption('?geography=USA', 'all')).toContain('skip the filter by its own kind');
    expect(caption('', 'all')).not.toContain('skip');
  });
});
