/** Where in a record a query matched, as short pieces of its texts. */
import { namesOf, type RecordTexts } from './record-texts.ts';
import { queryTerms, termsOf } from './terms.ts';

/** A stretch of a text, and whether the query matched there. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** One record as a list of results shows it. */
export interface RecordHit {
  readonly record: number;
  /** The whole title. */
  readonly title: readonly Piece[];
  /** Where the terms stand that are not in the title: authors, then a stretch of the abstract; else empty. */
  readonly excerpt: readonly Piece[];
}

/** Characters of the abstract shown before the first match, and in all. */
const BEFORE = 40;
const EXCERPT_LENGTH = 150;
/** So many matching authors are named. */
const NAME_LIMIT = 3;

/** Shows where a record matches a query. */
export function recordHit(texts: RecordTexts, record: number, query: string): RecordHit {
  const terms = queryTerms(query);
  const title = texts.title.at(record);
  const notInTitle = terms.filter((term) => !hasTerm(title, [term]));
  const names = namesOf(texts, record).filter((name) => hasTerm(name, notInTitle));
  const inNames = (term: string) => names.some((name) => hasTerm(name, [term]));
  const inAbstract = notInTitle.filter((term) => !inNames(term));
  const shownNames = names.slice(0, NAME_LIMIT).join(', ') + (names.length > NAME_LIMIT ? ', …' : '');
  const excerpt = [
    ...(names.length > 0 ? marked(shownNames, notInTitle) : []),
    ...(names.length > 0 && inAbstract.length > 0 ? [{ text: ' · ', isMatch: false }] : []),
    ...(inAbstract.length > 0 ? abstractPart(texts.abstract.at(record), inAbstract) : []),
  ];
  return { record, title: marked(title, terms), excerpt };
}

/** Whether the text has a term that begins with one of these. */
export function hasTerm(text: string, starts: readonly string[]): boolean {
  let has = false;
  if (starts.length > 0) {
    termsOf(text, (term) => {
      has ||= starts.some((start) => term.startsWith(start));
    });
  }
  return has;
}

/** The text in pieces, cut where matches begin and end. A match is all that stands between two spaces. */
function marked(text: string, starts: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMatch: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), isMatch });
  };
  let end = 0;
  for (const { index, 0: chunk } of text.matchAll(/\S+/g)) {
    if (!hasTerm(chunk, starts)) continue;
    add(end, index, false);
    end = index + chunk.length;
    add(index, end, true);
  }
  add(end, text.length, false);
  return pieces;
}

function abstractPart(abstract: string, starts: readonly string[]): Piece[] {
  let first = -1;
  for (const { index, 0: chunk } of abstract.matchAll(/\S+/g)) {
    if (hasTerm(chunk, starts)) {
      first = index;
      break;
    }
  }
  if (first < 0) return [];
  // whole words, except that one longer than the excerpt is cut
  const from = first <= BEFORE ? 0 : abstract.lastIndexOf(' ', first - BEFORE) + 1;
  const start = first - from > 2 * BEFORE ? first : from;
  const room = abstract.slice(start, start + EXCERPT_LENGTH);
  const isWhole = start + EXCERPT_LENGTH >= abstract.length;
  const lastSpace = room.lastIndexOf(' ');
  const part = isWhole || start + lastSpace <= first ? room : room.slice(0, lastSpace);
  const tail = isWhole ? '' : '…';
  return [
    ...(start > 0 ? [{ text: '…', isMatch: false }] : []),
    ...marked(withoutHalves(part), starts),
    ...(tail === '' ? [] : [{ text: tail, isMatch: false }]),
  ];
}

/** A cut may split a character that is two code units long: its half is left out. */
function withoutHalves(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '').replace(/^[\uDC00-\uDFFF]/, '');
}
