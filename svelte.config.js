import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  preprocess: vitePreprocess(),
  // said once for all components, so that none brings the older way's runtime along
  compilerOptions: { runes: true, cssHash: ({ css, hash }) => `s-${hash(css)}` },
};
