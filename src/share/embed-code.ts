/** The lines of HTML that put a view into another page: by an iframe alone, with embed.js, or as an element. */
import { DEFAULT_EMBED, writeEmbedOptions, type EmbedSettings, type EmbedView } from './embed-options.ts';

/** What is embedded: where the page is, in which state, how it is shown. */
export interface EmbedSpec extends EmbedSettings {
  /** The address of the folder that holds embed.html, with "/" at the end. */
  readonly home: string;
  /** The state of url-state.ts, without "?". */
  readonly query: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
}

export interface EmbedCode {
  /** Works without any script, and where a page takes no scripts. */
  readonly iframe: string;
  /** The same, as high as it needs to be. */
  readonly script: string;
  /** An element whose attributes are the keys of the address. */
  readonly element: string;
}

/** Height that a view needs with its caption in a column of up to 640 px; no frame is lower. All four scroll. CSS px. */
const LEAST_HEIGHT_PX: Readonly<Record<EmbedView, number>> = {
  map: 560,
  topics: 580,
  coauthors: 560,
  records: 570,
  time: 240,
  all: 900,
};

/** What the filters and the switch of counting rules above a view take, on a phone of 320 px too. */
const CONTROLS_PX = 152;

/** Width to height of a frame that no script adjusts. */
const RATIO: Readonly<Record<EmbedView, readonly [number, number]>> = {
  map: [16, 10],
  topics: [4, 3],
  coauthors: [4, 3],
  records: [4, 3],
  time: [4, 1],
  all: [4, 5],
};

type Shown = Pick<EmbedSettings, 'view' | 'controls'>;

const leastHeightPx = ({ view, controls }: Shown): number =>
  LEAST_HEIGHT_PX[view] + (controls && view !== 'all' ? CONTROLS_PX : 0);

/** Height of a frame that no script adjusts, CSS px. @param widthPx above 0 */
export function frameHeightPx(shown: Shown, widthPx: number): number {
  const [across, down] = RATIO[shown.view];
  return Math.max(leastHeightPx(shown), Math.round((widthPx * down) / across));
}

/** Text as it may stand between double quotes in HTML. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The address of the embed page. */
export function embedAddress(spec: Pick<EmbedSpec, 'home' | 'query' | keyof EmbedSettings>): string {
  const page = new URL('embed.html', spec.home);
  page.search = [writeEmbedOptions(spec), spec.query].filter((part) => part !== '').join('&');
  return page.href;
}

/** The dashboard in the same state. */
function pageAddress({ home, query }: EmbedSpec): string {
  const page = new URL('./', home);
  page.search = query;
  return page.href;
}

/** The three ways, ready to be pasted. */
export function embedCode(spec: EmbedSpec): EmbedCode {
  const src = escapeAttribute(embedAddress(spec));
  const height = leastHeightPx(spec);
  // width and height stand as attributes too: a page's policy may forbid the style
  const iframe =
    `<iframe\n  src="${src}"\n  title="${escapeAttribute(spec.title)}"\n` +
    `  width="100%"\n  height="${height}"\n  loading="lazy"\n  allow="fullscreen; clipboard-write"\n` +
    `  style="border: 0; height: auto; aspect-ratio: ${RATIO[spec.view].join(' / ')}; min-height: ${height}px"\n></iframe>`;
  const script = `<script src="${escapeAttribute(new URL('embed.js', spec.home).href)}" async></script>`;
  return { iframe, script: `${iframe}\n${script}`, element: elementCode(spec) };
}

function elementCode(spec: EmbedSpec): string {
  const attributes = [`src="${escapeAttribute(spec.home)}"`, `view="${spec.view}"`];
  if (spec.theme !== DEFAULT_EMBED.theme) attributes.push(`theme="${spec.theme}"`);
  if (spec.controls !== DEFAULT_EMBED.controls) attributes.push(`controls="${spec.controls ? '1' : '0'}"`);
  if (spec.caption !== DEFAULT_EMBED.caption) attributes.push(`caption="${spec.caption ? '1' : '0'}"`);
  if (spec.query !== '') attributes.push(`query="${escapeAttribute(spec.query)}"`);
  attributes.push(`title="${escapeAttribute(spec.title)}"`);
  const module = escapeAttribute(new URL('whereabouts-view.js', spec.home).href);
  return (
    `<script type="module" src="${module}"></script>\n` +
    // shown where the script could not be loaded
    `<whereabouts-view\n  ${attributes.join('\n  ')}\n><a href="${escapeAttribute(pageAddress(spec))}">${escapeAttribute(spec.title)}</a></whereabouts-view>`
  );
}
