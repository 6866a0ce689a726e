/**
 * The view state as a query string and back. Only what differs from the default is written; keys that are
 * not ours are kept. The grammar (v=1), F standing for a facet's id:
 *
 *   F=KEY         include a node (repeated for several)     not.F=KEY    exclude one
 *   in.F=KEY      the same, where F itself would read as another key ("topics", "not.x")
 *   mode.F=all    included nodes must all be shown          min.F=0.10   threshold
 *   tagged.F=any|none   records with a counted tag of the facet, or without one
 *   focus.F=KEY   zoomed to a node                          complete=1   only complete tag lists
 *   text=WORDS    records with these words (repeated: all of them)
 *   vs.F=KEY  vs.not.F=KEY  vs.mode.F  vs.tagged.F  vs.text   the same of what is compared with
 *   rule=fractional|score   topics=F   record=ID   table=map (repeated)
 *   packed=BASE64URL   all of ours in one (packed-query.ts): unpacked before it is read here
 *   person=KEY   and the co-author graph's keys: coauthor-settings.ts
 *   projection=natural-earth|globe   colour=certainty|expected   classes=log|quantile|equal|jenks
 *   order=title|score|tags|included|newest|oldest   tags=F   of the list of records
 *   at=10.5,51,4.25   what is in the map's middle, and how many times it is enlarged: map-window.ts
 *
 * An embed's address has further keys beside these: embed-options.ts.
 */
import { COUNTING_RULES } from '../model/counting-rule.ts';
import { AUTHOR_FACET, type Dataset, type Facet, type FacetId } from '../model/dataset.ts';
import type { MapWindow } from '../model/map-window.ts';
import {
  clauseOf,
  EMPTY_FILTER,
  isEmptyFilter,
  minScoreOf,
  withClause,
  withMinScore,
  withText,
  type Clause,
  type FilterState,
  type Presence,
} from '../filter/passing/filter-state.ts';
import { asTextClause } from '../filter/passing/text-clause.ts';
import { COAUTHOR_KEYS, readCoauthors, writeCoauthors } from './coauthor-settings.ts';
import { readMapWindow, writeMapWindow } from './map-window.ts';
import type { NodeKeys } from './node-key.ts';
import {
  DEFAULT_MAP,
  MAP_CLASSES,
  MAP_COLORS,
  MAP_PROJECTIONS,
  recordOrdersOf,
  viewsOf,
  type ViewId,
  type ViewState,
} from './view-state.ts';

/** A part of a link that this dataset cannot answer. */
export interface UnknownPart {
  readonly key: string;
  readonly value: string;
}

/** What the grammar needs to know of the dataset. */
export interface UrlContext {
  readonly dataset: Dataset;
  /** By facet id, authors included, in the order in which clauses are written. */
  readonly keys: ReadonlyMap<FacetId, NodeKeys>;
  readonly defaultTopicFacet: FacetId;
}

/** Longer queries are not read: a link never needs them. */
export const QUERY_LIMIT = 200_000;

const FIXED_KEYS: readonly string[] = [
  'v',
  'packed',
  'rule',
  'topics',
  'record',
  'person',
  'table',
  'complete',
  'projection',
  'colour',
  'classes',
  'at',
  'order',
  'tags',
  'text',
  ...COAUTHOR_KEYS,
];
/** Keys of embed-options.ts: not ours to write or to drop, but no facet may be mistaken for one. */
export const EMBED_KEYS: readonly string[] = ['view', 'theme', 'controls', 'caption', 'lang', 'data'];
const PRESENCES: readonly Presence[] = ['any', 'none'];
const FACET_KEY = /^(?:in|not|mode|tagged|min|focus)\./;
/** Begins the keys of what is compared with, which has neither thresholds nor a focus of its own. */
const VS = 'vs.';
const NO_CLAUSE = /^(?:min|focus|vs)\./;

