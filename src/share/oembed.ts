/** What oEmbed (https://oembed.com, 1.0) and OpenGraph (https://ogp.me) tell other programs of a view. */
import { embedCode, escapeAttribute, frameHeightPx } from './embed-code.ts';
import { DEFAULT_EMBED, type EmbedView } from './embed-options.ts';

/** A view that can be shared by an address of its own. */
export interface SharedView {
  /** Of its files: letters, digits and "-". */
  readonly name: string;
  readonly title: string;
  /** May be empty. */
  readonly text: string;
  readonly view: EmbedView;
  /** The state of url-state.ts, without "?". */
  readonly query: string;
}

/** Width for which a frame's height is told, CSS px; the frame itself is as wide as its place. */
export const OEMBED_WIDTH_PX = 900;
/** Pixels of a picture, the size that sites ask for. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** The pages of a share folder. @param home the address of the folder that holds index.html, with "/" at the end */
export const shareAddress = (home: string, name: string, ending: 'html' | 'json' | 'png'): string =>
  new URL(`share/${name}.${ending}`, home).href;

/** The dashboard in the view's state. */
export function pageAddress(home: string, { query }: SharedView): string {
  const page = new URL('./', home);
  page.search = query;
  return page.href;
}

/** An oEmbed answer of the type "rich". @param hasPicture whether a picture of it is made */
export function oembedOf(home: string, shared: SharedView, provider: string, hasPicture: boolean): object {
  const spec = { ...DEFAULT_EMBED, home, view: shared.view, query: shared.query, title: shared.title };
  return {
    type: 'rich',
    version: '1.0',
    title: shared.title,
    provider_name: provider,
    provider_url: home,
    width: OEMBED_WIDTH_PX,
    height: frameHeightPx(spec, OEMBED_WIDTH_PX),
    html: embedCode(spec).iframe,
    ...(hasPicture
      ? {
          thumbnail_url: shareAddress(home, shared.name, 'png'),
          thumbnail_width: PICTURE_SIZE.width,
          thumbnail_height: PICTURE_SIZE.height,
        }
      : {}),
  };
}

/** The tags in a page's head that programs read: OpenGraph, and where the oEmbed answer is. */
export function shareTags(home: string, shared: SharedView, address: string, hasPicture: boolean): string {
  const property = (name: string, content: string | number) =>
    `<meta property="og:${name}" content="${escapeAttribute(String(content))}">`;
  const json = escapeAttribute(shareAddress(home, shared.name, 'json'));
  const lines = [
    `<link rel="alternate" type="application/json+oembed" href="${json}" title="${escapeAttribute(shared.title)}">`,
    property('type', 'website'),
    property('title', shared.title),
    ...(shared.text === '' ? [] : [property('description', shared.text)]),
    property('url', address),
  ];
  if (hasPicture) {
    lines.push(
      property('image', shareAddress(home, shared.name, 'png')),
      property('image:width', PICTURE_SIZE.width),
      property('image:height', PICTURE_SIZE.height),
      '<meta name="twitter:card" content="summary_large_image">',
    );
  }
  return lines.join('\n');
}

/** A small page with these tags, which leads people on to the dashboard. */
export function sharePage(home: string, shared: SharedView, hasPicture: boolean): string {
  const [title, to] = [shared.title, pageAddress(home, shared)].map(escapeAttribute);
  const tags = shareTags(home, shared, shareAddress(home, shared.name, 'html'), hasPicture);
  return (
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n` +
    `<meta http-equiv="refresh" content="0; url=${to}">\n${tags}\n</head>\n` +
    `<body><p><a href="${to}">${title}</a></p></body>\n</html>\n`
  );
}
