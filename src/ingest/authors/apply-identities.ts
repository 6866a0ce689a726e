/** Merges and splits the authors of a dataset as a list of identities says; records, ids and passages stay as they are. */
import type { AuthorColumns, Dataset, RecordColumns } from '../../model/dataset.ts';
import { authorsOf } from '../../model/dataset.ts';
import { excerpt, type Problem } from '../../model/problem.ts';
import type { IdentityAccount } from '../../model/report.ts';
import { NameChains, type AuthorIdentities, type IdentityRow } from './author-identities.ts';
import { authorKeyOf, authorOfKey } from '../parsed-author.ts';
import { byCodeUnits } from '../columns/text-keys.ts';
import { titleKey } from '../columns/title-key.ts';

/** What a list made of a dataset's authors. */
export interface AppliedIdentities {
  readonly authors: AuthorColumns;
  readonly records: RecordColumns;
  /** Undefined where nothing changed. */
  readonly account: IdentityAccount | undefined;
  /** Rows that name somebody or something that is not there, or change nothing. */
  readonly problems: readonly Problem[];
}

/** Applies a list. An author whom a byline names twice after a merge stands there once, at the first place. */
export function applyIdentities(dataset: Dataset, identities: AuthorIdentities): AppliedIdentities {
  // the list that comes with the project is empty: everybody stays, without looking at each of them
  if (identities.everywhere.length === 0 && identities.inRecord.length === 0) {
    return { authors: dataset.authors, records: dataset.records, account: undefined, problems: [] };
  }
  const { family, given } = dataset.authors;
  const keys = family.map((name, id) => authorKeyOf({ family: name, given: given[id]! }));
  const ends = new Ends(keys, identities);
  const special = new RecordRows(dataset, keys, ends, identities);
  const bylines = rewrite(dataset.records, ends.endOfAuthor, special.targets);
  const formsByName = formsOf(dataset.records, keys, bylines);
  const names = [...formsByName.keys()].sort(byCodeUnits);
  const idByName = new Map(names.map((name, id) => [name, id]));
  const authors = columnsOf(names, formsByName);
  const problems = [...ends.unused(identities), ...special.problems].sort((a, b) => a.line - b.line);
  const account = accountOf(identities.file, formsByName, new Set(keys));
  return {
    authors: account === undefined ? dataset.authors : authors,
    records: account === undefined ? dataset.records : withBylines(dataset.records, bylines, idByName),
    account,
    problems,
  };
}

/** Where each author of the dataset leads in every record that says nothing else. */
class Ends {
  /** Key by author id. */
  readonly endOfAuthor: readonly string[];
  readonly #chains = new NameChains();
  readonly #keys: ReadonlySet<string>;

