/** How large a view is drawn on the stage of a talk: laid out as on a small screen, then scaled, so that type grows. */
import type { SceneView } from '../../model/scene.ts';
import type { Move } from '../../share/notes-message.ts';

/** What a key or a button of a talk does. */
export type Act = Move | 'fullscreen' | 'notes';

/** The stage, px as seen. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/** Type of 12 px should be seen as 18 px or more at 720 lines: the view is laid out on about so many px. */
const BASE: Readonly<Record<SceneView, StageSize>> = {
  map: { width: 640, height: 360 },
  topics: { width: 420, height: 390 },
  coauthors: { width: 480, height: 380 },
  records: { width: 760, height: 330 },
  // four views at once stay legible only as large as the page has them
  all: { width: 1180, height: 600 },
};

/** Smaller than this is not drawn: then the view is laid out on less room than it likes. */
const LEAST: Readonly<Record<SceneView, number>> = {
  map: 1.2,
  topics: 1.2,
  coauthors: 1.2,
  records: 1.2,
  all: 0.92,
};

/** The factor by which a view is enlarged to fill a stage. */
export function stageScale(view: SceneView, { width, height }: StageSize): number {
  const base = BASE[view];
  return Math.max(LEAST[view], Math.min(width / base.width, height / base.height));
}
