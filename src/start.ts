/** The dashboard's first script, a classic one of a few lines: the dataset is on its way while the page's own is. */
import { beginDataset } from './workers/early-dataset.ts';

const worker = document.querySelector<HTMLLinkElement>('link[href*="dataset.worker"]');
// a second window of a talk has no data
if (worker && !location.hash.startsWith('#notes=')) {
  try {
    beginDataset(worker.href, 'dataset.json');
  } catch {
    // no worker can be had: the page loads the dataset by itself
  }
}
