/** A picture with what it shows inside it. */
import type { Explorer } from '../../state/explorer.svelte.ts';
import { captionOf, FILE_FORMAT, type FileMetadata } from '../figure/caption.ts';
import type { SvgDocument } from '../figure/document.ts';
import { paintPng } from '../figure/paint.ts';
import { withPngDensity, withPngText } from './png-write.ts';

/** Signature and header, behind which texts may stand, bytes. */
const HEAD_BYTES = 33;

/**
 * A document as PNG.
 * @param scale pixels in the picture for each px of the document
 * @throws {Error} when the picture is larger than the browser can paint
 * @throws {DOMException} an AbortError when it is given up
 */
export async function pngOf(
  explorer: Explorer,
  { svg, width, height, metadata }: SvgDocument,
  scale: number,
  signal: AbortSignal,
): Promise<Blob> {
  const png = await paintPng(svg, width, height, scale, signal);
  const head = new Uint8Array(await png.slice(0, HEAD_BYTES).arrayBuffer());
  return new Blob([described(head, explorer, metadata, scale), png.slice(HEAD_BYTES)], { type: 'image/png' });
}

/** CSS counts so many pixels an inch. */
const PIXELS_PER_INCH = 96;

/** Its head with what it shows: for this page as JSON, for other programs under the standard's keywords. */
function described(
  png: Uint8Array,
  explorer: Explorer,
  metadata: FileMetadata,
  scale: number,
): Uint8Array<ArrayBuffer> {
  const texts: readonly (readonly [keyword: string, text: string])[] = [
    ['Title', `${metadata.title} – ${metadata.dataset.title}`],
    ['Description', [...captionOf(explorer, metadata), ...metadata.notes, ...metadata.legend].join('\n')],
    ['Source', metadata.link],
    ['Copyright', metadata.credits.join(' ')],
    ['Software', 'Whereabouts'],
    [FILE_FORMAT, JSON.stringify(metadata)],
  ];
  return texts
    .filter(([, text]) => text !== '')
    .reduceRight(
      (before, [keyword, text]) => withPngText(before, keyword, text),
      withPngDensity(png, PIXELS_PER_INCH * scale),
    );
}
