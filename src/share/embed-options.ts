/**
 * What the address of an embed says besides the state of url-state.ts. Only what differs from the default is written:
 *
 *   view=map|topics|coauthors|records|time|all   theme=auto|light|dark   controls=1   caption=0   lang=en
 *   data=ADDRESS   another dataset.json: relative to the page, or any http(s) address that may be read (CORS)
 */
import type { UnknownPart } from './url-state.ts';
import type { Dataset } from '../model/dataset.ts';
import { VIEW_IDS, viewsOf, type ViewId } from './view-state.ts';

/** What an embed shows: one view, or the four of every dataset, linked. */
export type EmbedView = ViewId | 'all';

/** `auto` follows the reader's system. */
export type EmbedTheme = 'auto' | 'light' | 'dark';

export const EMBED_VIEWS: readonly EmbedView[] = [...VIEW_IDS, 'time', 'all'];

/** Those that a dataset has something to show in. */
export const embedViewsOf = (dataset: Pick<Dataset, 'facets'>): readonly EmbedView[] => [
  ...viewsOf(dataset),
  'all',
];

export const EMBED_THEMES: readonly EmbedTheme[] = ['auto', 'light', 'dark'];

export interface EmbedSettings {
  readonly view: EmbedView;
  readonly theme: EmbedTheme;
  /** Whether chips, counting rule and thresholds are shown. */
  readonly controls: boolean;
  /** Whether the caption under the view is shown; the credit always is. */
  readonly caption: boolean;
}

export const DEFAULT_EMBED: EmbedSettings = { view: 'map', theme: 'auto', controls: false, caption: true };

/** Where another dataset is: a whole address; "" for the page's own; or why what was given cannot be used. */
export type DataAddress = { readonly href: string } | { readonly fault: string };

export interface EmbedOptions extends EmbedSettings {
  readonly data: DataAddress;
  /** Parts that are not understood: defaults stand in for them, and the reader is told. */
  readonly unknown: readonly UnknownPart[];
}

/** Longer addresses of a dataset are refused. */
export const DATA_LIMIT = 2000;

/**
 * Reads the embed's keys of a query string. Never throws: an address is untrusted input.
 * @param base the address of the page, which a relative `data` is relative to
 */
export function readEmbedOptions(query: string, base: string): EmbedOptions {
  const params = new URLSearchParams(query);
  const unknown: UnknownPart[] = [];
  const read = <Word extends string>(key: string, words: readonly Word[], otherwise: Word): Word => {
    const value = params.get(key);
    if (value === null) return otherwise;
    const word = words.find((known) => known === value);
    if (word === undefined) unknown.push({ key, value });
    return word ?? otherwise;
  };
  const flag = (key: string, otherwise: boolean) => read(key, ['0', '1'], otherwise ? '1' : '0') === '1';
  const options = {
    view: read('view', EMBED_VIEWS, DEFAULT_EMBED.view),
    theme: read('theme', EMBED_THEMES, DEFAULT_EMBED.theme),
    controls: flag('controls', DEFAULT_EMBED.controls),
    caption: flag('caption', DEFAULT_EMBED.caption),
    data: readData(params.get('data'), base),
  };
  const lang = params.get('lang') ?? 'en';
  if (!/^en(?:-[\w-]*)?$/i.test(lang)) unknown.push({ key: 'lang', value: lang });
  return { ...options, unknown };
}

function readData(value: string | null, base: string): DataAddress {
  if (value === null || value === '') return { href: '' };
  if (value.length > DATA_LIMIT) {
    return { fault: `The address of the dataset has ${value.length} characters: too long to be one.` };
  }
  if (!URL.canParse(value, base)) return { fault: `“${value}” is not the address of a dataset.` };
  const { protocol, username, password, href } = new URL(value, base);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return { fault: `A dataset is read from http or https, not from “${protocol}”.` };
  }
  if (username !== '' || password !== '') {
    return { fault: 'The address of a dataset must not hold a user name or a password.' };
  }
  return { href };
}

/** The keys as a query string without the "?": the view always, the rest where it differs from the default. */
export function writeEmbedOptions({ view, theme, controls, caption }: EmbedSettings): string {
  const query = new URLSearchParams({ view });
  if (theme !== DEFAULT_EMBED.theme) query.set('theme', theme);
  if (controls !== DEFAULT_EMBED.controls) query.set('controls', controls ? '1' : '0');
  if (caption !== DEFAULT_EMBED.caption) query.set('caption', caption ? '1' : '0');
  return query.toString();
}
