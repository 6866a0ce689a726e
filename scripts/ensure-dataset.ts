/** Before a build: where no dataset was built yet, builds the shipped sample; one that is there is left alone. */
import { existsSync } from 'node:fs';

if (!existsSync('public/dataset.json')) {
  process.argv.splice(2);
  await import('./build-dataset.ts');
}
