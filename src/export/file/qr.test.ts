import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { readXml } from '../../../tests/export/read-xml.ts';
import { QR_LIMIT, QR_PX, qrPath, qrSvg } from './qr.ts';

it.each(['https://example.org/', `https://example.org/?${'x'.repeat(QR_LIMIT - 25)}`])(
  'the path of a code covers its dark modules and no others',
  (link) => {
    const { d, size } = qrPath(link)!;
    const { data } = encode(link, { ecc: 'L', boostEcc: true, border: 4 });
    const dark = data.map((row) => row.map(() => false));
    for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
      for (let i = 0; i < Number(length); i++) dark[Number(y)]![Number(x) + i] = true;
    }
    expect(dark).toEqual(data);
    expect(size).toBe(data.length);
  },
);

it('a link that no phone would read has no code', () => {
  expect(qrPath('x'.repeat(QR_LIMIT + 1))).toBeNull();
});

it('a code in a file of its own is the code, on white, and says its link', () => {
  const link = 'https://example.org/?geography=AUT&v=1';
  const code = qrPath(link)!;
  const { attributes, children } = readXml(qrSvg(code, link));
  expect([attributes.get('width'), attributes.get('viewBox')]).toEqual([
    String(QR_PX),
    `0 0 ${code.size} ${code.size}`,
  ]);
  const parts = children.filter((child) => typeof child !== 'string');
  expect(parts.map(({ name }) => name)).toEqual(['title', 'rect', 'path']);
  expect(parts[0]!.children).toEqual([link]);
  expect(parts[2]!.attributes.get('d')).toBe(code.d);
});
