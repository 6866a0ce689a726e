/** A work of OpenAlex (https://docs.openalex.org/api-entities/works/work-object) as a record. */
import { authorOfDisplayName } from '../authors/display-name.ts';
import { capitalised, foldText } from '../columns/text-keys.ts';
import { authorKeyOf, type ParsedAuthor } from '../parsed-author.ts';
import type { ScoredTag, ScoredTagList } from '../parsed-record.ts';
import { countryNameOf } from '../places/country-names.ts';
import { plainText, withoutMarkup } from '../columns/without-markup.ts';
import type { SourceRecord } from '../records/source-record.ts';
import { workAddress } from '../work-address.ts';
import { readYear } from '../tags/year-path.ts';
import { listOf, numberOf, objectOf, objectsOf, textOf, textsOf, type JsonObject } from './json-values.ts';
import { namingRecord, type RecordLog } from '../lines/record-log.ts';
import { tagList, type RawTag } from '../tags/tag-list.ts';

/** What kind of thing an id of OpenAlex is of, in its first letter: authors and institutions have names too. */
const ENTITY_ID = /openalex\.org\/(?:[a-z]+\/)?([a-z])\d/i;

/** Whether an object is one: its id says so, or where it has none, one of these, which records of no other source have. */
export function isOpenAlexWork(work: JsonObject): boolean {
  const kind = ENTITY_ID.exec(textOf(work['id']) ?? '')?.[1];
  if (kind !== undefined) return /w/i.test(kind);
  return 'authorships' in work || 'abstract_inverted_index' in work || 'display_name' in work;
}

/** Never throws, whatever the object holds; undefined where it names no title, and nothing to call it by. */
export function openAlexRecord(work: JsonObject, fileLog: RecordLog): SourceRecord | undefined {
  const title = titleOf(work, fileLog);
  if (title === undefined) return undefined;
  const log = namingRecord(title, fileLog);
  const authorships = objectsOf(work['authorships']);
  if (work['is_authors_truncated'] === true) {
    const reason = `the source lists ${authorships.length} authors and has more: co-authors and countries of the others are not known`;
    log('cut-authors', title, reason);
  }
  const type = wordOf(work['type']);
  const year = readYear(work['publication_year'], log);
  return {
    title,
    abstract: abstractOf(work['abstract_inverted_index'], log),
    url: urlOf(work, log),
    authors: authorsOf(authorships, log),
    facets: {
      geography: countriesOf(work, authorships),
      topic: { tags: tagList(topicsOf(work), log), hidden: 0 },
      keyword: { tags: tagList(keywordsOf(work), log), hidden: 0 },
      ...(type === undefined
        ? {}
        : { type: { tags: [{ path: [capitalised(type)], score: 100 }], hidden: 0 } }),
      ...(year === undefined ? {} : { year: { tags: [{ path: year, score: 100 }], hidden: 0 } }),
    },
  };
}

/** A text that says something, folded. */
const wordOf = (value: unknown): string | undefined => plainText(textOf(value) ?? '') || undefined;

function titleOf(work: JsonObject, log: RecordLog): string | undefined {
  const title = wordOf(work['display_name']) ?? wordOf(work['title']);
  if (title !== undefined) return title;
  const id = wordOf(work['id']) ?? wordOf(work['doi']);
  if (id !== undefined) log('missing-title', id, 'the source gives no title; the work is called by its id');
  return id;
}

/** An id of a work as OpenAlex and its programs write it. */
const WORK_ID = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(w\d+)$/i;

/** The work's DOI as an address, or its page at OpenAlex where it has none. */
function urlOf(work: JsonObject, log: RecordLog): string | undefined {
  const [doi, id] = [work['doi'], work['id']].map((value) => textOf(value)?.trim() || undefined);
  const url = workAddress(doi ?? '');
  if (doi !== undefined && url === undefined) log('unusable-url', doi, 'is no DOI that a link can lead to');
  if (url !== undefined || id === undefined) return url;
  const page = WORK_ID.exec(id)?.[1];
  if (page === undefined) log('unusable-url', id, 'is no id that a page of OpenAlex can be told by');
  return page && `https://openalex.org/${page.toUpperCase()}`;
}

/** More words are no abstract, and are told. */
const WORD_LIMIT = 100_000;
/** So many tell which abstract is meant. */
const TOLD_WORDS = 12;

/** From each word and the positions at which it stands. */
function abstractOf(index: unknown, log: RecordLog): string {
  const words: (string | undefined)[] = [];
  let isCut = false;
  for (const [word, positions] of Object.entries(objectOf(index) ?? {})) {
    for (const position of listOf(positions)) {
      const at = numberOf(position);
      if (at === undefined || !Number.isInteger(at) || at < 0) continue;
      isCut ||= at >= WORD_LIMIT;
      if (at >= WORD_LIMIT) continue;
      // without holes, which make a list slow
      while (words.length < at) words.push(undefined);
      words[at] = word;
    }
  }
  const told = words.slice(0, TOLD_WORDS).join(' ');
  if (isCut) log('line-too-long', told, `an abstract read to its ${WORD_LIMIT}th word`);
  return plainText(words.filter((word) => word !== undefined).join(' '));
}

function authorsOf(authorships: readonly JsonObject[], log: RecordLog): ParsedAuthor[] {
  const byKey = new Map<string, ParsedAuthor>();
  for (const authorship of authorships) {
    const name = withoutMarkup(
      textOf(objectOf(authorship['author'])?.['display_name']) ?? textOf(authorship['raw_author_name']) ?? '',
    );
    const author = authorOfDisplayName(name);
    if (author === undefined) {
      log('odd-authors', name, 'an author without a name; left out');
      continue;
    }
    const key = authorKeyOf(author);
    if (byKey.has(key)) log('repeated-author', name, 'listed again on this record; counted once');
    else byKey.set(key, author);
  }
  return [...byKey.values()];
}

/** A country's score is the share of the listed authors who have it; how many countries are not listed is told by a count. */
function countriesOf(work: JsonObject, authorships: readonly JsonObject[]): ScoredTagList {
  const counts = new Map<string, number>();
  for (const authorship of authorships) {
    for (const code of new Set(codesOf(authorship))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const tags = [...counts].map(([code, count]): ScoredTag => ({
    path: [countryNameOf(code) ?? code],
    score: Math.round((100 * count) / authorships.length),
  }));
  const distinct = numberOf(work['countries_distinct_count']) ?? 0;
  return { tags, hidden: Math.max(0, Math.floor(distinct) - counts.size) };
}

/** ISO 3166-1 alpha-2, upper case. */
function codesOf(authorship: JsonObject): string[] {
  const codes = Array.isArray(authorship['countries'])
    ? textsOf(authorship['countries'])
    : objectsOf(authorship['institutions']).flatMap((each) => textOf(each['country_code']) ?? []);
  return codes.map((code) => foldText(code).toUpperCase()).filter((code) => code !== '');
}

function* topicsOf(work: JsonObject): Generator<RawTag> {
  for (const topic of objectsOf(work['topics'])) {
    const above = ['domain', 'field', 'subfield'].map((level) =>
      wordOf(objectOf(topic[level])?.['display_name']),
    );
    const path = [...above, wordOf(topic['display_name'])].filter((level) => level !== undefined);
    if (path.length > 0) yield { path, score: topic['score'] };
  }
}

function* keywordsOf(work: JsonObject): Generator<RawTag> {
  for (const keyword of objectsOf(work['keywords'])) {
    const name = wordOf(keyword['display_name']) ?? wordOf(keyword['keyword']);
    if (name !== undefined) yield { path: [name], score: keyword['score'] };
  }
}
