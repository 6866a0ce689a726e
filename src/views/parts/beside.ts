/** Where something stands beside a mark, so that the mark is seen. */
import type { Box } from '../../state/surface.svelte.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the mark and what stands beside it, px. */
const GAP_PX = 8;
/** From the window's edge, px. */
const EDGE_PX = 4;

/**
 * Below the mark, above it, to its right or its left: the first of these that hides none of it within the window, or the
 * one that hides least.
 * @param mark the mark's own box
 * @param size of what stands beside it
 * @param window its size
 * @returns the upper left corner; all in px of the viewport
 */
export function beside(mark: Box, size: Size, window: Size): { left: number; top: number } {
  const within = (left: number, top: number) => ({
    left: Math.max(EDGE_PX, Math.min(left, window.width - EDGE_PX - size.width)),
    top: Math.max(EDGE_PX, Math.min(top, window.height - EDGE_PX - size.height)),
  });
  const middle = { x: (mark.left + mark.right) / 2, y: (mark.top + mark.bottom - size.height) / 2 };
  const places = [
    within(middle.x + GAP_PX, mark.bottom + GAP_PX),
    within(middle.x + GAP_PX, mark.top - GAP_PX - size.height),
    within(mark.right + GAP_PX, middle.y),
    within(mark.left - GAP_PX - size.width, middle.y),
  ];
  const hidden = places.map(({ left, top }) => {
    const width = Math.min(mark.right, left + size.width) - Math.max(mark.left, left);
    const height = Math.min(mark.bottom, top + size.height) - Math.max(mark.top, top);
    return Math.max(0, width) * Math.max(0, height);
  });
  return places[hidden.indexOf(Math.min(...hidden))]!;
}
