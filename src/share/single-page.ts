/**
 * The page in one file: a template with styles and scripts inside, and JSON files put into it as elements that no
 * browser runs. Reads nothing and knows no DOM: the build and the page's own "Save as a deck" both use it.
 */

/** Stands in the template where the files go. */
export const FILES_MARK = '<!-- whereabouts: files -->';

/** A file that the page carries: its address as the page asks for it, and its text. */
export interface CarriedFile {
  readonly address: string;
  readonly text: string;
}

/**
 * The template with files inside.
 * @param template with {@link FILES_MARK} exactly once
 * @throws {Error} where the mark is missing or the address is not plain
 */
export function withFiles(template: string, files: readonly CarriedFile[]): string {
  const at = template.indexOf(FILES_MARK);
  if (at < 0 || template.includes(FILES_MARK, at + 1)) throw new Error('this is no template of the page');
  const elements = files.map(({ address, text }) => {
    if (!/^[\w./-]+$/.test(address)) throw new Error(`not a plain address: "${address}"`);
    return `<script type="application/json" data-file="${address}">${escapeJson(text)}</script>\n`;
  });
  // not by replace(): a text may hold "$&"
  return template.slice(0, at) + elements.join('') + template.slice(at + FILES_MARK.length);
}

/** In JSON a "<" stands in texts only, where it may be written by its number; so nothing in it ends the element. */
function escapeJson(text: string): string {
  return text.replaceAll('<', '\\u003c');
}

/**
 * Codes of the countries whose regions a dataset may show, from its JSON; what is malformed is not one.
 * @returns ISO 3166-1 alpha-3, each once, sorted
 */
export function countriesIn(dataset: {
  readonly facets: readonly { readonly concepts: { readonly code: readonly string[] } }[];
}): string[] {
  const codes = dataset.facets.flatMap((facet) =>
    facet.concepts.code.filter((code) => /^[A-Z]{3}$/.test(code)),
  );
  return [...new Set(codes)].sort();
}
