import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from './codec/pack-texts.ts';
import { isWorkUrl, unusableUrl, URL_LIMIT } from './work-url.ts';

const SOUND = [
  'https://doi.org/10.1016/j.cell.2023.01.001',
  'https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o',
  'http://example.org',
  'https://Example.ORG:8443?a=b&c[]=d#e',
  'https://xn--bcher-kva.example/%E2%82%AC',
  'http://intranet/works/1',
  'https://example.org/a@b',
  `https://example.org/${'a'.repeat(URL_LIMIT - 'https://example.org/'.length)}`,
];

const UNUSABLE = [
  'HTTPS://example.org/',
  'javascript:alert(1)',
  'JavaScript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'ftp://example.org/a',
  '//example.org/a',
  '/a/b',
  'example.org/a',
  '10.1016/j.cell.2023.01.001',
  'https:example.org',
  'https:/example.org',
  'https://',
  'https:///a',
  'https://?a',
  'http://user@example.org/',
  'https://user:password@example.org/',
  'https://example.org\\@other.org/',
  'https://example.org:99999/',
  'https://example.org:/',
  'https://1.2.3.999/',
  'https://a..b/',
  'https://example.org/a b',
  ' https://example.org/',
  'https://example.org/\n',
  'https://example.org/\u0000',
  'https://example.org/\u202Egpj.exe',
  'https://ex\u00ADample.org/',
  'https://\u0430pple.com/',
  'https://example.org/é',
  'https://example.org/<b>',
  'https://example.org/"a"',
  'https://example.org/\ud83e',
  'https://a.org/\nhttps://b.org/',
  `https://example.org/${'a'.repeat(URL_LIMIT)}`,
];

const packed = (...urls: readonly string[]) => packTexts(urls);

describe('an address of a work', () => {
  it.each(SOUND.map((url) => [url.slice(0, 60), url] as const))('may be %s', (_, url) => {
    expect(isWorkUrl(url)).toBe(true);
    expect(unusableUrl(packed('', url, ''))).toBe(-1);
  });

  it.each(UNUSABLE.map((url) => [url.slice(0, 60), url] as const))('may not be %j', (_, url) => {
    expect(isWorkUrl(url)).toBe(false);
    expect(unusableUrl(packed('', SOUND[0]!, url, SOUND[1]!))).toBe(2);
  });

  it('is one that a browser leads to as it stands, with nobody’s name in it', () => {
    const part = (signs: string) =>
      fc.array(fc.constantFrom(...Array.from(signs)), { maxLength: 9 }).map((parts) => parts.join(''));
    const url = fc
      .tuple(fc.constantFrom('http', 'https'), part('aZ09-_..:[]@%'), part('a0.:/?#[]@!%&\\ \u202Eé'))
      .map(([scheme, host, rest]) => `${scheme}://a${host}/${rest}`);
    fc.assert(
      // a host in Punycode, which is not made here, may stand for no letters: a link to it leads nowhere
      fc.property(url.filter(isWorkUrl), (text) => {
        const { protocol, username, password, host } = new URL(text);
        expect(text).toMatch(new RegExp(`^${protocol}//${host}`, 'i'));
        expect(protocol).toMatch(/^https?:$/);
        expect(`${username}${password}`).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('is told alike by itself and within a column', () => {
    const url = fc.oneof(
      fc.constantFrom(...SOUND, ...UNUSABLE, ''),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(fc.array(url, { maxLength: 12 }), (urls) => {
        expect(unusableUrl(packTexts(urls))).toBe(urls.findIndex((each) => each !== '' && !isWorkUrl(each)));
      }),
    );
  });

  it('is found wherever it stands in a long column', () => {
    const urls = Array.from({ length: 10_000 }, (_, i) => (i % 3 === 0 ? '' : `https://example.org/${i}`));
    expect(unusableUrl(packTexts(urls))).toBe(-1);
    for (const at of [0, 4095, 4096, 8191, 9999]) {
      for (const faulty of ['ftp://example.org/', `https://example.org/${'a'.repeat(URL_LIMIT)}`]) {
        expect(unusableUrl(packTexts(urls.with(at, faulty)))).toBe(at);
      }
    }
  });
});
