import { describe, expect, it } from 'vitest';
import { DUPLICATES_SHOWN } from '../../model/limits.ts';
import { ingestTexts } from '../ingest.ts';

/** Suggestions for records given by their author lines. */
function suggested(...bylines: string[]) {
  const records = bylines.map(
    (byline, i) =>
      `A title with the number ${i}\n${byline}\nWe do what the title says, and we say how well it is done.\n`,
  );
  return ingestTexts([{ name: 'r.txt', text: `q\n${records.join('')}` }]).report.likelyDuplicates!;
}

const short = (found: ReturnType<typeof suggested>) =>
  found.shown.map(({ strength, names, sameAs, reason }) => [strength, names.join(' + '), sameAs, reason]);

describe('likely duplicates', () => {
  it('of initials are strong with a co-author in common, and weak without', () => {
    expect(short(suggested('Pokorny, M., Li, Na', 'Pokorny, Michael, Li, Na'))).toEqual([
      [
        'strong',
        'Pokorny, M.',
        'Pokorny, Michael',
        'the same family name, and initials that fit; 1 co-author in common',
      ],
    ]);
    expect(short(suggested('Wang, W., Li, Na', 'Wang, Wei, Hu, Bo'))).toEqual([
      [
        'weak',
        'Wang, W.',
        'Wang, Wei',
        'the same family name, and initials that fit; no co-author in common',
      ],
    ]);
    expect(short(suggested('Pokorny, M. J., Li, Na', 'Pokorny, Michael James, Hu, Bo'))[0]![0]).toBe(
      'likely',
    );
  });

  it('of an initial that several names fit say so, and more than four only with a co-author in common', () => {
    const two = suggested('Wang, W., Li, Na', 'Wang, Wei, Hu, Bo', 'Wang, Wen, Hu, Bo');
    expect(short(two)).toEqual([
      [
        'weak',
        'Wang, W.',
        'Wang, Wei',
        'the same family name, and initials that fit; 2 fuller names fit; no co-author in common',
      ],
      [
        'weak',
        'Wang, W.',
        'Wang, Wen',
        'the same family name, and initials that fit; 2 fuller names fit; no co-author in common',
      ],
    ]);
    const wangs = ['Wei', 'Wen', 'Wan', 'Wu', 'Wo'].map((given) => `Wang, ${given}, Hu, Bo`);
    expect(suggested('Wang, W., Li, Na', ...wangs).count).toBe(0);
    expect(short(suggested('Wang, W., Li, Na', ...wangs, 'Wang, Wo, Li, Na'))).toEqual([
      [
        'likely',
        'Wang, W.',
        'Wang, Wo',
        'the same family name, and initials that fit; 5 fuller names fit; 1 co-author in common',
      ],
    ]);
  });

  it('are never two names of one record', () => {
    expect(suggested('Smith, J., Smith, John', 'Smith, John, Li, Na', 'Smith, J., Li, Na').count).toBe(0);
    expect(suggested('Müller, Jo, Muller, Jo').count).toBe(0);
  });

  it('of spelling keep the name with more records, else the one with its accents', () => {
    expect(short(suggested('Muller, Jo, Li, Na', 'Müller, Jo, Hu, Bo'))).toEqual([
      ['strong', 'Muller, Jo', 'Müller, Jo', 'the same name but for accents; no co-author in common'],
    ]);
    expect(
      short(suggested('Muller, Jo, Li, Na', 'Müller, Jo, Hu, Bo', 'Muller, Jo, Xu, Ping'))[0]!.slice(1, 3),
    ).toEqual(['Müller, Jo', 'Muller, Jo']);
    expect(short(suggested('Wang, W., Li, Na', 'Wang, W, Hu, Bo'))[0]![0]).toBe('likely');
  });

  it('of order are likely', () => {
    expect(short(suggested('Wei, Wang, Li, Na', 'Wang, Wei, Hu, Bo'))).toEqual([
      ['likely', 'Wei, Wang', 'Wang, Wei', 'the same words in another order; no co-author in common'],
    ]);
  });

  it('of a name cut in two are bound to its record, and surer where the whole name is there', () => {
    const found = suggested('Michael, null, Pokorny, null, Li, Na');
    expect(found.shown[0]).toMatchObject({
      strength: 'likely',
      names: ['Michael', 'Pokorny'],
      sameAs: 'Pokorny, Michael',
    });
    expect(found.shown[0]!.record).toMatch(/^[0-9a-z]{10}$/);
    const known = suggested('Michael, null, Pokorny, null, Li, Na', 'Michael, Pokorny, Hu, Bo');
    expect(known.shown[0]).toMatchObject({ strength: 'strong', sameAs: 'Michael, Pokorny' });
    expect(suggested('Ann, null, Bo, null, Cy, null, Li, Na').count).toBe(0);
    expect(suggested('OpenAI, null, Pokorny, null, Li, Na').count).toBe(0);
  });

  it('are counted beyond those that are listed, the strongest first', () => {
    const pairs = Array.from({ length: DUPLICATES_SHOWN + 5 }, (_, i) => {
      const family = `Fam${'abcdefghijklmnopqrst'[i % 20]!}${'abcdefghijklmnopqrst'[Math.floor(i / 20)]!}`;
      return [`${family}, Jo, Li, Na`, `${family}, J., Hu, Bo`];
    }).flat();
    const found = suggested(...pairs, 'Zoë, Jo, Li, Na', 'Zoe, Jo, Hu, Bo');
    expect([found.count, found.shown.length]).toEqual([DUPLICATES_SHOWN + 6, DUPLICATES_SHOWN]);
    expect(found.shown[0]!.sameAs).toBe('Zoë, Jo');
  });
});
