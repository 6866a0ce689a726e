/** Keeps the keyboard where it is while marks are drawn anew, and in its view where a button goes with what it did. */

type Mark = HTMLElement | SVGElement;

/**
 * A zoom may draw the mark in focus as another element, or move it, and the browser then drops the focus. It goes
 * on to the element that draws the mark now, else to the tab stop of the view.
 * @param onEscape what that key does, for one that is pressed while nothing stands there yet
 */
export function keepFocus(root: Mark, signal: AbortSignal, onEscape?: () => void): void {
  let held: Mark | null = null;
  /** The mark is gone and nothing stands there yet: what comes next, perhaps after its script, gets the focus. */
  let isLost = false;
  const hold = ({ target }: Event) => {
    isLost = false;
    held = root.contains(target as Node) ? (target as Mark) : null;
  };
  const release = ({ target }: Event) => {
    if (!held?.contains(target as Node)) held = null; // whoever clicks beside the mark wants the focus gone
  };
  document.addEventListener('focusin', hold, { signal });
  document.addEventListener('pointerdown', release, { signal });
  const hear = ({ key, target }: KeyboardEvent) => {
    if (held && isLost && key === 'Escape' && target === document.body) onEscape?.();
  };
  document.addEventListener('keydown', hear, { signal });

  const observer = new MutationObserver((changes) => {
    if (!held || document.activeElement !== document.body) return;
    isLost ||= changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(held)));
    if (!isLost) return;
    const same = root.querySelector<Mark>(`[data-node="${held.dataset['node'] ?? ''}"][tabindex]`);
    (same ?? root.querySelector<Mark>('[tabindex="0"]'))?.focus({ preventScroll: true });
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
