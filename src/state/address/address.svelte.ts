/** Keeps the address, the steps and the explorer in step: the state is in the URL, and Back is undo. */
import { on } from 'svelte/events';
import type { Explorer } from '../explorer.svelte.ts';
import { entryAt, keptQuery, readEntry, writeEntry, type HistoryEntry } from './history-entry.ts';
import { isLong, plainQuery, shortQuery } from './long-query.ts';
import { trailOf, type Trail } from './trail.svelte.ts';

/** Follows the explorer from now on; call inside a component's set-up. Returns the steps. */
export function keepAddress(explorer: Explorer): Trail {
  const { file } = explorer;
  const present = () => explorer.query(keptQuery(file));
  const trail = trailOf(file);
  trail.follow(present(), entryAt());
  $effect(() => {
    if (explorer.revision === 0) return;
    const step = explorer.takeStep();
    const query = present();
    if (query === trail.present) return;
    trail.visit(query, write(step, query));
    if (file || !isLong(query)) return;
    void shortQuery(query).then((packed) => {
      if (trail.present === query && readEntry(file)) write('replace', packed);
    });
  });
  /** @param step 'push' for a new entry of the browser's history */
  const write = (step: 'push' | 'replace', query: string) =>
    writeEntry(step, file, query, readEntry(file)?.hash ?? '');
  let latest: HistoryEntry | undefined;
  const restore = async () => {
    const entry = readEntry(file);
    latest = entry;
    if (!entry) return; // of another dataset, which is on its way
    const query = await plainQuery(entry.query);
    if (latest !== entry) return; // Back was pressed again meanwhile
    explorer.restore(query);
    trail.follow(present(), entry.at);
  };
  $effect(() => on(window, 'popstate', () => void restore()));
  return trail;
}
