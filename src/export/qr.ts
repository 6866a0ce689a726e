/** A link as a QR code, as one path of dark modules. */
import { encode } from 'uqr';

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

function runLength(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}
