import { describe, expect, it } from 'vitest';
import { SCENE_VIEWS } from '../../model/scene.ts';
import { stageScale } from './stage.ts';

describe('the stage', () => {
  it.each([
    [1200, 540],
    [1800, 830],
    [960, 560],
  ])('of %i by %i px shows type of 12 px at 15 px or more, unless all views are on it', (width, height) => {
    for (const view of SCENE_VIEWS.filter((known) => known !== 'all')) {
      expect(12 * stageScale(view, { width, height })).toBeGreaterThanOrEqual(15);
    }
  });

  it('grows with the screen', () => {
    for (const view of SCENE_VIEWS) {
      const small = stageScale(view, { width: 1200, height: 560 });
      const large = stageScale(view, { width: 2400, height: 1120 });
      expect(large).toBeGreaterThan(small * 1.5);
    }
  });

  it('never shrinks the dashboard much', () => {
    expect(stageScale('all', { width: 960, height: 500 })).toBe(0.92);
    expect(stageScale('all', { width: 0, height: 0 })).toBe(0.92);
  });
});
