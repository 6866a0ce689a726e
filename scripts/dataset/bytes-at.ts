import type { FileHandle } from 'node:fs/promises';

/** Up to `length` bytes of a file from a place on. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
