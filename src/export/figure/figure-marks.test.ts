import { describe, expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { elementsOf, readXml, textOf } from '../../../tests/export/read-xml.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { readDataset } from '../../../tests/ingest/read-dataset.ts';
import { AGAINST_COLORS } from '../../layout/color/against-palette.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { finished } from '../../model/work.ts';
import { COLORS, fillColor } from './colors.ts';
import { drawingGraph } from './figure-graph.ts';
import { mapFigure } from './figure-map.ts';

const BUSY_MACHINE_MS = 120_000;
const sample = readDataset('data/training-language-models.txt');
const [WIDTH, HEIGHT] = [896, 470];
const marksOf = (body: string) => [...elementsOf(readXml(`<svg>${body}</svg>`))];

describe('a map in a file', { timeout: BUSY_MACHINE_MS }, () => {
  const figure = (query: string) => mapFigure(figureInput(sample, query), WIDTH, HEIGHT);
  const grounds = (query: string) =>
    marksOf(figure(query).body).filter(({ attributes }) => attributes.get('fill-opacity') !== undefined);

  it('has a wedge of colours below it, and classes in its corner', () => {
    expect(figure('').height).toBe(HEIGHT);
    const { body, height } = figure('colour=certainty');
    const tops = [...body.matchAll(/<g transform="translate\(12 (\d+)\)"/g)].map(([, top]) => Number(top));
    expect(tops).toHaveLength(1);
    expect(tops[0]).toBeGreaterThan(HEIGHT);
    expect(height).toBeGreaterThan(tops[0]!);
  });

  it('against all records has the page’s colours and legend, and no ramp', () => {
    const input = figureInput(syntheticDataset(3000, 5), 'colour=expected');
    input.explorer.toggleIncluded('technology', 8);
    const { body, legend } = mapFigure(input, WIDTH, HEIGHT);
    const fills = new Set(marksOf(body).flatMap(({ attributes }) => attributes.get('fill') ?? []));
    expect([...fills]).toEqual(expect.arrayContaining([...AGAINST_COLORS.light]));
    // the second is of both, and dots below the threshold are of the third
    expect([1, 4, 5].filter((step) => fills.has(fillColor(`step-${step}`)))).toEqual([]);
    expect(legend.slice(0, 2)).toEqual([
      'Colour: Tagged here, against all records; coloured only where chance alone is unlikely; ' +
        'ochre to teal: under ½×, ½× to 1×, no clear difference, 1× to 2×, over 2×',
      'Pale: too few records to tell',
    ]);
    expect(figure('colour=expected').legend[0]).toMatch(/to compare with all records. Grey: tagged$/);
  });

  it('has a ground beneath its legend only where it was moved', () => {
    expect(grounds('')).toEqual([]);
    expect(grounds('at=10,50,4')).toHaveLength(1);
    expect(grounds('at=10,50,4&colour=certainty')).toEqual([]);
  });

  it('has patterns of one size on the map and in the legend, however far it is magnified', () => {
    const { body } = figure('at=10,50,4&not.geography=USA');
    const marks = marksOf(body);
    const used = marks.flatMap(
      ({ attributes }) => /url\(#(.*)\)/.exec(attributes.get('fill') ?? '')?.[1] ?? [],
    );
    const patterns = new Map(
      marks
        .filter(({ name }) => name === 'pattern')
        .map(({ attributes }) => [attributes.get('id'), attributes.get('patternTransform') ?? '']),
    );
    expect(new Set(used)).toContain('legend-map-possible');
    expect(used.filter((id) => !patterns.has(id))).toEqual([]);
    expect(patterns.get('legend-map-possible')).toBe('rotate(45) scale(1.0000)');
    expect(patterns.get('map-possible')).not.toBe('rotate(45) scale(1.0000)');
  });
});

describe('a co-author graph in a file', { timeout: BUSY_MACHINE_MS }, () => {
  const figure = (query: string) => finished(drawingGraph(figureInput(sample, query), WIDTH, HEIGHT));
  const rings = (query: string) =>
    marksOf(figure(query).body).filter(
      ({ name, attributes }) => name === 'circle' && attributes.get('stroke') === COLORS.ink,
    );

  it('rings the person in the middle, unless the filter names this one', () => {
    const name = 'Kumar, Aviral';
    const around = `coauthors.around=${encodeURIComponent(name)}`;
    expect(rings('')).toEqual([]);
    expect(rings(around)).toHaveLength(1);
    expect(rings(`${around}&${AUTHOR_FACET}=${encodeURIComponent(name)}`)).toEqual([]);
  });

  it('says of every colour how many people have it, of none too', () => {
    const input = figureInput(sample);
    const { body } = finished(drawingGraph(input, WIDTH, HEIGHT));
    const words = marksOf(body)
      .filter(({ name }) => name === 'text')
      .map((element) => textOf(element));
    expect(input.graph!.otherPeople).toBeGreaterThan(0);
    expect(words).toContain(`others ${input.graph!.otherPeople}`);
  });
});
