/** Keeps the address, the steps and the explorer in step: the state is in the URL, and Back is undo. */
import type { Explorer } from './explorer.svelte.ts';
import { keptQuery, readEntry, writeEntry, type HistoryEntry } from './history-entry.ts';
import { isLong, plainQuery, shortQuery } from './long-query.ts';
import { Trail } from './trail.svelte.ts';

/** Follows the explorer from now on; call inside a component's set-up. Returns the steps. */
export function keepAddress(explorer: Explorer): Trail {
  const { file } = explorer;
  const trail = new Trail(explorer.query(keptQuery(file)), readEntry(file)?.at ?? 0);
  $effect(() => {
    if (explorer.revision === 0) return;
    const step = explorer.takeStep();
    const query = explorer.query(keptQuery(file));
    if (query === trail.present) return;
    trail[step](query);
    write(step, query);
    if (file || !isLong(query)) return;
    void shortQuery(query).then((packed) => {
      if (trail.present === query && readEntry(file)) write('replace', packed);
    });
  });
  /** @param step 'push' for a new entry of the browser's history */
  function write(step: 'push' | 'replace', query: string): void {
    writeEntry(step, file, { at: trail.at, query, hash: readEntry(file)?.hash ?? '' });
  }
  $effect(() => {
    let latest: HistoryEntry | undefined;
    const restore = async () => {
      const entry = readEntry(file);
      latest = entry;
      if (!entry) return; // of another dataset, which is on its way
      const query = await plainQuery(entry.query);
      if (latest !== entry) return; // Back was pressed again meanwhile
      explorer.restore(query);
      const present = explorer.query(keptQuery(file));
      if (trail.goTo(entry.at) !== present) trail.restart(present, entry.at);
    };
    const onPopState = () => void restore();
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  });
  return trail;
}
