import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCells, SEPARATORS, staysOpen } from './csv-cells.ts';

/** Made of what quoting has to do with. */
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n'),
  maxLength: 8,
});
const separator = fc.constantFrom(...SEPARATORS);

describe('csvCells', () => {
  it('reads back what another program wrote', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), separator, (cells, delimiter) => {
        const row = Papa.unparse([cells], { delimiter });
        expect(csvCells(row, delimiter)).toEqual(cells);
      }),
    );
  });

  it('reads what another program reads, where nothing is wrong with it', () => {
    fc.assert(
      fc.property(cell, cell, cell, separator, (a, b, c, delimiter) => {
        const row = [a, b, c].join(delimiter).replaceAll('\n', ' ');
        const { data, errors } = Papa.parse<string[]>(row, { delimiter });
        const cells = csvCells(row, delimiter);
        if (errors.length === 0 && typeof cells !== 'string') expect(cells).toEqual(data[0] ?? ['']);
        if (errors.length > 0) expect(cells).toBeTypeOf('string');
      }),
    );
  });

  it.each([
    ['a,"b', 'a quote is not closed'],
    ['a,"b"c', 'text stands right behind a closing quote'],
    ['a;b', 'columns are separated by commas, not by semicolons'],
  ])('says what is wrong with %s', (row, fault) => expect(csvCells(row)).toBe(fault));

  it('reads a cell of a million characters', () => {
    const long = 'x "" y\n'.repeat(150_000);
    expect(csvCells(`1,"${long}",2`)).toEqual(['1', long.replaceAll('""', '"'), '2']);
  });
});

describe('staysOpen', () => {
  it('tells where rows end that another program wrote', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), separator, (cells, delimiter) => {
        const lines = Papa.unparse([cells], { delimiter }).split('\n');
        let isOpen = false;
        lines.forEach((line, i) => {
          isOpen = staysOpen(line, delimiter, isOpen);
          expect(isOpen).toBe(i < lines.length - 1);
        });
      }),
    );
  });
});
