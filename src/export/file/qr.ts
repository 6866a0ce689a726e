/** A link as a QR code, as one path of dark modules. */
import { encode } from 'uqr';
import { chars, el } from '../figure/svg.ts';

export interface QrPath {
  /** SVG path data, one unit a module. */
  readonly d: string;
  /** Modules a side, the quiet zone of four included (ISO/IEC 18004). */
  readonly size: number;
}

/** The densest code that phones still read from a screen holds about so many characters. */
export const QR_LIMIT = 1200;

/** The code; null for a link that is too long for one. */
export function qrPath(link: string): QrPath | null {
  if (link.length > QR_LIMIT) return null;
  const { data, size } = encode(link, { ecc: 'L', boostEcc: true, border: 4 });
  const rows = data.map((row, y) =>
    row
      .map((dark, x) => (dark && row[x - 1] !== true ? `M${x} ${y}h${runLength(row, x)}v1H${x}z` : ''))
      .join(''),
  );
  return { d: rows.join(''), size };
}

/** Wide enough to stand on a slide as it is, px. */
export const QR_PX = 480;

/** The code as a file of its own. */
export function qrSvg({ d, size }: QrPath, link: string): string {
  const box = { width: QR_PX, height: QR_PX, viewBox: `0 0 ${size} ${size}` };
  const body = [
    el('title', {}, chars(link)),
    el('rect', { width: size, height: size, fill: '#ffffff' }),
    el('path', { d, fill: '#000000', 'shape-rendering': 'crispEdges' }),
  ];
  return `${el('svg', { xmlns: 'http://www.w3.org/2000/svg', ...box }, ...body)}\n`;
}

function runLength(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}
