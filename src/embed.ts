/** The embed page: one view, or all, in somebody else's page. Keeps nothing: no storage, no cookie, no history. */
import { mount } from 'svelte';
import Embed from './Embed.svelte';
import { readEmbedOptions } from './share/embed-options.ts';
import { showTheme } from './state/page/theme.ts';
import './styles/tokens.css';
import './styles/uncertainty.css';
import './styles/against-all.css';
import './styles/base.css';
import './styles/forced-colors.css';

const options = readEmbedOptions(location.search, document.baseURI);

if (options.theme === 'auto') {
  const follow = () => showTheme('system');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
  follow();
} else showTheme(options.theme);

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element #app');
mount(Embed, { target, props: { options } });
// nobody prints what is not there yet
addEventListener('load', () => void import('./styles/print.css'));
