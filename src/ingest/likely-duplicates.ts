/** Names that may be one person's, found in a dataset: suggested, with a reason, and never merged by themselves. */
import { authorKey, authorsOf, type Dataset } from '../model/dataset.ts';
import { DUPLICATES_SHOWN } from '../model/limits.ts';
import {
  DUPLICATE_STRENGTHS,
  type DuplicateStrength,
  type LikelyDuplicate,
  type LikelyDuplicates,
} from '../model/report.ts';
import { alikePairs, type AlikePair } from './alike-authors.ts';
import { isPersonWord } from './author-list.ts';
import { comparableName, isShortFor, type ComparableName } from './author-likeness.ts';
import { differenceInWords } from './name-difference.ts';
import { SharedWork } from './shared-work.ts';
import { byCodeUnits } from './text-keys.ts';

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

/**
 * Finds them: what most speaks for comes first, the count tells how many there are beyond the list.
 * @param isSettled whether a suggestion was answered already; such are left out and not counted
 */
export function likelyDuplicates(
  dataset: Dataset,
  isSettled: (suggestion: LikelyDuplicate) => boolean = () => false,
): LikelyDuplicates {
  const { family, given } = dataset.authors;
  const names = family.map((each, id) => comparableName(each, given[id]!));
  const work = new SharedWork(dataset.records, family.length);
  const candidates = alikePairs(names)
    .filter(({ a, b }) => !work.isNamedWith(a, b))
    .map((pair): Candidate => ({ ...pair, sharedCoauthors: work.sharedCoauthors(pair.a, pair.b) }));
  const fitting = countFitting(candidates, names);
  const judge = new Judge(dataset, names, work, fitting);
  const found = [...candidates.flatMap((each) => judge.judge(each) ?? []), ...cutNames(dataset, work)];
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
function countFitting(candidates: readonly Candidate[], names: readonly ComparableName[]) {
  const fitting = new Map<number, number>();
  for (const { a, b, likeness } of candidates) {
    if (likeness !== 'initials' && likeness !== 'middle') continue;
    const short = shorterOf(a, b, names);
    fitting.set(short, (fitting.get(short) ?? 0) + 1);
  }
  return fitting;
}

function shorterOf(a: number, b: number, names: readonly ComparableName[]): number {
  return isShortFor(names[a]!.given, names[b]!.given) ? a : b;
}

/** Says how much speaks for a pair, and why. */
class Judge {
  readonly #dataset: Dataset;
  readonly #names: readonly ComparableName[];
  readonly #work: SharedWork;
  readonly #fitting: ReadonlyMap<number, number>;

  constructor(
    dataset: Dataset,
    names: readonly ComparableName[],
    work: SharedWork,
    fitting: ReadonlyMap<number, number>,
  ) {
    this.#dataset = dataset;
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
    const { authors } = this.#dataset;
    const [name, sameAs] = [authorKey(authors, short), authorKey(authors, full)];
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
    const saysMore = likeness === 'middle' || this.#names[short]!.given.length > 1;
    return fit === 1 && saysMore ? 'likely' : 'weak';
  }

  #strengthOfWhole(author: number, likeness: AlikePair['likeness'], shared: number): DuplicateStrength {
    if (shared > 0) return 'strong';
    const { given } = this.#names[author]!;
    const isInitials = given.length > 0 && given.every((word) => word.length === 1);
    return likeness === 'order' || isInitials ? 'likely' : 'strong';
  }

  /** The name with fewer records; of two with as many the plainer, the shorter, the later one. */
  #lesser(a: number, b: number): number {
    const { authors } = this.#dataset;
    const [nameA, nameB] = [authorKey(authors, a), authorKey(authors, b)];
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
function cutNames({ authors, records, recordCount }: Dataset, work: SharedWork): Ranked[] {
  const found: Ranked[] = [];
  const known = new Map(authors.family.map((_, id) => [authorKey(authors, id), id]));
  const isWord = authors.family.map((family, id) => isPersonWord({ family, given: authors.given[id]! }));
  for (let record = 0; record < recordCount; record++) {
    const byline = authorsOf(records, record);
    for (let i = 0; i + 1 < byline.length; i++) {
      const [first, second] = [byline[i]!, byline[i + 1]!];
      const isRunOfTwo = isWord[byline[i - 1] ?? -1] !== true && isWord[byline[i + 2] ?? -1] !== true;
      if (!isWord[first] || !isWord[second] || !isRunOfTwo) continue;
      const names = [authors.family[first]!, authors.family[second]!];
      const readings = [`${names[1]!}, ${names[0]!}`, `${names[0]!}, ${names[1]!}`];
      const sameAs = readings.find((reading) => known.has(reading));
      found.push({
        strength: sameAs === undefined ? 'likely' : 'strong',
        names,
        sameAs: sameAs ?? readings[0]!,
        record: records.id[record]!,
        reason: `two single names in a row on one record${sameAs === undefined ? '' : '; together they are a name that is there'}`,
        sharedCoauthors: 0,
        records: 1 + (sameAs === undefined ? 0 : work.recordCount(known.get(sameAs)!)),
      });
    }
  }
  return found;
}
