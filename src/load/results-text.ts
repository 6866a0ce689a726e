/** The text of search results, told by a line of a tag, or of how many more there are. */

const TAG_LINE = /^- (?:.* \((?:0\.\d\d|1\.00)\)|\(\d+ more\.\.\.\))\r?$/m;

export const looksLikeResults = (text: string): boolean => TAG_LINE.test(text);
