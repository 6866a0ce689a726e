/** How views reach the state: the explorer, the surface, the search over records and the steps, set once a dataset. */
import { createContext } from 'svelte';
import type { World } from '../layout/map/world.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { RecordSearch } from './search/record-search.svelte.ts';
import type { Surface } from './surface.svelte.ts';
import type { Trail } from './address/trail.svelte.ts';

export const [useExplorer, provideExplorer] = createContext<Explorer>();
export const [useSurface, provideSurface] = createContext<Surface>();
export const [useRecordSearch, provideRecordSearch] = createContext<RecordSearch>();
export const [useTrail, provideTrail] = createContext<Trail>();
/** The boundaries, for files: an embed of topics loads them only then. */
export const [useWorld, provideWorld] = createContext<() => Promise<World>>();

/** Takes files that somebody chose as if they were dropped on the page; null leads back to the page's own dataset. */
export const [useOpener, provideOpener] = createContext<(files: readonly File[] | null) => void>();
