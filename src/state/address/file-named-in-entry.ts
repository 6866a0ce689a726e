/** A file by what an entry of the browser keeps of it, which outlives the file: after a reload nobody has that any more. */
export interface NamedFile {
  readonly id: string;
  readonly name: string;
}

/** The one whose dataset the present entry shows; null where it shows the page's own. */
export function fileNamedInEntry(): NamedFile | null {
  const { id, name } = (history.state ?? {}) as Readonly<Partial<Record<string, unknown>>>;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}
