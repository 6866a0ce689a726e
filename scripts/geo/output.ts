import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A derived file: its path below the output folder and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** JSON with sorted keys and a last newline, so that the same value always gives the same bytes. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys)}\n`;
}

/** Size in bytes as gzip -9 makes it. */
export function gzipBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** Writes files below a folder, making folders as needed. */
export function writeOutput(folder: string, files: readonly OutputFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
