/** Names that may be one person's, found in a dataset: suggested, with a reason, and never merged by themselves. */
import { authorsOf, type Dataset } from '../../model/dataset.ts';
import { DUPLICATES_SHOWN } from '../../model/limits.ts';
import {
  DUPLICATE_STRENGTHS,
  type DuplicateStrength,
  type LikelyDuplicate,
  type LikelyDuplicates,
} from '../../model/report.ts';
import { alikePairs, type AlikePair } from './alike-authors.ts';
import { isPersonWord } from './author-list.ts';
import { comparableName, isShortFor, type ComparableName } from './author-likeness.ts';
import { nameText, type AuthorNames } from './author-names.ts';
import { meetingNames } from './meeting-names.ts';
import { differenceInWords } from './name-difference.ts';
import { SharedWork } from './shared-work.ts';
import { byCodeUnits } from '../columns/text-keys.ts';

/** Where more fuller names fit an abbreviated one, only people who wrote with both tell which it is. */
const MOST_THAT_FIT = 4;

/** A suggestion with what it is ranked by. */
interface Ranked extends LikelyDuplicate {
  readonly sharedCoauthors: number;
  readonly records: number;
}

/** Two alike names that no record names together. */
interface Candidate extends AlikePair {
  readonly sharedCoauthors: number;
}

/** Records by whose bylines and ids names are judged. */
export type Works = Pick<Dataset, 'recordCount'> & {
  readonly records: Pick<Dataset['records'], 'author' | 'authorOffset'>;
  /** For suggestions that concern one record. */
  readonly idOf: (record: number) => string;
};

/** Names by author, of those that may be like another. */
type Comparables = ReadonlyMap<number, ComparableName>;

/**
 * Finds them: what most speaks for comes first, the count tells how many there are beyond the list.
 * @param isSettled whether a suggestion was answered already; such are left out and not counted
 */
export function likelyDuplicates(
  names: AuthorNames,
  works: Works,
  isSettled: (suggestion: LikelyDuplicate) => boolean = () => false,
): LikelyDuplicates {
  const meeting = meetingNames(names);
  const compared = meeting.map((id) => comparableName(names.family(id), names.given(id)));
  const byId: Comparables = new Map(compared.map((name, i) => [meeting[i]!, name]));
  const work = new SharedWork(works.records, names.length);
  const candidates = alikePairs(compared)
    .map((pair) => ({ ...pair, a: meeting[pair.a]!, b: meeting[pair.b]! }))
    .filter(({ a, b }) => !work.isNamedWith(a, b))
    .map((pair): Candidate => ({ ...pair, sharedCoauthors: work.sharedCoauthors(pair.a, pair.b) }));
  const judge = new Judge(names, byId, work, countFitting(candidates, byId));
  const found = [...candidates.flatMap((each) => judge.judge(each) ?? []), ...cutNames(names, works, work)];
  const open = found.filter((each) => !isSettled(each)).sort(byRank);
  return { count: open.length, shown: open.slice(0, DUPLICATES_SHOWN).map(withoutRank) };
}

const withoutRank = ({ strength, names, sameAs, record, reason }: Ranked): LikelyDuplicate => ({
  strength,
  names,
  sameAs,
  record,
  reason,
});

const rankOf = (strength: DuplicateStrength) => DUPLICATE_STRENGTHS.indexOf(strength);

function byRank(a: Ranked, b: Ranked): number {
  return (
    rankOf(a.strength) - rankOf(b.strength) ||
    b.sharedCoauthors - a.sharedCoauthors ||
    b.records - a.records ||
    byCodeUnits(a.sameAs, b.sameAs) ||
    byCodeUnits(a.names[0]!, b.names[0]!) ||
    byCodeUnits(a.record, b.record)
  );
}

/** By author whose name is shortened, how many fuller names fit it. */
function countFitting(candidates: readonly Candidate[], names: Comparables) {
  const fitting = new Map<number, number>();
  for (const { a, b, likeness } of candidates) {
    if (likeness !== 'initials' && likeness !== 'middle') continue;
    const short = shorterOf(a, b, names);
    fitting.set(short, (fitting.get(short) ?? 0) + 1);
  }
  return fitting;
}

function shorterOf(a: number, b: number, names: Comparables): number {
  return isShortFor(names.get(a)!.given, names.get(b)!.given) ? a : b;
}

/** Says how much speaks for a pair, and why. */
class Judge {
  readonly #written: AuthorNames;
  readonly #names: Comparables;
  readonly #work: SharedWork;
  readonly #fitting: ReadonlyMap<number, number>;

  constructor(
    written: AuthorNames,
    names: Comparables,
    work: SharedWork,
    fitting: ReadonlyMap<number, number>,
  ) {
    this.#written = written;
    this.#names = names;
    this.#work = work;
    this.#fitting = fitting;
  }

