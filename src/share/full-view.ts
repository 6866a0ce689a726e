/** Where "Open full view" leads. */
import type { EmbedOptions } from './embed-options.ts';

/**
 * The dashboard in the same state; for data from elsewhere, which the dashboard does not show, all views of the embed.
 * @param query the state, without the "?"
 * @param base the address of the embed page
 */
export function fullViewAddress(query: string, options: EmbedOptions, base: string): string {
  const href = 'href' in options.data ? options.data.href : '';
  const page = new URL(href === '' ? './' : 'embed.html', base);
  page.search = query;
  page.hash = '';
  if (href === '') return page.href;
  page.searchParams.set('view', 'all');
  page.searchParams.set('controls', '1');
  if (options.theme !== 'auto') page.searchParams.set('theme', options.theme);
  page.searchParams.set('data', href);
  return page.href;
}
