/** A name that is written on two lines, or of which only the beginning has room. */

/** Width of a text, px. */
export type Measure = (text: string) => number;

/** Lines of type and the width of the longest, px. */
export interface Lines {
  readonly lines: readonly string[];
  readonly widthPx: number;
}

const ELLIPSIS = '…';

/** By measure, then by text: arcs change with each click, the names on them seldom. */
const namesByMeasure = new WeakMap<Measure, Map<string, BrokenName>>();

/** The name, whose characters are measured once. */
export function knownName(text: string, measure: Measure): BrokenName {
  let known = namesByMeasure.get(measure);
  if (!known) namesByMeasure.set(measure, (known = new Map<string, BrokenName>()));
  let name = known.get(text);
  if (!name) known.set(text, (name = new BrokenName(text, measure)));
  return name;
}

/** Whether a line tells only the beginning of a name. */
export const isCut = (line: string): boolean => line.endsWith(ELLIPSIS);

class BrokenName {
  /** Characters, and where each ends on a line, px: by their own widths, kerning shared out evenly. */
  readonly #characters: readonly string[];
  readonly #ends: readonly number[];
  readonly #ellipsisPx: number;
  /** Where a second line may begin, after a blank. */
  readonly #breaks: readonly number[];
  #halves: Lines | null | undefined;

  constructor(text: string, measure: Measure) {
    this.#characters = Array.from(text);
    let end = 0;
    const ends = this.#characters.map((character) => (end += measure(character)));
    const kerning = end > 0 ? measure(text) / end : 1;
    this.#ends = ends.map((at) => at * kerning);
    this.#ellipsisPx = measure(ELLIPSIS);
    this.#breaks = this.#characters.flatMap((character, i) => (character === ' ' ? [i + 1] : []));
  }

  /** Whole on the two lines of which the longer is shortest; null where it is one word. */
  get halves(): Lines | null {
    if (this.#halves !== undefined) return this.#halves;
    const at = this.#breakFor(Infinity, Infinity);
    this.#halves = at === null ? null : { lines: this.#twoLines(at), widthPx: this.#longer(at) };
    return this.#halves;
  }

  /** Whole on two lines of such widths, px, at the break that leaves the shortest longer line; null without room. */
  inTwo(firstPx: number, secondPx: number): string[] | null {
    const at = this.#breakFor(firstPx, secondPx);
    return at === null ? null : this.#twoLines(at);
  }

  /** On two lines of such widths, px, of which the second tells only a beginning; null as with {@link cut}. */
  inTwoCut(firstPx: number, secondPx: number): string[] | null {
    let last: number | null = null;
    for (const at of this.#breaks) if (this.#width(0, at - 1) <= firstPx) last = at;
    const rest = last === null ? null : this.#cut(last, secondPx);
    return rest === null ? null : [this.#text(0, last! - 1), rest];
  }

  /** Its beginning on a line of such a width, px; null where that would tell less than half of the name. */
  cut(roomPx: number): string | null {
    return this.#cut(0, roomPx);
  }

  #breakFor(firstPx: number, secondPx: number): number | null {
    const { length } = this.#characters;
    let best: number | null = null;
    for (const at of this.#breaks) {
      if (this.#width(0, at - 1) > firstPx) break;
      if (this.#width(at, length) > secondPx) continue;
      if (best === null || this.#longer(at) < this.#longer(best)) best = at;
    }
    return best;
  }

  #twoLines(at: number): string[] {
    return [this.#text(0, at - 1), this.#text(at, this.#characters.length)];
  }

  /** From a character on, as far as there is room. */
  #cut(from: number, roomPx: number): string | null {
    const { length } = this.#characters;
    let to = length;
    while (to > from && this.#width(from, to) + this.#ellipsisPx > roomPx) to -= 1;
    if (to < length / 2 || to - from < 2) return null;
    return this.#text(from, to).trimEnd() + ELLIPSIS;
  }

  #longer(at: number): number {
    return Math.max(this.#width(0, at - 1), this.#width(at, this.#characters.length));
  }

  #width(from: number, to: number): number {
    return (this.#ends[to - 1] ?? 0) - (this.#ends[from - 1] ?? 0);
  }

  #text(from: number, to: number): string {
    return this.#characters.slice(from, to).join('');
  }
}
