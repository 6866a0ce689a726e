/** What PNG files say besides their picture (W3C PNG): texts in iTXt chunks, and how large they are meant. */
import { chunksOf, crc32, isPng } from './png-text.ts';

const METRE_IN_INCHES = 1 / 0.0254;

/**
 * Adds a text behind the header.
 * @param keyword 1 to 79 Latin letters
 * @throws {TypeError} when the bytes are no PNG file
 */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // keyword, then: not compressed, no language, no translated keyword
  return withChunk(png, 'iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`));
}

/**
 * Says how large the picture is meant (pHYs), so that one with twice the pixels is sharper on a slide and not larger.
 * @param perInch pixels an inch
 * @throws {TypeError} when the bytes are no PNG file
 */
export function withPngDensity(png: Uint8Array, perInch: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(perInch * METRE_IN_INCHES);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1);
  return withChunk(png, 'pHYs', data);
}

/** Adds a chunk behind the header, where both kinds may stand. */
function withChunk(png: Uint8Array, type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const [header] = isPng(png) ? [...chunksOf(png)] : [];
  if (header?.type !== 'IHDR') throw new TypeError('not a PNG file');
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, header.end));
  whole.set(chunk, header.end);
  whole.set(png.subarray(header.end), header.end + chunk.length);
  return whole;
}
