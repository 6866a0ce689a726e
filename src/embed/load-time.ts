/** The way to the years, a step of its own: what they consist of is named in no other view's script. */
export const loadTime = async () => (await import('./EmbedTime.svelte')).default;
