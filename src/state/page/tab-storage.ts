/** What a tab keeps over a reload. Storage may be closed to us or full: then nothing is kept, and nothing depends on it. */

export function keepInTab(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // see above
  }
}

/** null where nothing is kept. */
export function keptInTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
