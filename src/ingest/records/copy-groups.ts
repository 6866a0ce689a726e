/**
 * Which records are copies of one: they have a key in common, and what is known of their addresses and years does not
 * say that they are two works, as the reports of two years are.
 */
import type { FacetId } from '../../model/dataset.ts';
import type { ReadRecord } from './record-rows.ts';

/** Index of a record. */
type Index = number;

/** Records in groups, each by the index of its first one; the indexes rise. */
export interface CopyGroups {
  readonly groups: ReadonlyMap<Index, readonly ReadRecord[]>;
  /** First records of groups that are no copies of an earlier record, though they have a key in common. */
  readonly apart: readonly Apart[];
}

/** A record that is kept apart from an earlier one. */
export interface Apart {
  readonly record: ReadRecord;
  readonly from: ReadRecord;
  /** What tells it from that one and its copies. */
  readonly by: 'address' | 'year';
}

/** What is known of where and when a work appeared. */
interface Issue {
  readonly url: string | undefined;
  /** Mostly one. */
  readonly years: readonly string[];
}

/** It is of one work, while other addresses may be those of a series. */
const DOI = 'https://doi.org/';

/** What is known of two together; undefined where they are two works. */
function joined(a: Issue, b: Issue): Issue | undefined {
  if (a.url !== undefined && b.url !== undefined && a.url !== b.url) return undefined;
  const url = a.url ?? b.url;
  if (a.years.length === 0 || b.years.length === 0) return { url, years: [...a.years, ...b.years] };
  const years = a.years.filter((year) => b.years.includes(year));
  return years.length > 0 ? { url, years } : undefined;
}

/** Of each record; what one of a DOI's records says, all of them say. */
function issuesOf(records: readonly ReadRecord[], yearFacet: FacetId | undefined): Issue[] {
  const yearsByDoi = new Map<string, Set<string>>();
  const issues = records.map(({ url, facets }): Issue => {
    const tags = yearFacet === undefined ? undefined : facets[yearFacet]?.tags;
    const years = tags?.flatMap(({ path }) => path.at(-1) ?? []) ?? [];
    if (url?.startsWith(DOI) !== true) return { url, years };
    yearsByDoi.set(url, new Set([...(yearsByDoi.get(url) ?? []), ...years]));
    return { url, years };
  });
  return issues.map(({ url, years }) => ({ url, years: [...(yearsByDoi.get(url ?? '') ?? years)] }));
}

/** Records with one key: of those of a group about which the same is known only the first one. */
interface Keyed {
  readonly byIssue: Map<string, Index>;
  readonly byUrl: Map<string, Index[]>;
  readonly withoutUrl: Index[];
  readonly all: Index[];
}

/** Puts records into groups; linear where few of one key differ. */
export class CopyGrouper {
  readonly #records: readonly ReadRecord[];
  readonly #parent: Index[];
  /** What is known of a group, by its first record. */
  readonly #issues: Issue[];
  readonly #byKey = new Map<string, Keyed>();
  /** By the later record. */
  readonly #apart = new Map<Index, { readonly from: Index; readonly by: Apart['by'] }>();

  /** @param yearFacet whose tags say when a work appeared */
  constructor(records: readonly ReadRecord[], yearFacet: FacetId | undefined) {
    this.#records = records;
    this.#parent = records.map((_, i) => i);
    this.#issues = issuesOf(records, yearFacet);
  }

  /** Adds the next record's key, or one of them. */
  add(record: Index, key: string): void {
    const own = this.#issues[record]!;
    const issue = [own.url ?? '', ...own.years].join('\n');
    const keyed = this.#keyed(key);
    const same = keyed.byIssue.get(issue);
    if (same !== undefined && this.#join(same, record)) return;
    const others =
      own.url === undefined ? keyed.all : [...(keyed.byUrl.get(own.url) ?? []), ...keyed.withoutUrl];
    const [first] = keyed.all;
    const isJoined = others.some((other) => this.#join(other, record));
    if (!isJoined && first !== undefined) {
      const { url } = this.#issues[this.#root(first)]!;
      const isElsewhere = url !== undefined && own.url !== undefined && url !== own.url;
      this.#apart.set(record, { from: first, by: isElsewhere ? 'address' : 'year' });
    }
    if (same === undefined) keyed.byIssue.set(issue, record);
    else if (isJoined) return;
    // it stands for a group of its own, to which another key has led it
    keyed.all.push(record);
    if (own.url === undefined) keyed.withoutUrl.push(record);
    else {
      const ofUrl = keyed.byUrl.get(own.url);
      if (ofUrl === undefined) keyed.byUrl.set(own.url, [record]);
      else ofUrl.push(record);
    }
  }

  /** All of them. */
  finish(): CopyGroups {
    const groups = new Map<Index, ReadRecord[]>();
    this.#records.forEach((record, i) => {
      const group = groups.get(this.#root(i));
      if (group === undefined) groups.set(this.#root(i), [record]);
      else group.push(record);
    });
    // others were found to be copies after all
    const apart = [...this.#apart].filter(([record]) => this.#root(record) === record);
    const recordAt = (i: Index) => this.#records[i]!;
    return {
      groups,
      apart: apart.map(([record, { from, by }]) => ({ record: recordAt(record), from: recordAt(from), by })),
    };
  }

  #keyed(key: string): Keyed {
    let keyed = this.#byKey.get(key);
    if (keyed === undefined) {
      this.#byKey.set(key, (keyed = { byIssue: new Map(), byUrl: new Map(), withoutUrl: [], all: [] }));
    }
    return keyed;
  }

  #root(i: Index): Index {
    while (this.#parent[i] !== i) {
      this.#parent[i] = this.#parent[this.#parent[i]!]!;
      i = this.#parent[i]!;
    }
    return i;
  }

  /** Makes one group of those of two records; false where they are two works. */
  #join(a: Index, b: Index): boolean {
    const roots = [this.#root(a), this.#root(b)] as const;
    const [first, second] = [Math.min(...roots), Math.max(...roots)];
    if (first === second) return true;
    const issue = joined(this.#issues[first]!, this.#issues[second]!);
    if (issue === undefined) return false;
    this.#issues[first] = issue;
    this.#parent[second] = first;
    return true;
  }
}
