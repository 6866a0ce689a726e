import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countriesIn, FILES_MARK, withFiles } from './single-page.ts';

const TEMPLATE = `<!doctype html><head></head><body>${FILES_MARK}<script type="module">1</script></body>`;

/** What a browser sees as the text of the carried files: an element ends at the first "</script". */
function read(html: string): Map<string, string> {
  const found = html.matchAll(/<script type="application\/json" data-file="([^"]*)">(.*?)<\/script/gis);
  return new Map([...found].map(([, address, text]) => [address!, text!]));
}

describe('the page in one file', () => {
  it('carries any JSON so that it comes back, whatever it says', () => {
    const nasty = fc.constantFrom('</script>', '<!--', '<script', '$&', '$`', '\u2028', FILES_MARK);
    const json = fc.oneof(fc.jsonValue(), fc.array(fc.tuple(nasty, fc.string({ unit: 'binary' }))));
    fc.assert(
      fc.property(json, json, (a, b) => {
        const html = withFiles(TEMPLATE, [
          { address: 'dataset.json', text: JSON.stringify(a) },
          { address: 'geo/admin1/USA.topo.json', text: JSON.stringify(b) },
        ]);
        const files = read(html);
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(JSON.parse(files.get('dataset.json')!)).toEqual(plain(a));
        expect(JSON.parse(files.get('geo/admin1/USA.topo.json')!)).toEqual(plain(b));
        expect(html.endsWith('<script type="module">1</script></body>')).toBe(true);
      }),
    );
  });

  it('refuses what is no template, and an address that is not plain', () => {
    expect(() => withFiles('<html></html>', [])).toThrow(/no template/);
    expect(() => withFiles(TEMPLATE + FILES_MARK, [])).toThrow(/no template/);
    expect(() => withFiles(TEMPLATE, [{ address: 'a"b', text: '1' }])).toThrow(/plain address/);
  });

  it('needs the regions of the countries that are tagged', () => {
    const facets = [{ concepts: { code: ['', 'USA', 'US-CA', 'AUT'] } }, { concepts: { code: ['USA', ''] } }];
    expect(countriesIn({ facets })).toEqual(['AUT', 'USA']);
  });
});
