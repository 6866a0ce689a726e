/** Reads AITopics result texts and writes the dataset, and on request its tables and its report. See --help. */
import { compileLess } from './packed/compile-less.ts';
import { packedScript } from './packed/packed-script.ts';

compileLess();
const packed = await packedScript();
const { run } =
  packed === undefined
    ? await import('./dataset/run.ts')
    : ((await import(packed.href)) as typeof import('./dataset/run.ts'));
await run(process.argv.slice(2));
