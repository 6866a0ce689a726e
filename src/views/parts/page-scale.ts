/**
 * How much larger an element is seen than it is laid out: 1 on the page, more on the stage of a talk, which is scaled
 * as a whole. Divides distances of the pointer, multiplies the pixels of a canvas.
 */
export function pageScale(element: HTMLElement): number {
  // asking for a width makes the browser lay the page out at once, which in a talk alone is worth it
  if (!('present' in document.documentElement.dataset)) return 1;
  const { offsetWidth } = element;
  if (offsetWidth === 0) return 1;
  const scale = element.getBoundingClientRect().width / offsetWidth;
  // widths of the layout are whole pixels: what differs by that is not scaled
  return Math.abs(scale - 1) * offsetWidth < 1 ? 1 : scale;
}