const ownKey = (context: UrlContext, key: string): boolean =>
  FIXED_KEYS.includes(key) ||
  context.keys.has(key.replace(FACET_KEY, '')) ||
  (key.startsWith(VS) && ownKey(context, key.slice(VS.length)));

/** The key of what a facet includes: mostly its id alone. */
const includeKey = (facet: FacetId): string =>
  FIXED_KEYS.includes(facet) || EMBED_KEYS.includes(facet) || FACET_KEY.test(facet) || facet.startsWith(VS)
    ? `in.${facet}`
    : facet;

/**
 * Writes a state as a query string without the "?"; "" for the default state.
 * @param previous the query string that stands in the address bar, for keys that are not ours
 */
export function encodeState(state: ViewState, context: UrlContext, previous = ''): string {
  const own = new URLSearchParams();
  for (const [facet, keys] of context.keys) writeFacet(own, facet, keys, state);
  for (const text of state.filter.texts) own.append('text', text);
  if (state.reference) writeReference(own, context, state.reference);
  if (state.filter.completeOnly) own.append('complete', '1');
  if (state.rule !== 'records') own.append('rule', state.rule);
  if (state.topicFacet !== context.defaultTopicFacet) own.append('topics', state.topicFacet);
  if (state.openRecord !== null) own.append('record', context.dataset.records.id.at(state.openRecord));
  const authorKeys = context.keys.get(AUTHOR_FACET);
  if (state.openAuthor !== null && authorKeys) own.append('person', authorKeys.keyOf(state.openAuthor));
  if (authorKeys) writeCoauthors(own, state.coauthors, authorKeys);
  if (state.map.projection !== DEFAULT_MAP.projection) own.append('projection', state.map.projection);
  if (state.map.color !== DEFAULT_MAP.color) own.append('colour', state.map.color);
  if (state.map.classes !== DEFAULT_MAP.classes) own.append('classes', state.map.classes);
  if (state.mapWindow) own.append('at', writeMapWindow(state.mapWindow));
  if (state.recordOrder !== 'source') own.append('order', state.recordOrder);
  if (state.recordFacet !== null) own.append('tags', state.recordFacet);
  for (const view of viewsOf(context.dataset)) if (state.tables.has(view)) own.append('table', view);
  if (own.size > 0) own.append('v', '1');
  for (const [key, value] of new URLSearchParams(previous)) if (!ownKey(context, key)) own.append(key, value);
  return own.toString();
}

function writeClause(
  query: URLSearchParams,
  facet: FacetId,
  keys: NodeKeys,
  filter: FilterState,
  prefix = '',
): void {
  const clause = clauseOf(filter, facet);
  for (const node of clause.included) query.append(prefix + includeKey(facet), keys.keyOf(node));
  for (const node of clause.excluded) query.append(`${prefix}not.${facet}`, keys.keyOf(node));
  if (clause.mode === 'all') query.append(`${prefix}mode.${facet}`, 'all');
  if (clause.tagged) query.append(`${prefix}tagged.${facet}`, clause.tagged);
}

function writeReference(query: URLSearchParams, context: UrlContext, reference: FilterState): void {
  for (const [facet, keys] of context.keys) writeClause(query, facet, keys, reference, VS);
  for (const text of reference.texts) query.append(`${VS}text`, text);
}

function writeFacet(query: URLSearchParams, facet: FacetId, keys: NodeKeys, state: ViewState): void {
  writeClause(query, facet, keys, state.filter);
  const minScore = minScoreOf(state.filter, facet);
  if (minScore > 0) query.append(`min.${facet}`, (minScore / 100).toFixed(2));
  const focus = state.focus.get(facet);
  if (focus !== undefined) query.append(`focus.${facet}`, keys.keyOf(focus));
}

/**
 * Reads a query string. What it doesn't say is default; what this dataset doesn't have is left out and told.
 * Never throws: a link is untrusted input.
 */
