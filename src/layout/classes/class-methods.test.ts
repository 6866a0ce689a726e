import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_LIMIT, classBreaks, classOf } from './class-breaks.ts';
import { chooseMethod, CLASS_METHODS, classify, METHOD_LABEL } from './class-methods.ts';
import { METHOD_MEANING } from './class-method-meaning.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const limits = (values: readonly number[], method: (typeof CLASS_METHODS)[number], whole = true) =>
  classify(values, method, whole).classes.map(({ from, to }) => [from, to]);

describe('classes by a stated method', () => {
  it.each([
    {
      method: 'log',
      classes: [
        [1, 1],
        [2, 9],
        [10, 19],
        [20, 99],
        [100, 400],
      ],
    },
    {
      method: 'equal',
      classes: [
        [1, 80],
        [81, 160],
        [161, 240],
        [241, 320],
        [321, 400],
      ],
    },
    {
      method: 'quantile',
      classes: [
        [1, 80],
        [81, 160],
        [161, 240],
        [241, 320],
        [321, 400],
      ],
    },
  ] as const)('$method cuts 1 to 400', ({ method, classes }) => {
    expect(limits(range(1, 400), method)).toEqual(classes);
  });

  it('natural breaks lie in the gaps', () => {
    expect(limits([1, 2, 3, 20, 21, 22, 50, 51, 80, 81, 82, 120, 121], 'jenks')).toEqual([
      [1, 3],
      [20, 22],
      [50, 51],
      [80, 82],
      [120, 121],
    ]);
  });

  it('equal intervals of sums are cut at hundredths, finer where the values lie close', () => {
    const sums = range(0, 20).map((i) => 0.1 + i * 0.237);
    for (const [from] of limits(sums, 'equal', false).slice(1)) {
      expect(from! * 100).toBeCloseTo(Math.round(from! * 100), 6);
    }
    expect(
      limits(
        sums.map((value) => value / 1000),
        'equal',
        false,
      ),
    ).toHaveLength(5);
  });

  it('a class that no place falls into is not made', () => {
    expect(limits([1, 2, 3, 4, 5, 6, 1000], 'equal')).toEqual([
      [1, 200],
      [801, 1000],
    ]);
  });

  it('quantiles keep equal values together and make fewer classes then', () => {
    expect(limits([...new Array<number>(30).fill(1), 2, 3, 4, 5, 6, 7], 'quantile')).toEqual([
      [1, 1],
      [2, 7],
    ]);
  });

  it('values that differ by rounding only are one value', () => {
    const thirds = [0.1 + 0.2, 0.3, 1, 2, 3, 4];
    expect(thirds[0]).not.toBe(thirds[1]);
    const { classes, isEachValue } = classify(thirds, 'log', false);
    expect(isEachValue).toBe(true);
    expect(classes).toHaveLength(5);
    expect(classes[0]).toEqual({ from: 0.3, to: 0.1 + 0.2, placeCount: 2 });
  });
});

describe('few records', () => {
  it.each([
    { values: [], classes: [] },
    { values: [0, 0], classes: [] },
    { values: [0, 3], classes: [[3, 3, 1]] },
    { values: [2, 2, 2], classes: [[2, 2, 3]] },
    {
      values: [5, 1, 90, 1],
      classes: [
        [1, 1, 2],
        [5, 5, 1],
        [90, 90, 1],
      ],
    },
  ])('$values: a class each, for no reason', ({ values, classes }) => {
    for (const method of [...CLASS_METHODS, 'auto'] as const) {
      const scheme = classify(values, method, true);
      expect(scheme.classes.map(({ from, to, placeCount }) => [from, to, placeCount])).toEqual(classes);
      expect(scheme.reason).toBe('');
      expect(scheme.isEachValue).toBe(true);
    }
  });
});

