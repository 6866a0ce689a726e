/** Keeps the address and the explorer in step: the state is in the URL, and Back is undo. */
import type { Explorer } from './explorer.svelte.ts';

/** Follows the explorer from now on; call inside a component's set-up. */
export function keepAddress(explorer: Explorer): void {
  $effect(() => {
    if (explorer.revision === 0) return;
    const present = location.search.replace(/^\?/, '');
    const query = explorer.query(present);
    if (query === present) return;
    const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
    if (explorer.lastStep === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  });
  $effect(() => {
    const restore = () => explorer.restore(location.search);
    addEventListener('popstate', restore);
    return () => removeEventListener('popstate', restore);
  });
}
