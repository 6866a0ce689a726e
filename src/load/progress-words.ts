/** How far the dataset is, in words and as a share. */
import type { LoadProgress } from './load-progress.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What is being done. */
export const PHASE_WORDS: Readonly<Record<LoadProgress['phase'], string>> = {
  reading: 'Reading the dataset…',
  results: 'Reading the records…',
  checking: 'Checking the dataset…',
  boundaries: 'Reading the boundaries of the map…',
};

/** "3.1 of 12.0 MB", "3.1 MB" where the whole is not known, "" where nothing is gone through. */
export function amountInWords(progress: LoadProgress): string {
  if (!('bytes' in progress)) return '';
  const { bytes, totalBytes } = progress;
  return totalBytes === null
    ? `${megabytes(bytes)} MB`
    : `${megabytes(bytes)} of ${megabytes(totalBytes)} MB`;
}

/** From 0 to 1, or null where it is not known. A server that told too little is never shown as beyond the end. */
export function shareRead(progress: LoadProgress): number | null {
  if (!('bytes' in progress) || !progress.totalBytes) return null;
  return Math.min(1, progress.bytes / progress.totalBytes);
}