  /** The suggestion, or undefined where too little speaks for it. */
  judge({ a, b, likeness, sharedCoauthors }: Candidate): Ranked | undefined {
    const isShortened = likeness === 'initials' || likeness === 'middle';
    const short = isShortened ? shorterOf(a, b, this.#names) : this.#lesser(a, b);
    const full = short === a ? b : a;
    const fit = isShortened ? this.#fitting.get(short)! : 1;
    const strength = isShortened
      ? this.#strengthOfShort(short, likeness, fit, sharedCoauthors)
      : this.#strengthOfWhole(short, likeness, sharedCoauthors);
    if (strength === undefined) return undefined;
    const [name, sameAs] = [nameText(this.#written, short), nameText(this.#written, full)];
    const reasons = [REASON[likeness] ?? `the same name but for ${differenceInWords(name, sameAs)}`];
    if (fit > 1) reasons.push(`${fit} fuller names fit`);
    reasons.push(coauthorsInWords(sharedCoauthors));
    return {
      strength,
      names: [name],
      sameAs,
      record: '',
      reason: reasons.join('; '),
      sharedCoauthors,
      records: this.#work.recordCount(a) + this.#work.recordCount(b),
    };
  }

  #strengthOfShort(
    short: number,
    likeness: 'initials' | 'middle',
    fit: number,
    shared: number,
  ): DuplicateStrength | undefined {
    if (shared > 0) return fit === 1 ? 'strong' : 'likely';
    if (fit > MOST_THAT_FIT) return undefined;
    // one initial beside a common family name fits many people
    const saysMore = likeness === 'middle' || this.#names.get(short)!.given.length > 1;
    return fit === 1 && saysMore ? 'likely' : 'weak';
  }

  #strengthOfWhole(author: number, likeness: AlikePair['likeness'], shared: number): DuplicateStrength {
    if (shared > 0) return 'strong';
    const { given } = this.#names.get(author)!;
    const isInitials = given.length > 0 && given.every((word) => word.length === 1);
    return likeness === 'order' || isInitials ? 'likely' : 'strong';
  }

  /** The name with fewer records; of two with as many the plainer, the shorter, the later one. */
  #lesser(a: number, b: number): number {
    const [nameA, nameB] = [nameText(this.#written, a), nameText(this.#written, b)];
    const order =
      this.#work.recordCount(a) - this.#work.recordCount(b) ||
      marksIn(nameA) - marksIn(nameB) ||
      nameA.length - nameB.length ||
      byCodeUnits(nameB, nameA);
    return order < 0 ? a : b;
  }
}

const REASON: Readonly<Partial<Record<AlikePair['likeness'], string>>> = {
  umlaut: 'the same name with an umlaut written out',
  order: 'the same words in another order',
  middle: 'the same first name; one leaves out or shortens what follows',
  initials: 'the same family name, and initials that fit',
};

const marksIn = (name: string) => name.replace(/[\0-\x7f]/g, '').length;

function coauthorsInWords(shared: number): string {
  if (shared === 0) return 'no co-author in common';
  return shared === 1 ? '1 co-author in common' : `${shared} co-authors in common`;
}

/** Two single names in a row that read as one person's name cut in two: "Michael", "Pokorny". */
function cutNames(names: AuthorNames, { records, recordCount, idOf }: Works, work: SharedWork): Ranked[] {
  const isWord = personWords(names);
  const cuts: { readonly record: number; readonly words: readonly string[] }[] = [];
  for (let record = 0; record < recordCount; record++) {
    const byline = authorsOf(records, record);
    for (let i = 0; i + 1 < byline.length; i++) {
      const [first, second] = [byline[i]!, byline[i + 1]!];
      if (isWord[first] !== 1 || isWord[second] !== 1) continue;
      if (isWord[byline[i - 1] ?? -1] === 1 || isWord[byline[i + 2] ?? -1] === 1) continue;
      cuts.push({ record, words: [names.family(first), names.family(second)] });
    }
  }
  const known = cuts.length === 0 ? new Map<string, number>() : idsByName(names);
  return cuts.map(({ record, words }): Ranked => {
    const readings = [`${words[1]!}, ${words[0]!}`, `${words[0]!}, ${words[1]!}`];
    const sameAs = readings.find((reading) => known.has(reading));
    return {
      strength: sameAs === undefined ? 'likely' : 'strong',
      names: words,
      sameAs: sameAs ?? readings[0]!,
      record: idOf(record),
      reason: `two single names in a row on one record${sameAs === undefined ? '' : '; together they are a name that is there'}`,
      sharedCoauthors: 0,
      records: 1 + (sameAs === undefined ? 0 : work.recordCount(known.get(sameAs)!)),
    };
  });
}

/** By author 1 where a single name looks like one word of a person's name. */
function personWords(names: AuthorNames): Uint8Array {
  const isWord = new Uint8Array(names.length);
  for (let id = 0; id < isWord.length; id++) {
    if (!names.hasGiven(id) && isPersonWord({ family: names.family(id), given: null })) isWord[id] = 1;
  }
  return isWord;
}

function idsByName(names: AuthorNames): Map<string, number> {
  const ids = new Map<string, number>();
  for (let id = 0; id < names.length; id++) ids.set(nameText(names, id), id);
  return ids;
}
