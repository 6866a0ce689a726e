import { mount } from 'svelte';
import App from './App.svelte';
import MissingPart from './MissingPart.svelte';
// the names on the map are in the first file, with those of the graph; an embedded map has them beside its data
import './layout/map/map-labels.ts';
import { startTheme } from './state/page/theme.ts';
import './styles/tokens.css';
import './styles/uncertainty.css';
import './styles/against-all.css';
import './styles/base.css';
import './styles/forced-colors.css';
import './styles/print.css';

startTheme();

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element #app');
document.getElementById('opening')?.remove();
mount(MissingPart, { target, props: { keepsChoice: true } });
if (location.hash.startsWith('#notes=')) {
  // a second window of a talk: no data, no charts
  void import('./views/scenes/NotesWindow.svelte').then(({ default: NotesWindow }) =>
    mount(NotesWindow, { target }),
  );
} else mount(App, { target });