describe('the method that suits the data', () => {
  it.each([
    { what: 'skewed counts', values: [1, 1, 1, 1, 2, 2, 3, 4, 6, 9, 14, 30, 120], method: 'log' },
    { what: 'evenly spread counts', values: range(10, 60), method: 'equal' },
    {
      what: 'groups with gaps',
      values: [9, 10, 27, 28, 30, 31, 46, 48, 51, 66, 68, 70, 72, 107, 108],
      method: 'jenks',
    },
    {
      what: 'a crowd close together and few others',
      values: [...range(100, 140), 300, 420, 560, 700, 790],
      method: 'quantile',
    },
  ])('$what: $method', ({ values, method }) => {
    const choice = chooseMethod(values, true);
    expect(choice.method).toBe(method);
    expect(choice.reason).toMatch(method === 'jenks' ? /^$/ : /^[A-Z].{10,90}\.$/);
    expect(classify(values, 'auto', true)).toMatchObject(choice);
  });

  it('tells how strong the skew is', () => {
    expect(chooseMethod([1, 1, 1, 2, 2, 3, 4, 5, 6, 40], true).reason).toBe(
      'Skewed: the highest is 20 times the median.',
    );
  });

  it('every method has a label and a meaning', () => {
    for (const method of CLASS_METHODS) {
      expect(METHOD_LABEL[method]).not.toBe('');
      expect(METHOD_MEANING[method]).toMatch(/\.$/);
    }
  });
});

const anyCounts = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 }),
  fc.array(
    fc.double({ min: 0, max: 5, noNaN: true }).map((power) => Math.floor(10 ** power)),
    {
      maxLength: 80,
    },
  ),
);
const anySums = fc.array(
  fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 500, noNaN: true }), fc.constantFrom(0.3, 0.1 + 0.2)),
  { maxLength: 80 },
);
const anyMethod = fc.constantFrom(...CLASS_METHODS, 'auto' as const);

describe('whatever the values and the method', () => {
  const anyValues = fc.oneof(
    anyCounts.map((values) => ({ values, whole: true })),
    anySums.map((values) => ({ values, whole: false })),
  );

  it('every value above 0 lies in exactly one class, classes are in order, few, and none is empty', () => {
    fc.assert(
      fc.property(
        anyValues,
        anyMethod,
        fc.integer({ min: 1, max: 7 }),
        ({ values, whole }, method, limit) => {
          const { classes } = classify(values, method, whole, limit);
          expect(classes.length).toBeLessThanOrEqual(limit);
          const positive = values.filter((value) => value > 0);
          expect(classes.length > 0).toBe(positive.length > 0);
          for (const value of positive) {
            const inside = classes.flatMap(({ from, to }, i) =>
              value >= from && value <= to ? [i + 1] : [],
            );
            expect(inside).toEqual([classOf(value, classes)]);
          }
          classes.forEach(({ from, to, placeCount }, i) => {
            expect(from).toBeLessThanOrEqual(to);
            if (i > 0) expect(from).toBeGreaterThan(classes[i - 1]!.to);
            expect(placeCount).toBe(positive.filter((value) => value >= from && value <= to).length);
            expect(placeCount).toBeGreaterThan(0);
            if (whole) expect([from, to].every(Number.isInteger)).toBe(true);
          });
        },
      ),
      { numRuns: 600 },
    );
  });

  it('the classes span from the least value to the highest', () => {
    fc.assert(
      fc.property(anyValues, anyMethod, ({ values, whole }, method) => {
        const { classes } = classify(values, method, whole);
        const positive = values.filter((value) => value > 0);
        if (positive.length === 0) return;
        expect(classes[0]!.from).toBe(Math.min(...positive));
        expect(classes.at(-1)!.to).toBe(Math.max(...positive));
      }),
    );
  });

  it('at most five distinct values are a class each', () => {
    const few = fc
      .uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: CLASS_LIMIT })
      .chain((distinct) => fc.array(fc.constantFrom(...distinct), { minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(few, anyMethod, (values, method) => {
        const distinct = [...new Set(values)].sort((a, b) => a - b);
        const { classes } = classify(values, method, true);
        expect(classes.map(({ from, to }) => [from, to])).toEqual(distinct.map((value) => [value, value]));
      }),
    );
  });

  it('the order of the places makes no difference', () => {
    fc.assert(
      fc.property(anyValues, anyMethod, ({ values, whole }, method) => {
        expect(classify([...values].reverse(), method, whole)).toEqual(classify(values, method, whole));
      }),
    );
  });

  it('quantiles of distinct values differ by at most one place', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 6, maxLength: 100 });
    fc.assert(
      fc.property(distinct, (values) => {
        const sizes = classify(values, 'quantile', true).classes.map(({ placeCount }) => placeCount);
        expect(sizes).toHaveLength(CLASS_LIMIT);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('the logarithmic cut is that of classBreaks', () => {
    fc.assert(
      fc.property(anyValues, ({ values, whole }) => {
        const { classes } = classify(values, 'log', whole);
        expect(classes.map(({ from, to }) => ({ from, to }))).toEqual(classBreaks(values, whole));
      }),
    );
  });
});
