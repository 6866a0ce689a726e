/**
 * Files that the page carries inside: none as it is served. The single-file build puts bundled-files-in-page.ts in
 * the place of this module.
 */

/** The text of a file that the page carries, by its address relative to the page. */
export const bundledFile: (address: string) => string | undefined = () => undefined;
