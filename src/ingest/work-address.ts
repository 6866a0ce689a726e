/** What a source says of where a work is found, as an address that a link may lead to. */
import { isWorkUrl } from '../model/work-url.ts';

/** What DOIs are written behind. */
const BEFORE_DOI = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;
/** Where names of works begin (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html). */
const DOI = /^10\.\d[\d.]*\/./;
/** A blank or what is not seen: dirt, since neither belongs into an address. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;

/** What a DOI may have and no path of an address as it stands. "%" may begin a character that is written so already. */
const NOT_IN_PATH = /[^\w\-.~:/@!$&'()*+,;=%]|%(?![\da-f]{2})/giu;
/** What browsers leave in addresses although it should not be there. */
const NOT_IN_ADDRESS = /["<>\\^`{|}]/g;

/** Of an address, or of a DOI in any way that people write one; undefined where no link can lead there. */
export function workAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const name = trimmed.replace(BEFORE_DOI, '');
  if (UNSEEN.test(name)) return undefined;
  const isDoi = DOI.test(name);
  if (!isDoi && name !== trimmed) return undefined;
  const address = isDoi
    ? `https://doi.org/${name.replace(NOT_IN_PATH, encodeURIComponent)}`
    : hrefOf(name)?.replace(NOT_IN_ADDRESS, encodeURIComponent);
  return address !== undefined && isWorkUrl(address) ? address : undefined;
}

/** As a browser writes it: letters of other scripts encoded; undefined for what is no address by itself. */
function hrefOf(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}