  constructor(keys: readonly string[], { everywhere }: AuthorIdentities) {
    for (const { name, sameAs } of everywhere) {
      this.#chains.link(authorKeyOf(name), authorKeyOf(sameAs!));
    }
    this.#keys = new Set(keys);
    this.endOfAuthor = keys.map((key) => this.#chains.end(key));
  }

  end(key: string): string {
    return this.#chains.end(key);
  }

  /** Rows whose name no record writes and no row leads to. */
  unused({ file, everywhere, inRecord }: AuthorIdentities): Problem[] {
    const reached = new Set(this.#keys);
    for (const { sameAs } of [...everywhere, ...inRecord]) {
      if (sameAs !== undefined) reached.add(authorKeyOf(sameAs));
    }
    return everywhere
      .filter(({ name }) => !reached.has(authorKeyOf(name)))
      .map((row) => unused(file, row, 'no record names this author; the line changes nothing'));
  }
}

/** By record and then by author id, the key of who is meant. */
type Targets = ReadonlyMap<number, ReadonlyMap<number, string>>;

class RecordRows {
  readonly targets = new Map<number, Map<number, string>>();
  readonly problems: Problem[] = [];
  readonly #dataset: Dataset;
  readonly #ends: Ends;
  readonly #idByKey: ReadonlyMap<string, number>;
  readonly #findRecord: (record: string) => number | string;
  /** Names that a numbered one must not be mistaken for. */
  readonly #taken: Set<string>;

  constructor(dataset: Dataset, keys: readonly string[], ends: Ends, identities: AuthorIdentities) {
    const { file, everywhere, inRecord } = identities;
    this.#dataset = dataset;
    this.#ends = ends;
    this.#idByKey = new Map(keys.map((key, id) => [key, id]));
    this.#findRecord = inRecord.length === 0 ? () => -1 : recordFinder(dataset.records);
    const written = [...everywhere, ...inRecord].flatMap(({ sameAs }) =>
      sameAs === undefined ? [] : [authorKeyOf(sameAs)],
    );
    this.#taken = new Set([...keys, ...written]);
    for (const row of inRecord) {
      const fault = this.#add(row);
      if (fault !== undefined) this.problems.push(unused(file, row, `${fault}; the line changes nothing`));
    }
  }

  #add(row: IdentityRow): string | undefined {
    const record = this.#findRecord(row.record);
    if (typeof record === 'string') return record;
    const author = this.#idByKey.get(authorKeyOf(row.name));
    if (author === undefined || !authorsOf(this.#dataset.records, record).includes(author)) {
      return 'the record does not name this author';
    }
    const inRecord = this.targets.get(record) ?? new Map<number, string>();
    if (inRecord.has(author)) return 'an earlier line says of the same record who this is';
    const target = row.sameAs === undefined ? this.#another(row) : this.#ends.end(authorKeyOf(row.sameAs));
    if (target === this.#ends.endOfAuthor[author]) return 'the author is this one without the line too';
    this.targets.set(record, inRecord.set(author, target));
    return undefined;
  }

  /** The name with the first number from 2 that nobody has: "Wang (2), Wei". */
  #another({ name }: IdentityRow): string {
    for (let number = 2; ; number++) {
      const key = authorKeyOf({ family: `${name.family} (${number})`, given: name.given });
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return key;
    }
  }
}

/** Finds a record by its id or else by its title; says what is wrong where there is not exactly one. */
function recordFinder({ id, title }: RecordColumns): (record: string) => number | string {
  const byId = new Map([...id].map((each, record) => [each, record]));
  const byTitle = new Map<string, number[]>();
  [...title].forEach((each, record) => {
    const key = titleKey(each);
    const records = byTitle.get(key);
    if (records === undefined) byTitle.set(key, [record]);
    else records.push(record);
  });
  return (wanted) => {
    const records = byTitle.get(titleKey(wanted)) ?? [];
    const found = byId.get(wanted) ?? (records.length === 1 ? records[0] : undefined);
    if (found !== undefined) return found;
    if (records.length === 0) return 'no record has this id or title';
    return `${records.length} records have this title; name one by its id, such as ${id.at(records[0]!)}`;
  };
}

function unused(file: string, { line, text }: IdentityRow, reason: string): Problem {
  return { code: 'unused-identity', file, line, text: excerpt(text), reason };
}

/** By place in the column of bylines, the key of who is meant. */
function rewrite(
  { author, authorOffset }: RecordColumns,
  endOfAuthor: readonly string[],
  targets: Targets,
): string[] {
  const names = Array.from(author, (id) => endOfAuthor[id]!);
  for (const [record, inRecord] of targets) {
    for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++) {
      names[i] = inRecord.get(author[i]!) ?? names[i]!;
    }
  }
  return names;
}

/** By the name of everybody who wrote, the forms that stand for them in bylines. */
function formsOf(
  { author }: RecordColumns,
  keys: readonly string[],
  names: readonly string[],
): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  names.forEach((name, i) => {
    const known = forms.get(name);
    if (known === undefined) forms.set(name, new Set([keys[author[i]!]!]));
    else known.add(keys[author[i]!]!);
  });
  return forms;
}

function columnsOf(names: readonly string[], formsByName: ReadonlyMap<string, ReadonlySet<string>>) {
  const parsed = names.map(authorOfKey);
  const others = names.flatMap((name, id) =>
    [...formsByName.get(name)!]
      .filter((form) => form !== name)
      .sort(byCodeUnits)
      .map((form) => ({ id, ...authorOfKey(form) })),
  );
  return {
    family: parsed.map(({ family }) => family),
    given: parsed.map(({ given }) => given),
    forms: {
      author: Uint32Array.from(others, ({ id }) => id),
      family: others.map(({ family }) => family),
      given: others.map(({ given }) => given),
    },
  };
}

function withBylines(
  records: RecordColumns,
  names: readonly string[],
  idByName: ReadonlyMap<string, number>,
): RecordColumns {
  const { authorOffset } = records;
  const offset = new Uint32Array(authorOffset.length);
  const author: number[] = [];
  for (let record = 0; record + 1 < authorOffset.length; record++) {
    const byline = new Set<number>();
    for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++)
      byline.add(idByName.get(names[i]!)!);
    for (const id of byline) author.push(id);
    offset[record + 1] = author.length;
  }
  return { ...records, authorOffset: offset, author: Uint32Array.from(author) };
}

/** What changed, or undefined where every name still stands for its own author. */
function accountOf(
  file: string,
  formsByName: ReadonlyMap<string, ReadonlySet<string>>,
  written: ReadonlySet<string>,
): IdentityAccount | undefined {
  const namesByForm = new Map<string, number>();
  for (const forms of formsByName.values()) {
    for (const form of forms) namesByForm.set(form, (namesByForm.get(form) ?? 0) + 1);
  }
  const all = [...formsByName];
  if (all.every(([name, forms]) => forms.size === 1 && forms.has(name))) return undefined;
  const merged = all.filter(([, forms]) => forms.size > 1);
  return {
    file,
    mergedForms: merged.reduce((sum, [, forms]) => sum + forms.size, 0),
    mergedAuthors: merged.length,
    splitForms: [...namesByForm.values()].filter((count) => count > 1).length,
    splitAuthors: all.filter(([, forms]) => [...forms].some((form) => namesByForm.get(form)! > 1)).length,
    renamedAuthors: all.filter(([name]) => !written.has(name)).length,
  };
}
