import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreDots, scoreX, type ScoreAxis } from './score-dots.ts';

const axis: ScoreAxis = { lengthPx: 200, dotPx: 8, levels: 2 };
const scored = (...scores: number[]) => scores.map((score, tag) => ({ score, tag }));

describe('dots on the axis of scores', () => {
  it('stand at their scores, 0 at the left end and 1 at the right', () => {
    expect(scoreX(0, axis)).toBe(0);
    expect(scoreX(27, axis)).toBeCloseTo(54);
    expect(scoreX(100, axis)).toBe(200);
  });

  it('that do not touch stand in the middle', () => {
    expect(scoreDots(scored(4, 27), axis).map(({ y }) => y)).toEqual([0, 0]);
  });

  it('with the same score stand above and below each other', () => {
    expect(scoreDots(scored(4, 4, 4, 4, 4), axis).map(({ y }) => y)).toEqual([0, -8, 8, -16, 16]);
  });

  it('without a free level cover another one, and none is lost', () => {
    expect(scoreDots(scored(4, 4, 4, 4, 4, 4, 4), axis)).toHaveLength(7);
  });

  it('never touch as long as there is a level for them', () => {
    const room = { ...axis, levels: 12 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 20 }), (scores) => {
        const dots = scoreDots(scored(...scores), room);
        for (const [i, a] of dots.entries()) {
          expect(a.x).toBeCloseTo(scoreX(a.score, room));
          expect(a.score).toBe(scores[a.tag]);
          for (const b of dots.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(room.dotPx - 1e-6);
          }
        }
      }),
    );
  });
});
