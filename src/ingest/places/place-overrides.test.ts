import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingestTexts } from '../ingest.ts';
import { overrideKey, parsePlaceOverrides } from './place-overrides.ts';

const HEADER = 'path,code,lon,lat,note\n';
const parse = (lines: string) => parsePlaceOverrides('o.csv', HEADER + lines);

describe('parsePlaceOverrides', () => {
  it('reads codes, points, quoted cells and remarks', () => {
    const { overrides, problems } = parse(
      '# a remark\r\n"Europe > Spain, the",ESP,,,"a ""note"", long"\r\n\r\nA > B,,-3.5,40,\nC,ES-CT,2,41\n',
    );
    expect(problems).toEqual([]);
    expect([...overrides]).toEqual([
      [overrideKey(['Europe', 'Spain, the']), { code: 'ESP', point: undefined }],
      [overrideKey(['a', 'B']), { code: '', point: [-3.5, 40] }],
      ['c', { code: 'ES-CT', point: [2, 41] }],
    ]);
  });

  it.each([
    ['A > ,ESP,,,', 'a level of the path has no name'],
    [',ESP,,,', 'a level of the path has no name'],
    ['A,Spain,,,', '"Spain" is neither'],
    ['A,ESP,1,,', 'lon and lat stand together'],
    ['A,ESP,181,1,', 'not in degrees'],
    ['A,ESP,1e2,1,', 'not in degrees'],
    ['A,,,,', 'neither a code nor a point'],
    ['A,ESP', '2 columns'],
    ['"A,ESP,,,', 'a quote is not closed'],
    ['A;ESP;;;', 'columns are separated by commas, not by semicolons'],
    ['B,FRA,,,\nA,ESP,,,\na,FRA,,,', 'earlier line'],
  ])('tells what is wrong with "%s"', (lines, reason) => {
    const { problems } = parse(lines);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'faulty-override',
      file: 'o.csv',
      line: 1 + lines.split('\n').length,
      text: lines.split('\n').at(-1),
    });
    expect(problems[0]!.reason).toContain(reason);
  });

  it('asks for its header', () => {
    const { problems } = parsePlaceOverrides('o.csv', 'a,b\n');
    expect(problems[0]!.reason).toContain('the first line is not');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        parse(lines.join('\n'));
      }),
    );
  });

  it('ends in the problems of the dataset, after those of the input', () => {
    const { problems, report } = ingestTexts([{ name: 'a.txt', text: '' }], {
      overrides: { name: 'o.csv', text: `${HEADER}A,,,,\n` },
    });
    expect(problems.map(({ file, line, code }) => `${file} ${line} ${code}`)).toEqual([
      'a.txt 0 empty-file',
      'o.csv 2 faulty-override',
    ]);
    expect(report.problems).toEqual({ 'empty-file': 1, 'faulty-override': 1 });
  });
});
