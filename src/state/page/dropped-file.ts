/** What a file is that somebody drops on the page or chooses, told by its beginning; and what to do with some. */
import { isGzip } from '../../model/codec/gzip.ts';
import { SCENES_FORMAT } from '../../model/codec/scenes-file.ts';
import { utf16Of } from '../../model/codec/utf16.ts';

/** So much of a file tells what it is, bytes: another program may have put what a view says of itself before its format. */
export const TELLING_BYTES = 1_000_000;

const ADVICE: readonly (readonly [found: RegExp, advice: string])[] = [
  [formatMark(SCENES_FORMAT), 'It holds scenes of a talk: “Present”, at the top of the page, imports them.'],
  [
    // a line of a tag, or of how many more there are
    /^- (?:.* \((?:0\.\d\d|1\.00)\)|\(\d+ more\.\.\.\))\r?$/m,
    'It looks like search results, which become a dataset first: “npm run data”, as the README says.',
  ],
];

/** A format of ours that is no dataset. */
const OTHER_FORMAT = /"format"\s*:\s*"whereabouts-(?!dataset")/;

function formatMark(format: string): RegExp {
  return new RegExp(`"format"\\s*:\\s*"${format}"`);
}

const textOf = (beginning: Uint8Array): string => new TextDecoder(utf16Of(beginning)).decode(beginning);

/** What a file is that this page does not take by dropping it, and what to do with it; undefined where it is none of these. */
export function otherFileInWords(beginning: Uint8Array): string | undefined {
  const text = textOf(beginning);
  return ADVICE.find(([found]) => found.test(text))?.[1];
}

/**
 * Whether a file is to be read as a dataset, which tells exactly what is wrong with it where it is none: gzip, or a JSON
 * object that does not say it is something else of ours.
 */
export function mayBeDataset(beginning: Uint8Array): boolean {
  if (isGzip(beginning)) return true;
  const text = textOf(beginning);
  return text.trimStart().startsWith('{') && !OTHER_FORMAT.test(text);
}
