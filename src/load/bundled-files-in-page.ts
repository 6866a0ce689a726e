/** Stands for bundled-files.ts in the single-file build: the page's files stand in it as elements. */

/** The text of a file that the page carries, by its address relative to the page. */
export function bundledFile(address: string): string | undefined {
  if (typeof document === 'undefined') return undefined; // in a worker
  for (const element of document.querySelectorAll<HTMLElement>('script[data-file]')) {
    if (element.dataset['file'] === address) return element.textContent;
  }
  return undefined;
}
