/**
 * What an embed and the page around it say to each other: objects in one envelope,
 * `{ source: 'whereabouts', v: 1, id, type, data }`. Both ends check all that they hear: a message may come from
 * anybody. docs/share.md tells it to those who write such pages.
 */
import { SOURCE, VERSION } from './envelope.ts';

/** Longest id and `re` that are taken, characters. */
export const ID_LIMIT = 100;
/** Longest query and text that are taken, characters: as long as a link may be. */
export const TEXT_LIMIT = 200_000;

/** Connects an answer to its question. */
export type MessageId = string | number;

/** What is set or shared: the whole state of the view, or only what filters it and how it is counted. */
export type StatePart = 'all' | 'filter';

/** What a page may ask for. */
export type Question = 'state' | 'height' | 'summary';

export const QUESTIONS: readonly Question[] = ['state', 'height', 'summary'];

/** From the page around to the embed. Before `hello` nothing else is obeyed. */
export type HostMessage =
  /** The `id` of the envelope names the embed in all that it says from then on. */
  | { readonly type: 'hello'; readonly data: object }
  | { readonly type: 'set'; readonly data: { query: string; part: StatePart; re: MessageId | null } }
  | { readonly type: 'get'; readonly data: { what: Question; re: MessageId } };

/** Why an `error` was sent. */
export type ErrorCode = 'load' | 'unknown-parts' | 'bad-message' | 'hello-first';

/** From the embed to the page around. */
export type ViewMessage =
  /** It is drawn and listens. */
  | { readonly type: 'ready'; readonly data: { view: string; title: string } }
  /** The height that shows all of it, whatever the frame's height is, CSS px. */
  | { readonly type: 'height'; readonly data: { px: number } }
  /** The state changed, by the reader or by a `set`, whose `re` it then has. */
  | {
      readonly type: 'state';
      readonly data: { query: string; cause: 'reader' | 'host'; re: MessageId | null };
    }
  /** The reader chose: what one facet now includes and excludes, in the words of links, and how many records pass. */
  | {
      readonly type: 'select';
      readonly data: {
        facet: string;
        included: string[];
        excluded: string[];
        /** Whether records must have any tag of the facet, or none; null for either. */
        tagged: 'any' | 'none' | null;
        records: number;
      };
    }
  | { readonly type: 'reply'; readonly data: { re: MessageId; data: unknown } }
  | { readonly type: 'error'; readonly data: { code: ErrorCode; message: string; re: MessageId | null } };

/** A message was understood; it is ours but malformed, and why; or it is none of ours. */
export type Heard<Message> =
  | { readonly kind: 'message'; readonly id: string; readonly message: Message }
  | { readonly kind: 'malformed'; readonly why: string; readonly re: MessageId | null }
  | { readonly kind: 'foreign' };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit;
const isId = (value: unknown): value is MessageId =>
  isText(value, ID_LIMIT) || (typeof value === 'number' && Number.isFinite(value));
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 10_000 && value.every((item) => isText(item, TEXT_LIMIT));

/** What one type of message holds, or why it is malformed. */
type Reader<Message> = (data: Fields) => Message | string;

function hear<Message>(value: unknown, readers: Readonly<Record<string, Reader<Message>>>): Heard<Message> {
  if (!isFields(value) || value['source'] !== SOURCE) return { kind: 'foreign' };
  const { v, id, type, data = {} } = value;
  const re = isFields(data) && isId(data['re']) ? data['re'] : null;
  const malformed = (why: string) => ({ kind: 'malformed', why, re }) as const;
  if (v !== VERSION) return malformed(`v is not ${VERSION}`);
  if (!isText(id, ID_LIMIT)) return malformed(`id is not a text of at most ${ID_LIMIT} characters`);
  if (typeof type !== 'string' || !Object.hasOwn(readers, type)) return malformed('type is not a known one');
  if (!isFields(data)) return malformed('data is not an object');
  const message = readers[type]!(data);
  return typeof message === 'string' ? malformed(message) : { kind: 'message', id, message };
}

const HOST_READERS: Readonly<Record<HostMessage['type'], Reader<HostMessage>>> = {
  hello: () => ({ type: 'hello', data: {} }),
  set: ({ query, part = 'all', re = null }) => {
    if (!isText(query, TEXT_LIMIT)) return `query is not a text of at most ${TEXT_LIMIT} characters`;
    if (part !== 'all' && part !== 'filter') return 'part is neither "all" nor "filter"';
    if (re !== null && !isId(re)) return 're is not a short text or a number';
    return { type: 'set', data: { query, part, re } };
  },
  get: ({ what, re }) => {
    const question = QUESTIONS.find((known) => known === what);
    if (question === undefined) return `what is none of ${QUESTIONS.join(', ')}`;
    if (!isId(re)) return 're is not a short text or a number';
    return { type: 'get', data: { what: question, re } };
  },
};

const CODES: readonly ErrorCode[] = ['load', 'unknown-parts', 'bad-message', 'hello-first'];
/** A higher frame is nobody's wish. */
const HEIGHT_LIMIT_PX = 20_000;

const VIEW_READERS: Readonly<Record<ViewMessage['type'], Reader<ViewMessage>>> = {
  ready: ({ view, title }) =>
    isText(view, ID_LIMIT) && isText(title, TEXT_LIMIT)
      ? { type: 'ready', data: { view, title } }
      : 'view or title is not a text',
  height: ({ px }) =>
    typeof px === 'number' && px > 0 && px <= HEIGHT_LIMIT_PX
      ? { type: 'height', data: { px } }
      : `px is not a number above 0 and at most ${HEIGHT_LIMIT_PX}`,
  state: ({ query, cause, re = null }) =>
    isText(query, TEXT_LIMIT) && (cause === 'reader' || cause === 'host') && (re === null || isId(re))
      ? { type: 'state', data: { query, cause, re } }
      : 'query, cause or re is wrong',
  select: ({ facet, included, excluded, tagged = null, records }) =>
    isText(facet, TEXT_LIMIT) &&
    isTexts(included) &&
    isTexts(excluded) &&
    (tagged === 'any' || tagged === 'none' || tagged === null) &&
    typeof records === 'number'
      ? { type: 'select', data: { facet, included, excluded, tagged, records } }
      : 'facet, included, excluded, tagged or records is wrong',
  reply: ({ re, data }) => (isId(re) ? { type: 'reply', data: { re, data } } : 're is wrong'),
  error: ({ code, message, re = null }) => {
    const known = CODES.find((word) => word === code);
    return known !== undefined && isText(message, TEXT_LIMIT) && (re === null || isId(re))
      ? { type: 'error', data: { code: known, message, re } }
      : 'code, message or re is wrong';
  },
};

/** What the page around says. Never throws, whatever the value is. */
export const hearHost = (value: unknown): Heard<HostMessage> => hear(value, HOST_READERS);

/** What the embed says. Never throws, whatever the value is. */
export const hearView = (value: unknown): Heard<ViewMessage> => hear(value, VIEW_READERS);
