import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Separator } from '../../model/table/csv-cells.ts';
import { SeparatedRows } from './separated-rows.ts';

interface Read {
  readonly rows: string[][];
  /** "3: reason". */
  readonly faults: string[];
  readonly blanks: number[];
  /** "3 quoted". */
  readonly spaced: string[];
  /** How often each line, from 1, was told of. */
  readonly told: number[];
}

function read(lines: readonly string[], separator: Separator = ','): Read {
  const found: Read = { rows: [], faults: [], blanks: [], spaced: [], told: lines.map(() => 0) };
  const tell = (first: number, last: number) => {
    for (let line = first; line <= last; line++) found.told[line - 1]!++;
  };
  const rows = new SeparatedRows(separator, {
    row: (cells, { first, last }) => {
      tell(first, last);
      found.rows.push([...cells]);
    },
    fault: (_, { first, last }, reason) => {
      tell(first, last);
      found.faults.push(`${first}: ${reason}`);
    },
    spacedQuote: (_, { first }, reading) => found.spaced.push(`${first} ${reading}`),
    blank: ({ first, last }) => {
      tell(first, last);
      found.blanks.push(first);
    },
  });
  lines.forEach((line, i) => rows.push(line, i + 1));
  rows.finish();
  return found;
}

const NOT_CLOSED = 'has a quote that is not closed within 500 lines, or closed in a row further on';

describe('SeparatedRows', () => {
  it('reads back what another program wrote, line ends in cells too', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '#'), maxLength: 6 });
    // a row of blanks is none
    const row = fc.tuple(fc.constant('x'), cell, cell);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';'),
        (rows, delimiter) => {
          const text = Papa.unparse(rows, { delimiter, newline: '\n' });
          const found = read(text.split('\n'), delimiter);
          expect(found.rows).toEqual(rows);
          expect(found.told.every((times) => times === 1)).toBe(true);
        },
      ),
    );
  });

  it('accounts for each line once, whatever stands there', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' '), maxLength: 7 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(read(lines).told).toEqual(lines.map(() => 1));
      }),
    );
  });

  it('loses a row with an open quote alone', () => {
    const { rows, faults } = read(['a,b', '1,"x', '2,y', '3,z']);
    expect(faults).toEqual([`2: ${NOT_CLOSED}`]);
    expect(rows.slice(1)).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ]);
  });

  it('loses it alone too where another row’s quote would close it', () => {
    const { rows, faults } = read(['a,b', '1,"x', '2,y', '3,"z"', '4,"u, v"']);
    expect(faults).toEqual([`2: ${NOT_CLOSED}`]);
    expect(rows.slice(1)).toEqual([
      ['2', 'y'],
      ['3', 'z'],
      ['4', 'u, v'],
    ]);
  });

  it('takes blanks before quotes for none of the cell where the header has some', () => {
    expect(read(['a, "b", c', '1, "x, y", z', '2, "x', 'y", "z"', '3,w, v']).rows.slice(1)).toEqual([
      ['1', 'x, y', ' z'],
      ['2', 'x\ny', 'z'],
      ['3', 'w', ' v'],
    ]);
  });

  it('tells blanks before a quote elsewhere, and reads a quoted cell where one ends', () => {
    const { rows, spaced } = read(['a,b', '1, "x, y"', '2, "x"', '3, "x" y', '4, "x', '5,"x"']);
    expect(rows.slice(1)).toEqual([
      ['1', 'x, y'],
      ['2', 'x'],
      ['3', ' "x" y'],
      ['4', ' "x'],
      ['5', 'x'],
    ]);
    expect(spaced).toEqual(['2 quoted', '3 quoted', '4 kept', '5 kept']);
  });

  it('loses no more in a long file', () => {
    const lines = ['a,b', '1,"x', ...Array.from({ length: 5000 }, (_, i) => `${i},y`)];
    const { rows, faults } = read(lines);
    expect([rows.length, faults]).toEqual([5001, [`2: ${NOT_CLOSED}`]]);
  });

  it('says how many cells are too few or too many', () => {
    expect(read(['a,b', '1', '1,2,3', '1,2,,']).faults).toEqual([
      '2: has 1 cell, and the header has 2',
      '3: has 3 cells, and the header has 2',
    ]);
  });

  it('takes blank cells at the end of the header for none', () => {
    const { rows, faults } = read(['a,b,,', '1,2', '3,4,,,', '5,6,x', '7', '8,9,,,x']);
    expect(rows.map((cells) => cells.join())).toEqual(['a,b,,', '1,2', '3,4,,,', '5,6,x']);
    expect(faults).toEqual(['5: has 1 cell, and the header has 2', '6: has 5 cells, and the header has 2']);
  });

  it('passes over rows in which nothing stands', () => {
    expect(read(['a,b', '', ',', '  ,,', '1,2']).blanks).toEqual([2, 3, 4]);
  });
});
