declare module 'd3-geo-projection' {
  /** Joins polygons cut along the antimeridian and at the poles. */
  export function geoStitch<Value>(object: Value): Value;
}
