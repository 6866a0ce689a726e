import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { withYears } from '../../tests/filter/with-years.ts';
import { embedAddress, embedCode, escapeAttribute } from './embed-code.ts';
import {
  DEFAULT_EMBED,
  EMBED_THEMES,
  EMBED_VIEWS,
  embedViewsOf,
  readEmbedOptions,
  writeEmbedOptions,
} from './embed-options.ts';

const BASE = 'https://site.example/maps/embed.html';
const settings = fc.record({
  view: fc.constantFrom(...EMBED_VIEWS),
  theme: fc.constantFrom(...EMBED_THEMES),
  controls: fc.boolean(),
  caption: fc.boolean(),
});

describe('the options of an embed', () => {
  it('come back from their address unchanged', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const read = readEmbedOptions(writeEmbedOptions(chosen), BASE);
        expect(read).toEqual({ ...chosen, data: { href: '' }, unknown: [] });
      }),
    );
  });

  it('never throw, whatever the address is', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.string(), (query, data) => {
        const read = readEmbedOptions(`${query}&data=${encodeURIComponent(data)}`, BASE);
        expect('href' in read.data || read.data.fault.length > 0).toBe(true);
      }),
    );
  });

  it('that are not understood are told, and defaults stand in', () => {
    const read = readEmbedOptions('view=globe&theme=sepia&controls=yes&caption=&lang=de', BASE);
    expect(read).toMatchObject(DEFAULT_EMBED);
    expect(read.unknown.map(({ key }) => key)).toEqual(['view', 'theme', 'controls', 'caption', 'lang']);
  });

  it.each([
    ['other.json', 'https://site.example/maps/other.json'],
    ['//data.example/d.json', 'https://data.example/d.json'],
    ['http://data.example/d.json', 'http://data.example/d.json'],
  ])('take data from %s', (value, href) => {
    expect(readEmbedOptions(`data=${encodeURIComponent(value)}`, BASE).data).toEqual({ href });
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:,{}'],
    ['https://me:secret@data.example/d'],
    ['http://'],
    ['x'.repeat(2001)],
  ])('refuse data from %s', (value) => {
    expect(readEmbedOptions(`data=${encodeURIComponent(value)}`, BASE).data).toHaveProperty('fault');
  });
});

describe('the code of an embed', () => {
  it('holds the address and the title whole, whatever characters they have', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(settings, text, text, (chosen, value, title) => {
        const query = new URLSearchParams({ geography: value }).toString();
        const spec = { ...chosen, home: 'https://site.example/maps/', query, title };
        const address = new URL(embedAddress(spec));
        expect(address.searchParams.get('geography')).toBe(new URLSearchParams(query).get('geography'));
        const code = embedCode(spec);
        for (const lines of [code.iframe, code.script, code.element]) {
          expect(lines).toContain(`title="${escapeAttribute(title)}"`);
        }
        // nothing of a title or a link ends an attribute or opens a tag
        expect(code.iframe.match(/</g)).toHaveLength(2);
        expect(escapeAttribute(title)).not.toMatch(/["<>]/);
      }),
    );
  });
});

test('years are offered where the dataset has some', () => {
  const views = ['map', 'topics', 'coauthors', 'records'];
  expect(embedViewsOf(handCounted)).toEqual([...views, 'all']);
  expect(embedViewsOf(withYears)).toEqual([...views, 'time', 'all']);
});
