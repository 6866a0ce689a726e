import { mount } from 'svelte';
import App from './App.svelte';
import { startTheme } from './state/theme.ts';
import './styles/tokens.css';
import './styles/uncertainty.css';
import './styles/base.css';
import './styles/print.css';

startTheme();

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element #app');
mount(App, { target });
