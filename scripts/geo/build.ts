import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveFiles } from './files.ts';
import { gzipBytes, writeOutput } from './output.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../public/geo/', import.meta.url));
const files = deriveFiles();
rmSync(join(folder, 'admin1'), { recursive: true, force: true });
writeOutput(folder, files);

const sizes = files.map(({ path, text }) => ({ path, gzip: gzipBytes(text) }));
const regionSizes = sizes.filter(({ path }) => path.endsWith('.topo.json') && path.startsWith('admin1/'));
const sorted = regionSizes.map(({ gzip }) => gzip).sort((left, right) => left - right);
const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
const world = sizes.find(({ path }) => path === 'world.topo.json')?.gzip ?? 0;
console.log(`world.topo.json: ${world} bytes gzip`);
console.log(`admin1: ${sorted.length} files, median ${median}, largest ${sorted.at(-1) ?? 0} bytes gzip`);
