/**
 * embed.js: one line beside iframes of embed.html gives them the height that they need and links those with the same
 * `data-whereabouts-group`. What an embed says reaches its iframe as a `whereabouts` event, `detail: { type, data }`.
 */
import { fitHeight } from './fit-height.ts';
import { FramedView } from './framed-view.ts';

/** Which iframes are meant: embeds from where this script is, and those that say so. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL('embed.html', script.src).href : '';
const isEmbed = (frame: HTMLIFrameElement) =>
  frame.hasAttribute('data-whereabouts') ||
  (home !== '' && (frame.src === home || frame.src.startsWith(`${home}?`)));

/** One for the page, which may have this script beside each of its snippets: an iframe has one listener. */
const KEY = Symbol.for('whereabouts.frames');
if (!(KEY in globalThis)) Object.assign(globalThis, { [KEY]: new WeakSet<HTMLIFrameElement>() });
const known = (globalThis as unknown as Record<symbol, WeakSet<HTMLIFrameElement>>)[KEY]!;

function adopt(frame: HTMLIFrameElement): void {
  if (known.has(frame) || !isEmbed(frame)) return;
  known.add(frame);
  new FramedView(
    frame,
    () => frame.dataset['whereaboutsGroup'] ?? '',
    (message) => {
      if (message.type === 'height') fitHeight(frame, message.data.px);
      frame.dispatchEvent(new CustomEvent('whereabouts', { detail: message, bubbles: true }));
    },
  );
}

const adoptAll = () => document.querySelectorAll('iframe').forEach(adopt);

// an embed that is put into the page later makes itself known by its first message
addEventListener('message', (event) => {
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === event.source) adopt(frame);
  }
});
adoptAll();
addEventListener('DOMContentLoaded', adoptAll);
