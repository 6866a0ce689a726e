import { describe, expect, it } from 'vitest';
import { buildCoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import { IDENTITY } from '../../layout/map/magnification.ts';
import { fittedView } from './coauthor-view.ts';
import { GraphZoom } from './graph-zoom.svelte.ts';

const graphOf = (...author: number[]) =>
  buildCoauthorGraph({ authorOffset: Uint32Array.of(0, 2), author: Uint32Array.from(author) }, 3);
const graph = graphOf(0, 1);
const other = graphOf(1, 2);

const ZOOMED = { k: 4, x: -600, y: -300 };
const fittedTo = (width: number, height: number) =>
  fittedView({ x0: -10, y0: -10, x1: 10, y1: 10 }, width, height);

/** A graph on a panel, zoomed to a part of it. */
function zoomedIn() {
  const zoom = new GraphZoom();
  const fit = (shown = graph, width = 600, height = 400) =>
    zoom.fit({ graph: shown, width, height }, fittedTo);
  fit();
  zoom.zooming.place(ZOOMED);
  return { zoom, fit };
}

describe('the zoom of the graph', () => {
  it('follows the size of the panel, and is exactly as before in the former size', () => {
    const { zoom, fit } = zoomedIn();
    fit(graph, 500, 700);
    expect(zoom.magnification).not.toEqual(ZOOMED);
    expect(zoom.magnification.k).toBe(4);
    fit(graph, 200, 210);
    fit();
    expect(zoom.magnification).toEqual(ZOOMED);
  });

  it('of another graph begins with the whole, and so does the former one then', () => {
    const { zoom, fit } = zoomedIn();
    fit(other);
    expect(zoom.magnification).toEqual(IDENTITY);
    fit();
    expect(zoom.magnification).toEqual(IDENTITY);
  });

  it('is none with each scene of a talk, and the page’s own after it', () => {
    const { zoom, fit } = zoomedIn();
    zoom.follow({});
    expect(zoom.magnification).toEqual(IDENTITY);
    fit(graph, 480, 380);
    zoom.zooming.place({ k: 2, x: -5, y: -5 });
    zoom.follow({});
    expect(zoom.magnification).toEqual(IDENTITY);
    zoom.follow(null);
    fit();
    expect(zoom.magnification).toEqual(ZOOMED);
  });

  it('is the page’s own again as soon as its graph is there', () => {
    const { zoom, fit } = zoomedIn();
    zoom.follow({});
    fit(other, 480, 380);
    zoom.follow(null);
    expect(zoom.magnification).toEqual(IDENTITY);
    fit(other);
    expect(zoom.magnification).toEqual(IDENTITY);
    fit();
    expect(zoom.magnification).toEqual(ZOOMED);
    fit(other);
    fit();
    expect(zoom.magnification).toEqual(IDENTITY);
  });

  it('is the whole after a talk that began with the whole', () => {
    const { zoom } = zoomedIn();
    zoom.zooming.place(IDENTITY);
    zoom.follow({});
    zoom.zooming.place(ZOOMED);
    zoom.follow(null);
    expect(zoom.magnification).toEqual(IDENTITY);
  });
});
