/** The part of the world that a map shows. */
export interface MapWindow {
  /** What is in the middle of the drawing, degrees east, -180 to 180, */
  readonly longitude: number;
  /** and degrees north, -90 to 90. */
  readonly latitude: number;
  /** How many times as large as the whole world it is drawn, 1 to {@link MOST_TIMES}. */
  readonly times: number;
}

/** As far as a map is magnified. */
export const MOST_TIMES = 24;
