/** Checks a request before anything is computed: what the graph's loops index must exist. */
import type { Bylines } from '../layout/coauthors/coauthor-graph.ts';
import type { AskedPart } from '../layout/coauthors/coauthor-subgraph.ts';
import type { LayoutQuestion } from './layout-messages.ts';

type Fields = Readonly<Partial<Record<string, unknown>>>;

/**
 * The message as a question.
 * @throws {TypeError} saying what is wrong with it
 */
export function decodeLayoutQuestion(data: unknown): LayoutQuestion {
  const message = fieldsOf(data, 'layout request');
  const id = message['id'];
  if (!Number.isSafeInteger(id)) throw new TypeError('layout request without an id');
  if (message['kind'] === 'cancel') return { kind: 'cancel', id: id as number };
  const aspect = message['aspect'];
  if (message['kind'] === 'aspect') return { kind: 'aspect', id: id as number, aspect: decodeAspect(aspect) };
  if (message['kind'] !== 'layout') throw new TypeError('layout request of an unknown kind');
  const authorCount = countAt(message, 'authorCount');
  const coloursFirst = message['coloursFirst'];
  if (typeof coloursFirst !== 'boolean') {
    throw new TypeError('layout request: coloursFirst is not yes or no');
  }
  return {
    kind: 'layout',
    id: id as number,
    bylines: decodeBylines(message['bylines'], authorCount),
    authorCount,
    maxPairAuthors: countAt(message, 'maxPairAuthors'),
    part: decodePart(message['part'], authorCount),
    coloursFirst,
    aspect: aspect === null ? null : decodeAspect(aspect),
  };
}

/** The id of a message that could not be decoded, -1 where it has none. */
export function questionId(data: unknown): number {
  const id = typeof data === 'object' && data !== null ? (data as Fields)['id'] : undefined;
  return Number.isSafeInteger(id) ? (id as number) : -1;
}

function decodeBylines(value: unknown, authorCount: number): Bylines {
  const { authorOffset, author } = fieldsOf(value, 'layout bylines');
  if (!(authorOffset instanceof Uint32Array && author instanceof Uint32Array)) {
    throw new TypeError('layout bylines: a column is not a Uint32Array');
  }
  if (authorOffset.length === 0 || authorOffset[0] !== 0 || authorOffset.at(-1) !== author.length) {
    throw new TypeError('layout bylines: the offsets do not span the authors');
  }
  for (let r = 1; r < authorOffset.length; r++) {
    if (authorOffset[r]! < authorOffset[r - 1]!) {
      throw new TypeError(`layout bylines: authorOffset[${r}] is smaller than the one before`);
    }
  }
  for (let i = 0; i < author.length; i++) {
    if (author[i]! >= authorCount) {
      throw new TypeError(`layout bylines: author[${i}] is ${author[i]!}, not below ${authorCount}`);
    }
  }
  return { authorOffset, author };
}

function decodeAspect(value: unknown): number {
  if (typeof value === 'number' && value > 0 && value < Infinity) return value;
  throw new TypeError('layout request: the aspect is not a number above 0');
}

function decodePart(value: unknown, authorCount: number): AskedPart {
  const { ego, depth, hideSingles } = fieldsOf(value, 'layout part');
  if (!Number.isSafeInteger(ego) || (ego as number) < -1 || (ego as number) >= authorCount) {
    throw new TypeError('layout part: ego is no author');
  }
  if (depth !== 1 && depth !== 2) throw new TypeError('layout part: depth is neither 1 nor 2');
  if (typeof hideSingles !== 'boolean') throw new TypeError('layout part: hideSingles is not yes or no');
  return { ego: ego as number, depth, hideSingles };
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} is not an object`);
  return value as Fields;
}

function countAt(fields: Fields, name: string): number {
  const value = fields[name];
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new TypeError(`layout request: ${name} is not a count`);
  }
  return value as number;
}
