/** The text of search results, which somebody may take for a dataset: how it is told, and how it becomes one. */

/** A line of a tag, or of how many more there are. */
const TAG_LINE = /^- (?:.* \((?:0\.\d\d|1\.00)\)|\(\d+ more\.\.\.\))\r?$/m;

export const looksLikeResults = (text: string): boolean => TAG_LINE.test(text);

/** @param name of the file; the command takes one of several words in quotes */
export function toDataset(name: string): string {
  const file = /^[\w.-]+$/.test(name) ? name : `"${name}"`;
  return `turn it into a dataset with “npm run data -- ${file}”, then open the “dataset.json” that this writes.`;
}
