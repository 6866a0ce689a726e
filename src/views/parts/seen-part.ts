/** What its reader sees of a frame that is higher than the window around it. */

/** Upper edge and height of the part that is in view, px of the frame; the whole where nothing of it is. */
export function seenPart(): Promise<{ readonly top: number; readonly height: number }> {
  return new Promise((resolve) => {
    // told across origins too, and cut to what the windows around show
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      const { top = 0, height = 0 } = entry?.intersectionRect ?? {};
      resolve(height > 0 ? { top, height } : { top: 0, height: innerHeight });
    });
    observer.observe(document.documentElement);
  });
}
