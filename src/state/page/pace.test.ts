import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('what is quick follows each change at once', () => {
  const pace = new Pace();
  for (let now = 0; now < 500; now += 20) {
    expect(pace.restMs(now)).toBe(0);
    pace.took(25);
  }
});

it('what is slow follows the first change of a movement at once, and the others once they rest', () => {
  const pace = new Pace();
  expect(pace.restMs(1000)).toBe(0);
  pace.took(130);
  for (let now = 1140; now < 2000; now += 30) expect(pace.restMs(now)).toBeGreaterThan(100);
  // single clicks are no movement
  for (let now = 3000; now < 9000; now += 400) expect(pace.restMs(now)).toBe(0);
});

it('is quick again once it was', () => {
  const pace = new Pace();
  pace.restMs(0);
  pace.took(130);
  expect(pace.restMs(100)).toBeGreaterThan(0);
  pace.took(4);
  expect(pace.restMs(200)).toBe(0);
});
