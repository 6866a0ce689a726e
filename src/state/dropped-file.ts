/** Files that a page does not take by dropping them, and what does take them. */
import { DATASET_FORMAT } from '../model/dataset-file.ts';
import { SCENES_FORMAT } from '../model/scenes-file.ts';

/** So much of a file tells what it is, bytes. */
const BEGINNING = 8000;

const ADVICE: readonly (readonly [found: RegExp, advice: string])[] = [
  [formatMark(SCENES_FORMAT), 'It holds scenes of a talk: “Present”, at the top of the page, imports them.'],
  [
    formatMark(DATASET_FORMAT),
    'It is a dataset. A page shows the one that lies beside it as dataset.json: put it in its place and reload.',
  ],
  [
    // a line of a tag, or of how many more there are
    /^- (?:.* \((?:0\.\d\d|1\.00)\)|\(\d+ more\.\.\.\))\r?$/m,
    'It looks like search results, which become a dataset first: “npm run data”, as the README says.',
  ],
];

function formatMark(format: string): RegExp {
  return new RegExp(`"format"\\s*:\\s*"${format}"`);
}

/** What a file is that is no view, and what to do with it; undefined where it is none of these. */
export function otherFileInWords(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return ADVICE.find(([found]) => found.test(beginning))?.[1];
}
