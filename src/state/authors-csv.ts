/** Suggestions as lines for data/authors.csv. */
import type { LikelyDuplicate } from '../model/report.ts';

/**
 * The lines for the suggestions that were chosen, with the file's header. A name that a line above already merges
 * stands as a remark: the file says of a name once who it is.
 * @param header whether to begin with the header, as a file does; lines to paste into one do without
 */
export function authorsCsv(chosen: readonly LikelyDuplicate[], header: boolean): string {
  const said = new Set<string>();
  const lines = chosen.flatMap(({ names, sameAs, record }) =>
    names.map((name) => {
      const key = `${record}\n${name}`;
      const line = [name, sameAs, ...(record === '' ? [] : [record])].map(csvCell).join(',');
      if (said.has(key)) return `# or: ${line}`;
      said.add(key);
      return line;
    }),
  );
  return [...(header ? ['name,same_as,record'] : []), ...lines].map((line) => `${line}\n`).join('');
}

/** As RFC 4180 has it; a cell that would begin a remark is quoted too. */
function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
