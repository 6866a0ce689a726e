/**
 * The dashboard's first script, a classic one of a few lines: the dataset is on its way while the page's own script is, and
 * where that takes long, or does not come, this is told.
 */
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

/** What is quicker would only flash. */
const LATE_MS = 700;

/** The page's own script takes it away. */
const opening = document.getElementById('opening');
const late = setTimeout(() => opening && (opening.hidden = false), LATE_MS);

/** Once all scripts of the page have run, or have not come. */
function tellMissing(): void {
  const missing = document.getElementById('missing');
  if (!opening?.isConnected || !missing) return;
  clearTimeout(late);
  opening.hidden = true;
  missing.hidden = false;
  missing.querySelector('button')?.addEventListener('click', () => location.reload());
}
if (document.readyState === 'complete') tellMissing();
else addEventListener('load', tellMissing);
