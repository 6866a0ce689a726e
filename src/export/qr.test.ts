import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { QR_LIMIT, qrPath } from './qr.ts';

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
