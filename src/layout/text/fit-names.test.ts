import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitNames } from './fit-names.ts';

describe('names in a short space', () => {
  it.each([
    { names: [], room: 10, shown: [], more: 0 },
    { names: ['Austria'], room: 3, shown: ['Austria'], more: 0 },
    { names: ['Austria', 'Spain'], room: 14, shown: ['Austria', 'Spain'], more: 0 },
    { names: ['Austria', 'Spain', 'Chad'], room: 17, shown: ['Austria'], more: 2 },
    { names: ['Austria', 'Spain', 'Chad'], room: 18, shown: ['Austria', 'Spain'], more: 1 },
    { names: ['Austria', 'Spain', 'Chad'], room: 20, shown: ['Austria', 'Spain', 'Chad'], more: 0 },
  ])('$names in $room characters: $shown and $more more', ({ names, room, shown, more }) => {
    expect(fitNames(names, room)).toEqual({ shown, more });
  });

  it('loses none: those shown and those told as more are all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 12 }), fc.nat(80), (names, room) => {
        const { shown, more } = fitNames(names, room);
        expect(shown).toEqual(names.slice(0, names.length - more));
      }),
    );
  });
});
