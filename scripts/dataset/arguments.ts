/** The command line of build-dataset. */
import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/** What was asked for. */
export interface Arguments {
  /** Names or patterns; empty: the text files of data/. */
  readonly files: readonly string[];
  readonly out: string;
  readonly tables: string | undefined;
  readonly report: string | undefined;
  readonly title: string | undefined;
  /** The day on which the results were searched for. */
  readonly date: string | undefined;
  /** A file of scenes; left out: data/scenes.json, if the files of data/ are read. */
  readonly scenes: string | undefined;
  readonly authors: string | undefined;
  readonly help: boolean;
}

/** Printed for --help. */
export const USAGE = `Reads search results, the text or JSON of AITopics, works of OpenAlex as JSON, or tables with one tag a row, and
writes one dataset.

  npm run data -- [files...] [options]

  files            result texts, JSON or JSON lines, CSV or TSV, also packed with gzip, all of one source; names
                   or patterns such as "results/**/*.txt.gz"; without any: data/*.txt and data/*.txt.gz, by name
  --out FILE       the dataset (default: public/dataset.json)
  --tables DIR     also write places.csv, technology.csv, industry.csv, genre.csv (of other sources by their own
                   facets: topic.csv, keyword.csv, type.csv), authors.csv, coauthors.csv, records.csv and
                   tags.csv there, and the co-author graph as coauthors.gexf, coauthors.graphml and vosviewer.json
  --report FILE    also write the account of lines, records and problems as JSON
  --title TEXT     title of the dataset (default: the first file's query line)
  --date DAY       when the results were searched for, such as 2026-11-03; captions name it
                   (default: the latest such day in the names of the files, else none)
  --scenes FILE    scenes to present that go into the dataset (default: data/scenes.json where no
                   files are named)
  --authors FILE   who is who among the authors, as CSV (default: data/authors.csv where it exists)
  --help           this text

Places are found by name; data/place-overrides.csv settles those that names cannot.
Authors are told apart by name; the list of authors merges and splits them (data/README.md).

Files are read in pieces: memory grows with the dataset, not with their size. Progress is shown on a terminal.

Missing folders are made. What is made by hand is never replaced: no file is written over one that is read, over
data/scenes.json or a list of data/, or over another of the same run. A link leads to the file that is written, and
devices and pipes such as /dev/stdout are written into.

Exit code 1, and nothing written, where a file is missing, is a directory or is damaged gzip, or where no record is
found in any file. A file that is read but holds no record is told as a problem. Ctrl-C ends with exit code 130 and
leaves no half-written file.
`;

/**
 * Reads the command line.
 * @throws {UserError} for an unknown option or a value without a sign
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  for (const [option, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.trim() === '') throw new UserError(`--${option} needs a value`);
  }
  return {
    files: positionals,
    out: values.out ?? 'public/dataset.json',
    tables: values.tables,
    report: values.report,
    title: values.title,
    date: values.date,
    scenes: values.scenes,
    authors: values.authors,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        tables: { type: 'string' },
        report: { type: 'string' },
        title: { type: 'string' },
        date: { type: 'string' },
        scenes: { type: 'string' },
        authors: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (fault) {
    if (fault instanceof TypeError) throw new UserError(`${fault.message}\nSee npm run data -- --help`);
    throw fault;
  }
}
