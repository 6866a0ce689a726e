/** The slow oracle of reading in pieces: the whole text decoded at once, all its lines in a list, all stretches. */
import { readAuthors } from '../../src/ingest/authors/author-list.ts';
import { encodingOf } from '../../src/ingest/lines/byte-text.ts';
import { unsupportedFormat, unsupportedReason } from '../../src/ingest/lines/file-format.ts';
import type { ReadFile } from '../../src/ingest/ingestion.ts';
import { encodingToldOnce } from '../../src/ingest/other-encoding.ts';
import type { ParsedRecord } from '../../src/ingest/parsed-record.ts';
import { BROKEN_TEXT, problemLog, type ProblemLog } from '../../src/ingest/lines/problem-log.ts';
import { LINE_LIMIT, sourceLines, type SourceLine } from '../../src/ingest/lines/source-lines.ts';
import { splitRun, type RunRecord } from '../../src/ingest/lines/split-runs.ts';
import { readAnyBlock } from '../../src/ingest/tags/tag-block.ts';
import { isTagLike, readTagLine } from '../../src/ingest/tags/tag-line.ts';
import { TagReader } from '../../src/ingest/tags/tag-reader.ts';
import { foldText } from '../../src/ingest/columns/text-keys.ts';

/** The bytes as one text, its byte-order mark included. */
export function wholeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
}

/** What one file comes to, and its records. */
export function readWhole(
  name: string,
  file: number,
  bytes: Uint8Array,
): ReadFile & { records: ParsedRecord[] } {
  const text = wholeText(bytes);
  const lines = sourceLines(text);
  const log = problemLog(name);
  const format = unsupportedFormat(text);
  if (format !== undefined) {
    log.file('unsupported-format', unsupportedReason(format));
    return { query: undefined, records: [], problems: log.problems, account: account(name, lines, 0) };
  }
  for (const line of lines) reportDamage(line, log);
  const stretches = stretchesOf(lines, log);
  const isUsed = new Uint8Array(lines.length + 1);
  const query = takeQuery(stretches[0], isUsed, log);
  const records = stretches.flatMap((stretch) => readStretch(stretch, file, isUsed, log));
  if (records.length === 0) {
    const reason = lines.length === 0 ? 'the file is empty' : 'no title with authors or abstract found';
    log.file('empty-file', reason);
  } else if (stretches.every(({ block }) => block.length === 0)) {
    const reason =
      'its records have no tags, and so no place and no topic; if it should have some, it may be no AITopics result text';
    log.file('no-tags', reason);
  }
  const used = isUsed.reduce((sum, each) => sum + each, 0);
  const problems = encodingToldOnce(log.problems);
  return { query, records, problems, account: account(name, lines, used) };
}

const account = (file: string, { length }: readonly SourceLine[], linesUsed: number) => ({
  file,
  linesIn: length,
  linesUsed,
  linesReported: length - linesUsed,
});

interface Stretch {
  run: SourceLine[];
  readonly block: SourceLine[];
}

function reportDamage(line: SourceLine, log: ProblemLog): void {
  if (line.length > line.text.length) {
    log.at('line-too-long', line, `${line.length} characters; read to the ${LINE_LIMIT}th`);
  }
  if (line.text.includes('\uFFFD')) {
    log.at('invalid-utf8', line, BROKEN_TEXT);
  }
}

function stretchesOf(lines: readonly SourceLine[], log: ProblemLog): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const line of lines) {
    if (line.text.trim() === '') {
      log.at('blank-line', line, 'nothing to read');
      continue;
    }
    const isTag = isTagLike(line.text);
    if (open === undefined || (!isTag && open.block.length > 0))
      stretches.push((open = { run: [], block: [] }));
    if (!isTag) {
      open.run.push(line);
      continue;
    }
    const tag = readTagLine(line.text);
    if (open.block.length > 0 || tag.kind !== 'unreadable') open.block.push(line);
    else log.at('unreadable-tag', line, `${tag.reason}; left out`);
  }
  return stretches;
}

function takeQuery(first: Stretch | undefined, isUsed: Uint8Array, log: ProblemLog): string | undefined {
  const line = first?.run[0];
  if (first === undefined || line === undefined) return undefined;
  const texts = first.run.map((each) => each.text);
  const withQuery = splitRun(texts.slice(1)).cost;
  const withoutQuery = splitRun(texts).cost;
  if (withoutQuery + 10 <= withQuery) {
    log.at('ambiguous-lines', line, 'read as the title of the first record: the file has no query line');
    return undefined;
  }
  if (withoutQuery < withQuery + 4 && first.run.length > 2) {
    log.at('ambiguous-lines', line, 'read as the query line; it could be the title of the first record');
  }
  isUsed[line.number] = 1;
  first.run = first.run.slice(1);
  return foldText(line.text);
}

const READ_AS = {
  title: 'a title',
  authors: 'an author list',
  abstract: 'an abstract',
  orphan: 'a line that fits no record',
} as const;

function readStretch(
  { run, block }: Stretch,
  file: number,
  isUsed: Uint8Array,
  log: ProblemLog,
): ParsedRecord[] {
  const split = splitRun(run.map((line) => line.text));
  for (const orphan of split.orphans) log.at('orphan-line', run[orphan]!, 'fits no record; left out');
  for (const { from, to, taken, other } of split.doubts) {
    const reach = to === from ? '' : `; the doubt reaches to line ${run[to]!.number}`;
    const reason = `read as ${READ_AS[taken]}; it could be ${READ_AS[other]}${reach}`;
    log.at('ambiguous-lines', run[from]!, reason);
  }
  if (split.records.length === 0) {
    for (const line of block) log.at('stray-tags', line, 'no record stands before it; left out');
  }
  return split.records.map((found, i) => {
    const isLast = i === split.records.length - 1;
    return readRecord(found, run, isLast ? block : [], file, isUsed, log);
  });
}

function readRecord(
  found: RunRecord,
  run: readonly SourceLine[],
  block: readonly SourceLine[],
  file: number,
  isUsed: Uint8Array,
  log: ProblemLog,
): ParsedRecord {
  const title = run[found.title]!;
  const authors = found.authors === undefined ? undefined : run[found.authors]!;
  const abstract = found.abstract === undefined ? undefined : run[found.abstract]!;
  if (abstract === undefined) log.at('missing-abstract', title, 'no abstract after this title; left empty');
  const tags = readAnyBlock(block, log, new TagReader());
  const used = [title, authors, abstract]
    .flatMap((line) => (line === undefined ? [] : [line.number]))
    .concat(tags.used);
  for (const number of used) isUsed[number] = 1;
  return {
    title: foldText(title.text),
    abstract: abstract === undefined ? '' : foldText(abstract.text),
    authors: authors === undefined ? [] : readAuthors(authors, log),
    facets: tags.facets,
    passage: { file, first: title.number, last: used[used.length - 1]! },
  };
}