export function decodeState(
  query: string,
  context: UrlContext,
): { state: ViewState; unknown: UnknownPart[] } {
  const params = new URLSearchParams(query.length > QUERY_LIMIT ? '' : query);
  const unknown: UnknownPart[] = [];
  if (query.length > QUERY_LIMIT)
    unknown.push({ key: 'link', value: `${query.length} characters, too long to read` });
  if (params.has('packed')) unknown.push({ key: 'link', value: 'its packed part cannot be read' });
  const version = params.get('v');
  if (version !== null && version !== '1') unknown.push({ key: 'v', value: version });
  let filter: FilterState = { ...EMPTY_FILTER, completeOnly: readComplete(params, unknown) };
  const focus = new Map<FacetId, number>();
  for (const [facet, keys] of context.keys) {
    filter = readFacet(filter, facet, keys, params, unknown);
    const focused = lookUp(params.getAll(`focus.${facet}`).slice(0, 1), `focus.${facet}`, keys, unknown)[0];
    if (focused !== undefined) focus.set(facet, focused);
  }
  filter = readTexts(filter, params, unknown);
  const authorKeys = context.keys.get(AUTHOR_FACET);
  const openRecord = readRecord(params, context, unknown);
  const { facets } = context.dataset;
  const topics = facets.filter(({ kind }) => kind === 'taxonomy');
  const state: ViewState = {
    filter,
    reference: readReference(params, context, unknown),
    focus,
    rule: readOneOf('rule', COUNTING_RULES, 'records', params, unknown),
    map: {
      projection: readOneOf('projection', MAP_PROJECTIONS, DEFAULT_MAP.projection, params, unknown),
      color: readOneOf('colour', MAP_COLORS, DEFAULT_MAP.color, params, unknown),
      classes: readOneOf('classes', MAP_CLASSES, DEFAULT_MAP.classes, params, unknown),
    },
    mapWindow: readAt(params, unknown),
    topicFacet: readOneOf('topics', idsOf(topics), context.defaultTopicFacet, params, unknown),
    openRecord,
    openAuthor: readPerson(params, openRecord, authorKeys, unknown),
    coauthors: readCoauthors(params, authorKeys, unknown),
    recordOrder: readOneOf('order', recordOrdersOf(context.dataset), 'source', params, unknown),
    recordFacet: readOneOf('tags', idsOf(facets), null, params, unknown),
    tables: readTables(params, viewsOf(context.dataset), unknown),
  };
  return { state, unknown };
}

const idsOf = (facets: readonly Facet[]) => facets.map(({ id }) => id);

function lookUp(values: readonly string[], key: string, keys: NodeKeys, unknown: UnknownPart[]): number[] {
  const nodes: number[] = [];
  for (const value of values) {
    const node = keys.nodeOf(value);
    if (node === undefined) unknown.push({ key, value });
    else nodes.push(node);
  }
  return nodes;
}

/** Null where nothing of it can be read: then all records are compared with. */
function readReference(
  params: URLSearchParams,
  context: UrlContext,
  unknown: UnknownPart[],
): FilterState | null {
  const kept = [...params].flatMap(([key, value]) =>
    key.startsWith(VS) ? [[key.slice(VS.length), value]] : [],
  );
  if (kept.length === 0) return null;
  const own = new URLSearchParams(kept);
  const told: UnknownPart[] = [];
  for (const [key, value] of own) {
    if (NO_CLAUSE.test(key) || (FIXED_KEYS.includes(key) && key !== 'text')) told.push({ key, value });
  }
  let reference = EMPTY_FILTER;
  for (const [facet, keys] of context.keys) reference = readClause(reference, facet, keys, own, told);
  reference = readTexts(reference, own, told);
  unknown.push(...told.map(({ key, value }) => ({ key: VS + key, value })));
  return isEmptyFilter(reference) ? null : reference;
}

