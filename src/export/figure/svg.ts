/** SVG as text: every value escaped, nothing that XML 1.0 forbids, no style sheet and no variable to resolve. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A finished piece of SVG; only {@link el} and {@link chars} make one from data. */
export type Markup = string;

// XML 1.0, production 2: what a document may not hold, even escaped
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as it may stand in a document: marks of XML escaped, characters that XML forbids left out. */
export function chars(text: string): Markup {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element; attributes that are undefined are left out, numbers have at most two decimals. */
export function el(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : chars(value!)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** At most two decimals; what is no number would make the document unreadable, and is a fault of the program. */
export function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a length: ${value}`);
  return Math.round(value * 100) / 100;
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text. */
export function text(line: string, x: number, y: number, style: TextStyle = {}): Markup {
  return el('text', { x, y, ...styled(style) }, chars(line));
}

function styled({ size, weight, fill, anchor }: TextStyle): Attributes {
  return {
    'font-size': size,
    'font-weight': weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  };
}

/** A line with a rim, so that it can be read over anything; two elements, since few programs know paint-order. */
export function textWithHalo(line: string, x: number, y: number, style: TextStyle, halo: string): Markup {
  return rowsWithHalo([{ line, y }], x, style, halo, 3.5);
}

/** The same of one text in several lines: programs that search it find it whole. */
export function rowsWithHalo(
  rows: readonly { readonly line: string; readonly y: number }[],
  x: number,
  style: TextStyle,
  halo: string,
  haloPx: number,
): Markup {
  const rim = {
    stroke: halo,
    'stroke-width': haloPx,
    'stroke-linejoin': 'round',
    'stroke-opacity': 0.92,
    'aria-hidden': 'true',
  };
  return el('g', rim, textRows(rows, x, { ...style, fill: halo })) + textRows(rows, x, style);
}

function textRows(
  rows: readonly { readonly line: string; readonly y: number }[],
  x: number,
  style: TextStyle,
): Markup {
  const [first] = rows;
  if (rows.length < 2) return text(first?.line ?? '', x, first?.y ?? 0, style);
  const lines = rows.map(({ line, y }) => el('tspan', { x, y }, chars(line)));
  return el('text', styled(style), lines.join(' '));
}

/** Width of a text in px. */
export type Measure = (text: string, sizePx: number, weight: number) => number;

/** Breaks a text at blanks, but for no-break ones, into lines of at most `width` px; a word that is longer is broken where it must be. */
export function wrapped(line: string, width: number, measureLine: (text: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[^\S\u00a0]+/).filter((part) => part !== '')) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (measureLine(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    current = word;
    while (measureLine(current) > width && current.length > 1) {
      const length = longestStart(current, width, measureLine);
      lines.push(current.slice(0, length));
      current = current.slice(length);
    }
  }
  return current === '' ? lines : [...lines, current];
}

/** The first lines; the last of them tells that there are more. */
export function atMost(lines: readonly string[], count: number): string[] {
  if (lines.length <= count) return [...lines];
  return [...lines.slice(0, count - 1), `${lines[count - 1]!.replace(/..$/su, '')}…`];
}

/** The text, or its beginning with an ellipsis that fits. */
export function clipped(line: string, width: number, measureLine: (text: string) => number): string {
  if (measureLine(line) <= width) return line;
  const length = longestStart(line, width, (start) => measureLine(`${start.trimEnd()}…`));
  return `${line.slice(0, length).trimEnd()}…`;
}

/** Most code units from the front that fit, at least one character; never half a surrogate pair. */
function longestStart(line: string, width: number, measureLine: (text: string) => number): number {
  let [low, high] = [1, line.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measureLine(line.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  if (!/[\uD800-\uDBFF]/.test(line.charAt(low - 1))) return low;
  return low > 1 ? low - 1 : 2;
}
