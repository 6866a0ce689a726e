import { execFileSync } from 'node:child_process';

const made = new Map<number, string>();

/** A synthetic dataset as JSON, made once, in a process of its own: what it imports does not load in Playwright's. */
export function syntheticJson(recordCount: number): string {
  let json = made.get(recordCount);
  if (json === undefined) {
    json = make(recordCount);
    made.set(recordCount, json);
  }
  return json;
}

function make(recordCount: number): string {
  const script = `
    import { encodeDataset } from './src/model/codec/encode-dataset.ts';
    import { syntheticDataset } from './tests/filter/synthetic-dataset.ts';
    process.stdout.write(JSON.stringify(encodeDataset(syntheticDataset(${recordCount}, 1))));`;
  const options = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 2 ** 29 });
}