function readClause(
  filter: FilterState,
  facet: FacetId,
  keys: NodeKeys,
  params: URLSearchParams,
  unknown: UnknownPart[],
): FilterState {
  const excluded = new Set(lookUp(params.getAll(`not.${facet}`), `not.${facet}`, keys, unknown));
  const includes = includeKey(facet);
  const named = lookUp(params.getAll(includes), includes, keys, unknown);
  const included = named.filter((node) => !excluded.has(node));
  const asked = params.get(`mode.${facet}`) ?? 'any';
  const mode: Clause['mode'] = asked === 'all' ? 'all' : 'any';
  if (asked !== mode) unknown.push({ key: `mode.${facet}`, value: asked });
  const tagged = readOneOf(`tagged.${facet}`, PRESENCES, null, params, unknown);
  const clause = { included: new Set(included), excluded, mode, ...(tagged ? { tagged } : {}) };
  return withClause(filter, facet, clause);
}

function readFacet(
  filter: FilterState,
  facet: FacetId,
  keys: NodeKeys,
  params: URLSearchParams,
  unknown: UnknownPart[],
): FilterState {
  const withNodes = readClause(filter, facet, keys, params, unknown);
  const minScore = params.get(`min.${facet}`);
  if (minScore === null) return withNodes;
  if (!/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(minScore)) {
    unknown.push({ key: `min.${facet}`, value: minScore });
    return withNodes;
  }
  return withMinScore(withNodes, facet, Number(minScore) * 100);
}

/** One of a few known words; another word is told and the default taken. */
function readOneOf<Word extends string, Otherwise extends Word | null>(
  key: string,
  words: readonly Word[],
  otherwise: Otherwise,
  params: URLSearchParams,
  unknown: UnknownPart[],
): Word | Otherwise {
  const value = params.get(key);
  if (value === null) return otherwise;
  const word = words.find((known) => known === value);
  if (word === undefined) unknown.push({ key, value });
  return word ?? otherwise;
}

function readAt(params: URLSearchParams, unknown: UnknownPart[]): MapWindow | null {
  const value = params.get('at');
  if (value === null) return null;
  const window = readMapWindow(value);
  if (!window) unknown.push({ key: 'at', value });
  return window ?? null;
}

function readComplete(params: URLSearchParams, unknown: UnknownPart[]): boolean {
  const value = params.get('complete') ?? '0';
  if (value !== '0' && value !== '1') unknown.push({ key: 'complete', value });
  return value === '1';
}

/** Words that no search could find, or too many, are told. */
function readTexts(filter: FilterState, params: URLSearchParams, unknown: UnknownPart[]): FilterState {
  return params.getAll('text').reduce((before, value) => {
    const after = withText(before, value);
    const text = asTextClause(value);
    if (after === before && (text === null || !before.texts.includes(text)))
      unknown.push({ key: 'text', value });
    return after;
  }, filter);
}

function readTables(params: URLSearchParams, views: readonly ViewId[], unknown: UnknownPart[]): Set<ViewId> {
  const tables = new Set<ViewId>();
  for (const value of params.getAll('table')) {
    const view = views.find((known) => known === value);
    if (view) tables.add(view);
    else unknown.push({ key: 'table', value });
  }
  return tables;
}

function readRecord(params: URLSearchParams, context: UrlContext, unknown: UnknownPart[]): number | null {
  const value = params.get('record');
  if (value === null) return null;
  const record = context.dataset.records.id.indexOf(value);
  if (record < 0) unknown.push({ key: 'record', value });
  return record < 0 ? null : record;
}

/** A panel at a time: beside an open record a person is told as unknown. */
function readPerson(
  params: URLSearchParams,
  openRecord: number | null,
  keys: NodeKeys | undefined,
  unknown: UnknownPart[],
): number | null {
  const value = params.get('person');
  if (value === null) return null;
  const author = openRecord === null ? keys?.nodeOf(value) : undefined;
  if (author === undefined) unknown.push({ key: 'person', value });
  return author ?? null;
}
