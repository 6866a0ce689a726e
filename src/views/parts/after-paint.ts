/** Waits until what stands in the document now has been painted, or a moment in a tab that nobody sees. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const waiting = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(waiting);
      setTimeout(resolve);
    });
  });
}

/** A hidden tab has no frames. */
const HIDDEN_MS = 500;
