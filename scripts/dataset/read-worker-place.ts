/** Where the second thread begins; packed scripts have theirs in one file, see packed/packed-script.ts. */

/** The file that the thread runs. */
export const READ_WORKER = new URL('./read-worker-start.mjs', import.meta.url);
