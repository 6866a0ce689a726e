import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelName, MOVES, notesId, readNotesMessage, type NotesMessage } from './notes-message.ts';

const STATE: NotesMessage = {
  kind: 'state',
  index: 1,
  count: 4,
  title: 'Where',
  text: 'On nine countries.',
  notes: '',
  next: null,
  startedMs: 1_700_000_000_000,
  isBlank: false,
};

describe('a message of the notes', () => {
  it.each([STATE, { kind: 'hello' }, { kind: 'over' }, ...MOVES.map((move) => ({ kind: 'move', move }))])(
    'is read as it was sent: %j',
    (message) => expect(readNotesMessage(structuredClone(message))).toEqual(message),
  );

  it.each([
    null,
    'next',
    {},
    { kind: 'move', move: 'delete' },
    { kind: 'move' },
    { ...STATE, index: 4 },
    { ...STATE, index: -1 },
    { ...STATE, index: 0.5 },
    { ...STATE, title: 7 },
    { ...STATE, notes: 'x'.repeat(10_001) },
    { ...STATE, next: undefined },
    { ...STATE, startedMs: NaN },
    { ...STATE, isBlank: 'yes' },
  ])('is nothing else: %j', (data) => expect(readNotesMessage(data)).toBeNull());

  it('may be anything without a fault', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const message = readNotesMessage(data);
        expect(message === null || typeof message.kind === 'string').toBe(true);
      }),
    );
  });
});

describe('the window with the notes', () => {
  it('is known by its address', () => {
    expect(notesId('#notes=a-1')).toBe('a-1');
    expect(channelName('a-1')).toBe('whereabouts-notes-a-1');
    for (const hash of ['', '#notes=', '#notes=a b', `#notes=${'a'.repeat(65)}`, '#present=1']) {
      expect(notesId(hash)).toBeNull();
    }
  });
});
