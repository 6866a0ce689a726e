/** The projection that suits one country, wherever on Earth it lies and however its parts are spread. */
import {
  geoAlbersUsa,
  geoAzimuthalEqualArea,
  geoBounds,
  geoCentroid,
  geoContains,
  type ExtendedFeature,
  type ExtendedFeatureCollection,
  type GeoProjection,
} from 'd3-geo';

/** What a country is drawn from: its own boundary, or its regions together. */
export type CountryBoundary = ExtendedFeature | ExtendedFeatureCollection;

/** Share of the box's smaller side that stays free on each side. */
const MARGIN_SHARE = 0.05;
const MARGIN_LIMIT_PX = 24;

/** A place that is only a point is shown with so much around it, in degrees of a great circle: about 110 km. */
const POINT_SPAN_DEG = 1;

/**
 * Nothing further than this from the country's middle is drawn, in degrees: only far neighbours are. It is no round
 * number, since a boundary with corners on the very cut turns inside out, as some on the equator did for Antarctica.
 */
const CLIP_ANGLE = 80.0123;

/** Times that the middle is moved to that of the drawn box; the second moves it by a few pixels at most. */
const ROUNDS = 2;

/**
 * Lambert's azimuthal equal-area projection (Snyder 1987, doi:10.3133/pp1395) about the country's middle, fitted to a
 * box with a margin. Areas are true; no meridian cuts it, so that Fiji, Russia and Alaska stay whole. What lies more
 * than one box away from the box is cut off.
 * @param width in CSS pixels, above 0
 * @param height in CSS pixels, above 0
 */
export function countryProjection(country: CountryBoundary, width: number, height: number): GeoProjection {
  const box = boxIn(width, height);
  const projection = geoAzimuthalEqualArea().clipAngle(CLIP_ANGLE).precision(0.3);
  let [longitude, latitude] = middleOf(country);
  const turn = () => projection.rotate([-longitude, -latitude]);
  turn();
  if (isPoint(country)) {
    const radius = (Math.min(width, height) * 180) / (Math.PI * POINT_SPAN_DEG);
    projection.scale(radius).translate([width / 2, height / 2]);
  } else {
    projection.fitExtent(box, country);
    for (let round = 0; round < ROUNDS && Math.abs(latitude) < 90; round++) {
      [longitude, latitude] = projection.invert!([width / 2, height / 2]) ?? [longitude, latitude];
      turn().fitExtent(box, country);
    }
  }
  return projection.clipExtent([
    [-width, -height],
    [2 * width, 2 * height],
  ]);
}

/**
 * The United States with Alaska and Hawaii moved beneath the southwest, Alaska at 0.35 of its size: the composite
 * Albers projection of d3-geo. Drawn where they lie, the three leave a fifth of the width to forty-eight states.
 * @param width in CSS pixels, above 0
 * @param height in CSS pixels, above 0
 */
export function unitedStatesProjection(
  states: CountryBoundary,
  width: number,
  height: number,
): GeoProjection {
  return geoAlbersUsa().fitExtent(boxIn(width, height), states);
}

function boxIn(width: number, height: number): [[number, number], [number, number]] {
  const margin = Math.min(MARGIN_LIMIT_PX, MARGIN_SHARE * Math.min(width, height));
  return [
    [margin, margin],
    [width - margin, height - margin],
  ];
}

/** Where the fit begins: the middle of the area, or the pole where the country holds it. */
function middleOf(country: CountryBoundary): [number, number] {
  const middle = geoCentroid(country);
  const pole: [number, number] = [0, middle[1] < 0 ? -90 : 90];
  return Math.abs(middle[1]) > 60 && geoContains(country, pole) ? pole : middle;
}

function isPoint(country: CountryBoundary): boolean {
  const [[west, south], [east, north]] = geoBounds(country);
  return west === east && south === north;
}
