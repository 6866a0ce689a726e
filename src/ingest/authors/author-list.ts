/** The author line: "Family, Given, Family, Given", "OpenAI, null", and its dirt. */
import { authorKeyOf, type ParsedAuthor } from '../parsed-author.ts';
import { foldText, hasWord } from '../columns/text-keys.ts';
import type { ProblemLog } from '../lines/problem-log.ts';
import type { SourceLine } from '../lines/source-lines.ts';

export { authorKeyOf, type ParsedAuthor } from '../parsed-author.ts';

/** The comma-separated parts of an author line, trimmed. */
export function authorParts(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

/** Reads the authors of any line in its order, each once, and reports what is odd about it. */
export function readAuthors(line: SourceLine, log: ProblemLog): ParsedAuthor[] {
  const parts = authorParts(line.text);
  const authors: ParsedAuthor[] = [];
  const seen = new Set<string>();
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const author = readPair(parts[i]!, parts[i + 1]!, line, log);
    if (author === undefined) continue;
    const key = authorKeyOf(author);
    if (seen.has(key)) {
      log.on('repeated-author', line.number, pairText(author), 'listed again on this record; counted once');
      continue;
    }
    seen.add(key);
    authors.push(author);
  }
  if (parts.length % 2 === 1) reportOddPart(parts, line, log);
  reportSplitPersons(authors, line, log);
  return authors;
}

/**
 * The same of a list that tells its names apart, each "Family, Given" or a single name.
 * @param line where they stand
 */
export function readNames(names: readonly string[], line: number, log: ProblemLog): ParsedAuthor[] {
  if (names.length === 0) return [];
  const text = names.map(pairOf).join(', ');
  return readAuthors({ number: line, text, length: text.length }, log);
}

/** As a byline of the result text has it. */
function pairOf(name: string): string {
  const [family = '', ...given] = name.split(',');
  const rest = given.join(' ').trim();
  return `${family.trim()}, ${rest === '' ? 'null' : rest}`;
}

function readPair(
  first: string,
  second: string,
  line: SourceLine,
  log: ProblemLog,
): ParsedAuthor | undefined {
  const family = namePart(first);
  const given = namePart(second);
  if ([first, second].some((part) => !hasWord(part))) {
    const rest = family ?? given;
    log.on(
      'stray-punctuation',
      line.number,
      `${first}, ${second}`,
      rest === null ? 'no name in this pair; dropped' : `a part without a letter; "${rest}" is kept`,
    );
  } else if (family === null) {
    const kept = given === null ? 'dropped' : `"${given}" is kept as a single name`;
    log.on('stray-punctuation', line.number, `${first}, ${second}`, `no family name in this pair; ${kept}`);
  }
  if (family === null) return given === null ? undefined : { family: given, given: null };
  return { family, given };
}

/** A name, or null for "null" and for what holds no letter or digit. */
function namePart(part: string): string | null {
  return part === 'null' || !hasWord(part) ? null : foldText(part);
}

function reportOddPart(parts: readonly string[], line: SourceLine, log: ProblemLog): void {
  const last = parts[parts.length - 1]!;
  const place = `part ${parts.length} of ${parts.length}`;
  const reason =
    last === ''
      ? `the list ends with a comma; nothing is left over`
      : `${place} has no partner and is left out; the pairs before it may be shifted`;
  log.on('odd-authors', line.number, last === '' ? line.text.slice(-40) : last, reason);
}

/** A run of single names that each look like one word of a person's name is flagged once, and kept. */
function reportSplitPersons(authors: readonly ParsedAuthor[], line: SourceLine, log: ProblemLog): void {
  for (let from = 0; from < authors.length; from++) {
    let end = from;
    while (end < authors.length && isPersonWord(authors[end]!)) end++;
    if (end - from >= 2) {
      const names = authors.slice(from, end).map((author) => author.family);
      log.on(
        'split-person',
        line.number,
        authors.slice(from, end).map(pairText).join(', '),
        `${names.map((name) => `"${name}"`).join(' and ')} may be one person; kept as written`,
      );
    }
    from = Math.max(from, end);
  }
}

/** Whether somebody's single name looks like one word of a person's name. */
export function isPersonWord({ family, given }: ParsedAuthor): boolean {
  return given === null && /^\p{Lu}[\p{Ll}\p{M}'’]*(?:-\p{Lu}?[\p{Ll}\p{M}]+)*\.?$/u.test(family);
}

const pairText = ({ family, given }: ParsedAuthor) => `${family}, ${given ?? 'null'}`;
