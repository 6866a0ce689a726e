/** Longer than any browser takes to begin reading what it saves. */
const KEPT_MS = 60_000;

export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Gives a file to the browser to keep. */
export function saveFile({ name, blob }: NamedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
