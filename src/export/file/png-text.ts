/** Text in PNG files: iTXt chunks (W3C PNG, 11.3.3.4), read without a library; png-write.ts writes them. */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Length, type and checksum. */
const CHUNK_OVERHEAD = 12;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * CRC-32 as PNG and gzip have it, 0 to 2^32 - 1.
 * @param before that of the bytes that go before
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

interface Chunk {
  readonly type: string;
  /** Where the chunk begins, with its length field, and where the next one does. */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
  /** Type and data, which the checksum is of. */
  readonly checked: Uint8Array;
  readonly checksum: number;
}

/** The chunks of a file; ends where the file is cut off. */
export function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = SIGNATURE.length;
  while (start + CHUNK_OVERHEAD <= bytes.length) {
    const length = view.getUint32(start);
    const end = start + CHUNK_OVERHEAD + length;
    if (end > bytes.length) return;
    const checked = bytes.subarray(start + 4, end - 4);
    const type = String.fromCharCode(...checked.subarray(0, 4));
    yield { type, start, end, checked, data: checked.subarray(4), checksum: view.getUint32(end - 4) };
    start = end;
  }
}

/** The first uncompressed text under a keyword; undefined where there is none, or it is damaged. */
export function pngText(png: Uint8Array, keyword: string): string | undefined {
  if (!isPng(png)) return undefined;
  for (const { type, data, checked, checksum } of chunksOf(png)) {
    if (type !== 'iTXt') continue;
    const fields = fieldsOf(data);
    if (fields?.keyword !== keyword) continue;
    return crc32(checked) === checksum ? fields.text : undefined;
  }
  return undefined;
}

function fieldsOf(data: Uint8Array): { keyword: string; text: string } | undefined {
  const keywordEnd = data.indexOf(0);
  if (keywordEnd < 0 || data[keywordEnd + 1] !== 0) return undefined; // compressed: not ours
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return undefined;
  const decoder = new TextDecoder();
  return {
    keyword: decoder.decode(data.subarray(0, keywordEnd)),
    text: decoder.decode(data.subarray(translatedEnd + 1)),
  };
}
