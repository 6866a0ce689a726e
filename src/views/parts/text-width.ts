/** Widths of text as the browser sets it, for labels that must fit. */

let context: CanvasRenderingContext2D | null | undefined;
/** By font, then by text: a key of both would be a new string each time that somebody asks. */
const known = new Map<string, Map<string, number>>();

/** Labels come and go with the filter; the store stays small. */
const KNOWN_LIMIT = 20_000;

/** Width in px of a text in the interface's type; estimated where there is no canvas. */
export function textWidth(text: string, font = '600 12px system-ui, sans-serif'): number {
  let widths = known.get(font);
  if (!widths || widths.size > KNOWN_LIMIT) known.set(font, (widths = new Map<string, number>()));
  let width = widths.get(text);
  if (width === undefined) widths.set(text, (width = measured(text, font)));
  return width;
}

function measured(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 6.6;
  context.font = font;
  return context.measureText(text).width;
}
