/** Keeps the address, the steps and the explorer in step: the state is in the URL, and Back is undo. */
import type { Explorer } from './explorer.svelte.ts';
import { isLong, plainQuery, shortQuery } from './long-query.ts';
import { Trail } from './trail.svelte.ts';

/** The number of the browser's present entry; 0 where the page did not make it. */
function entryNumber(): number {
  const state: unknown = history.state;
  return typeof state === 'number' && Number.isSafeInteger(state) ? state : 0;
}

/** Follows the explorer from now on; call inside a component's set-up. Returns the steps. */
export function keepAddress(explorer: Explorer): Trail {
  const trail = new Trail(explorer.query(location.search), entryNumber());
  $effect(() => {
    if (explorer.revision === 0) return;
    const step = explorer.takeStep();
    const query = explorer.query(location.search);
    if (query === trail.present) return;
    trail[step](query);
    write(step, query);
    if (!isLong(query)) return;
    void shortQuery(query).then((packed) => {
      if (trail.present === query) write('replace', packed);
    });
  });
  /** @param step 'push' for a new entry of the browser's history */
  function write(step: 'push' | 'replace', query: string): void {
    const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
    try {
      history[`${step}State`](trail.at, '', address);
    } catch {
      // a browser that is asked too often refuses for a while: the next step writes the whole state again
    }
  }
  $effect(() => {
    let latest = '';
    const restore = async () => {
      const { search } = location;
      latest = search;
      const query = await plainQuery(search);
      if (latest !== search) return; // Back was pressed again meanwhile
      explorer.restore(query);
      const present = explorer.query(search);
      if (trail.goTo(entryNumber()) !== present) trail.restart(present, entryNumber());
    };
    const onPopState = () => void restore();
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  });
  return trail;
}
