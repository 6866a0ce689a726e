/** Which addresses may lead from a record to the work itself: a dataset is untrusted, and the page makes links of them. */
import type { PackedTexts } from './codec/packed-texts.ts';

/** Longer addresses are not used. */
export const URL_LIMIT = 2000;

/**
 * Of http or https, a host by name, perhaps a port, and what stands behind: the characters of RFC 3986 and no others, so
 * that no address has blanks, a user's name before its host, or letters that read from right to left. The pattern of
 * `url` in public/dataset.schema.json.
 */
const ADDRESS =
  "https?://(?:[\\w-]+\\.)*[A-Za-z][\\w-]*(?::[1-5]?\\d{1,4})?(?:[/?#][\\w\\-.~:/?#[\\]@!$&'()*+,;=%]*)?";
const WHOLE = new RegExp(`^${ADDRESS}$`);

/** Whether a link may lead there. */
export function isWorkUrl(url: string): boolean {
  return url.length <= URL_LIMIT && WHOLE.test(url);
}

/** Texts that are looked at together. */
const TOGETHER = 4096;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first position whose text is neither {@link isWorkUrl} nor "", -1 where there is none. */
export function unusableUrl({ bytes, start, length }: PackedTexts): number {
  const next = new RegExp(`(?:${ADDRESS})?\\n`, 'y');
  // along many texts at once: to make a string of each takes three times as long
  for (let first = 0; first < length; first += TOGETHER) {
    const last = Math.min(first + TOGETHER, length);
    let end = first;
    while (end < last && start[end + 1]! - start[end]! <= URL_LIMIT + 1) end++;
    const texts = decoder.decode(bytes.subarray(start[first], start[end]));
    next.lastIndex = 0;
    for (let i = first; i < end; i++) {
      // a text may have lines of its own, and so may be more than one address
      if (!next.test(texts) || next.lastIndex !== start[i + 1]! - start[first]!) return i;
    }
    if (end < last) return end;
  }
  return -1;
}
