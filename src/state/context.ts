/** How views reach the state: the explorer, the surface and the search over records, set once by the App. */
import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';
import type { RecordSearch } from './record-search.svelte.ts';
import type { Surface } from './surface.svelte.ts';

export const [useExplorer, provideExplorer] = createContext<Explorer>();
export const [useSurface, provideSurface] = createContext<Surface>();
export const [useRecordSearch, provideRecordSearch] = createContext<RecordSearch>();
