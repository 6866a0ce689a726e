/** Widths of text as the browser sets it, for labels that must fit. */

let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** Width in px of a text in the interface's type; estimated where there is no canvas. */
export function textWidth(text: string, font = '600 12px system-ui, sans-serif'): number {
  const key = `${font}|${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  context ??= document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const width = context ? context.measureText(text).width : text.length * 6.6;
  // labels come and go with the filter; the store stays small
  if (known.size > 20_000) known.clear();
  known.set(key, width);
  return width;
}
