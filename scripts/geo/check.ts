import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveFiles } from './files.ts';
import { writeOutput } from './output.ts';

const COMMITTED = fileURLToPath(new URL('../../public/geo/', import.meta.url));

function derivedPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}

/** What differs between the committed files and freshly built ones, one line a file. */
function differences(committed: string, built: string): string[] {
  const before = new Set(derivedPaths(committed));
  const after = new Set(derivedPaths(built));
  const paths = [...new Set([...before, ...after])].sort();
  return paths.flatMap((path) => {
    if (!before.has(path)) return [`missing: "${path}" (the build makes it, the folder lacks it)`];
    if (!after.has(path)) return [`left over: "${path}" (the build doesn't make it)`];
    const isSame = readFileSync(join(committed, path)).equals(readFileSync(join(built, path)));
    return isSame ? [] : [`different: "${path}"`];
  });
}

const built = mkdtempSync(join(tmpdir(), 'whereabouts-geo-'));
try {
  writeOutput(built, deriveFiles());
  const found = differences(COMMITTED, built);
  if (found.length > 0) {
    console.error(
      `${found.length} derived file(s) differ from a fresh build. Run the build and commit its result.`,
    );
    for (const line of found) console.error(`  ${line}`);
    process.exitCode = 1;
  } else {
    console.log(`${derivedPaths(COMMITTED).length} derived files are as a fresh build makes them.`);
  }
} finally {
  rmSync(built, { recursive: true, force: true });
}
