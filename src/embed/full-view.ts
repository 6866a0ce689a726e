/** Where "Open full view" leads. */
import { writeEmbedOptions, type EmbedOptions } from '../share/embed-options.ts';

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
  const all = writeEmbedOptions({ ...options, view: 'all', controls: true, caption: true });
  for (const [key, value] of [...new URLSearchParams(all), ['data', href]] as [string, string][]) {
    page.searchParams.set(key, value);
  }
  return page.href;
}
