import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const faultOf = (text: string) => jsonFault(new TextEncoder().encode(text));
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it.each([
  ['', 1, 1, ''],
  [' \n ', 2, 2, ''],
  ['{"a":1,}', 1, 8, '}'],
  ['{\n  "a": 1,\n  oops }', 3, 3, 'o'],
  ['{"a" 1}', 1, 6, '1'],
  ['{"ä😀": [1 2]}', 1, 11, '2'],
  ['[1,]', 1, 4, ']'],
  ['[1,"cut', 1, 8, ''],
  ['["a\nb"]', 1, 4, '\n'],
  ['["a\\x"]', 1, 5, 'x'],
  ['["\\u12g4"]', 1, 7, 'g'],
  ['[01]', 1, 3, '1'],
  ['[1.]', 1, 4, ']'],
  ['[-', 1, 3, ''],
  ['[1e+]', 1, 5, ']'],
  ['[trve]', 1, 4, 'v'],
  ['[tru', 1, 5, ''],
  ['{"a":1}{', 1, 8, '{'],
  ['}', 1, 1, '}'],
  ['[}', 1, 2, '}'],
  ['[NaN]', 1, 2, 'N'],
  ["{'a':1}", 1, 2, "'"],
  ['\ufeff{"a":1]', 1, 7, ']'],
])('%j is told with its place', (text, line, column, found) => {
  expect(faultOf(text)).toEqual({ line, column, found });
});

it.each(['1', '"\\u00e4\\n"', ' [ ] ', '{"a":{"b":[-1.5e-7,true,null,""]}}\r\n', '\ufeff{}', '[0,-0,1E5]'])(
  '%j has none',
  (text) => expect(faultOf(text)).toBeUndefined(),
);

it('it agrees with the browser on whether there is a fault, and all before it can be gone on with', () => {
  const text = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '\\', '0', '-', 'e', '\n', 't', ':', '{'),
    )
    .map(([json, at, put]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + put + json.slice(cut + (at % 3));
    });
  fc.assert(
    fc.property(text, (text) => {
      expect(faultOf(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});

it('a deep text is looked through', () => {
  expect(faultOf('['.repeat(200_000))?.column).toBe(200_001);
});
