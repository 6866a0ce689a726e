import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import type { Scene } from '../../model/scene.ts';
import { readScenes, writeScenes } from '../../model/codec/scenes-file.ts';
import { SceneStore, storageKey, type TextStorage } from './scene-store.svelte.ts';

const scene = (title: string): Scene => ({ title, text: '', notes: '', view: 'all', query: '' });
const OWN = [scene('one'), scene('two'), scene('three')];
const dataset = { ...handCounted, scenes: OWN };
const KEY = storageKey(dataset);

function memory(texts: Record<string, string> = {}): TextStorage & { texts: Record<string, string> } {
  return {
    texts,
    getItem: (key) => texts[key] ?? null,
    setItem: (key, text) => {
      texts[key] = text;
    },
    removeItem: (key) => {
      Reflect.deleteProperty(texts, key);
    },
  };
}
const closed: TextStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => undefined,
};
const titles = (store: SceneStore) => store.scenes.map(({ title }) => title).join(' ');

describe('the scenes of a browser', () => {
  it('are the dataset’s until something is changed, and stay changed', () => {
    const storage = memory();
    const store = new SceneStore(dataset, storage);
    expect([titles(store), store.canRestore, storage.texts]).toEqual(['one two three', false, {}]);
    store.move(store.scenes[2]!.id, -2);
    store.add(scene('four'));
    expect(titles(new SceneStore(dataset, storage))).toBe('three one two four');
    expect(readScenes(storage.texts[KEY]!).origin).toEqual({
      title: dataset.title,
      records: dataset.recordCount,
    });
  });

  it('can be deleted, and that can be taken back', () => {
    const storage = memory();
    const store = new SceneStore(dataset, storage);
    store.remove(store.scenes[1]!.id);
    expect([titles(store), store.undo?.words]).toEqual(['one three', '“two” was deleted.']);
    store.takeBack();
    expect([titles(store), store.undo, storage.texts]).toEqual(['one two three', null, {}]);
  });

  it('can be exchanged for a file’s and for the dataset’s own', () => {
    const storage = memory();
    const store = new SceneStore(dataset, storage);
    store.replaceBy([scene('new')]);
    expect([titles(store), store.canRestore]).toEqual(['new', true]);
    store.restore();
    expect([titles(store), store.canRestore, storage.texts]).toEqual(['one two three', false, {}]);
    store.takeBack();
    expect([titles(store), titles(new SceneStore(dataset, storage))]).toEqual(['new', 'new']);
  });

  it('keep their title where it is emptied, and texts within the limits', () => {
    const store = new SceneStore(dataset, memory());
    const { id } = store.scenes[0]!;
    store.change(id, { title: ' ', text: 'x'.repeat(2000) });
    expect([store.scenes[0]!.title, store.scenes[0]!.text.length]).toEqual(['one', 1000]);
  });

  it('last as long as the page where nothing can be kept, and it is said', () => {
    for (const storage of [closed, null]) {
      const store = new SceneStore(dataset, storage);
      store.add(scene('four'));
      expect(titles(store)).toBe('one two three four');
      expect(new SceneStore(dataset, null).notice).toMatch(/keeps nothing for this page/);
      if (storage) expect(store.notice).toMatch(/keeps nothing for this page/);
    }
  });

  it('that cannot be read are told and kept aside', () => {
    const storage = memory({ [KEY]: '{"format":"whereabouts-scenes","version":9}' });
    const store = new SceneStore(dataset, storage);
    expect(titles(store)).toBe('one two three');
    expect(store.notice).toMatch(/version is 9/);
    store.add(scene('four'));
    expect(storage.texts[`${KEY}:unreadable`]).toContain('"version":9');
  });

  it('may be any text in the storage without a fault', () => {
    const sound = writeScenes({ scenes: OWN, origin: null });
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(fc.nat(sound.length), fc.string()).map(([at, put]) => sound.slice(0, at) + put),
    );
    fc.assert(
      fc.property(text, (kept) => {
        const store = new SceneStore(dataset, memory({ [KEY]: kept }));
        expect(store.scenes.length > 0 || store.notice === '').toBe(true);
      }),
    );
  });

  it('keep every scene once, however they are moved', () => {
    const moves = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -4, max: 4 })));
    fc.assert(
      fc.property(moves, (steps) => {
        const store = new SceneStore(dataset, memory());
        const plain = store.scenes.map(({ title }) => title);
        for (const [at, by] of steps) {
          store.move(store.scenes[at]!.id, by);
          const [moved] = plain.splice(at, 1);
          plain.splice(Math.max(0, Math.min(2, at + by)), 0, moved!);
          expect(titles(store)).toBe(plain.join(' '));
        }
      }),
    );
  });

  it('of a deck are the deck’s, and touch no storage', () => {
    const storage = memory({ [KEY]: writeScenes({ scenes: [scene('kept')], origin: null }) });
    const store = new SceneStore(dataset, storage, [scene('deck')]);
    store.add(scene('more'));
    expect([titles(store), titles(new SceneStore(dataset, storage))]).toEqual(['deck more', 'kept']);
  });
});
