/** How views reach the state: the explorer and the surface, set once by the App. */
import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';
import type { Surface } from './surface.svelte.ts';

export const [useExplorer, provideExplorer] = createContext<Explorer>();
export const [useSurface, provideSurface] = createContext<Surface>();
