/** Reads AITopics result texts and writes the dataset, and on request its tables and its report. See --help. */
import { packedScript } from './packed/packed-script.ts';

const packed = await packedScript();
const { run } =
  packed === undefined
    ? await import('./dataset/run.ts')
    : ((await import(packed.href)) as typeof import('./dataset/run.ts'));
await run(process.argv.slice(2));
