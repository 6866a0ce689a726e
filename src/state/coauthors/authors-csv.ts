/** Answers to suggestions as lines for data/authors.csv. */
import type { LikelyDuplicate } from '../../model/report.ts';

/** What somebody said to a suggestion: one person, or two. */
export type DuplicateAnswer = 'same' | 'distinct';

/**
 * The lines for the suggestions that were answered, with the file's header. A name that a line above already merges
 * stands as a remark: the file says of a name once who it is.
 * @param answers in the order of the lines
 * @param header whether to begin with the header, as a file does; lines to paste into one do without
 */
export function authorsCsv(
  answers: readonly (readonly [LikelyDuplicate, DuplicateAnswer])[],
  header: boolean,
): string {
  const said = new Set<string>();
  const lines = answers.flatMap(([{ names, sameAs, record }, answer]) => {
    if (answer === 'distinct') return [csvLine([names[0]!, '', record, sameAs])];
    return names.map((name) => {
      const key = `${record}\n${name}`;
      const line = csvLine([name, sameAs, ...(record === '' ? [] : [record])]);
      if (said.has(key)) return `# or: ${line}`;
      said.add(key);
      return line;
    });
  });
  return [...(header ? ['name,same_as,record,distinct_from'] : []), ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

const csvLine = (cells: readonly string[]) => cells.map(csvCell).join(',');

/** As RFC 4180 has it; a cell that would begin a remark is quoted too. */
function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
