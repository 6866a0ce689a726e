/** The views, each loaded where it is drawn: a map's embed needs no graph and no list. */
import type { Component } from 'svelte';
import type { WorldTopology } from '../model/boundary-files.ts';
import type { EmbedView } from '../share/embed-options.ts';

/** What each view is given; it takes what it needs. */
export interface ViewProps {
  readonly worldFile: WorldTopology | null;
  /** Whether thresholds are shown. */
  readonly controls: boolean;
}

export type LoadedView = Component<ViewProps>;

/** The component that shows a view, from its own script. Some take no properties: what they are given is ignored. */
export async function loadView(view: EmbedView, controls: boolean): Promise<LoadedView> {
  switch (view) {
    case 'map':
      return controls
        ? (await import('./EmbedMapControls.svelte')).default
        : (await import('./EmbedMap.svelte')).default;
    case 'topics':
      return (await import('./EmbedTopics.svelte')).default;
    case 'coauthors':
      return withoutProps((await import('../views/coauthors/CoauthorGraph.svelte')).default);
    case 'records':
      return withoutProps((await import('../views/records/RecordList.svelte')).default);
    case 'time':
      return withoutProps(await (await import('./load-time.ts')).loadTime());
    case 'all':
      return (await import('./EmbedAll.svelte')).default;
  }
}

/** What stands above a view with controls, loaded with it, so that it does not push the view down later. */
export async function loadControls() {
  const [{ default: Controls }, { openSearch }] = await Promise.all([
    import('./EmbedControls.svelte'),
    import('./open-search.ts'),
  ]);
  return { Controls, openSearch };
}

export type LoadedControls = Awaited<ReturnType<typeof loadControls>>;

/** A view that takes no properties ignores those that it is given. */
const withoutProps = (view: unknown) => view as LoadedView;
