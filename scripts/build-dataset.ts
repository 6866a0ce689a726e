/** Reads AITopics result texts and writes the dataset, and on request its tables and its report. See --help. */
import { join, resolve } from 'node:path';
import { ingestTexts } from '../src/ingest/ingest.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { decodeDataset } from '../src/model/decode-dataset.ts';
import { encodeDataset } from '../src/model/encode-dataset.ts';
import { readOverrides } from './dataset/read-overrides.ts';
import { readArguments, USAGE, type Arguments } from './dataset/arguments.ts';
import { formatJson } from './dataset/format-json.ts';
import { defaultFiles, readInput } from './dataset/read-inputs.ts';
import { placeOf, summaryOf, writtenLines, type WrittenFile } from './dataset/summary.ts';
import { tablesOf } from './dataset/tables.ts';
import { UserError } from './dataset/user-error.ts';
import { writeFileWhole } from './dataset/write-file.ts';
import { openGazetteer } from './gazetteer/gazetteer.ts';

function main(args: readonly string[]): void {
  const asked = readArguments(args);
  if (asked.help) {
    process.stdout.write(USAGE);
    return;
  }
  const files = asked.files.length > 0 ? asked.files : defaultFiles();
  refuseOverwriting(files, asked);
  const overrides = readOverrides();
  const dataset = ingestTexts(files.map(readInput), {
    gazetteer: openGazetteer(),
    ...(asked.title === undefined ? {} : { title: asked.title }),
    ...(overrides === undefined ? {} : { overrides }),
  });
  if (dataset.recordCount === 0) throw new UserError(noRecordMessage(dataset));
  const written = writeAll(dataset, asked);
  console.log(`${summaryOf(dataset)}\n${writtenLines(written)}`);
}

function refuseOverwriting(files: readonly string[], { out, report }: Arguments): void {
  const inputs = new Set(files.map((file) => resolve(file)));
  for (const target of [out, report]) {
    if (target !== undefined && inputs.has(resolve(target))) {
      throw new UserError(`${target} is an input file; write somewhere else`);
    }
  }
}

function writeAll(dataset: Dataset, { out, tables, report }: Arguments): WrittenFile[] {
  const text = formatJson(encodeDataset(dataset));
  decodeDataset(JSON.parse(text)); // what the page would refuse is never written
  const written: WrittenFile[] = [];
  const write = (path: string, parts: Iterable<string>) => {
    written.push({ path, bytes: writeFileWhole(path, parts) });
  };
  write(out, [text]);
  if (tables !== undefined) {
    for (const table of tablesOf(dataset)) write(join(tables, table.name), table.lines);
  }
  if (report !== undefined) {
    write(report, [formatJson({ ...dataset.report, problemList: dataset.problems })]);
  }
  return written;
}

const SHOWN_PROBLEMS = 8;

/** What was wrong, where, and what to do. */
function noRecordMessage({ problems, source }: Dataset): string {
  // what concerns a whole file says most
  const told = [...problems].sort((a, b) => Number(a.line > 0) - Number(b.line > 0));
  const lines = told.slice(0, SHOWN_PROBLEMS).map((problem) => {
    const text = problem.text === '' ? '' : `: "${problem.text}"`;
    return `  ${placeOf(problem)}: ${problem.reason}${text}`;
  });
  if (told.length > SHOWN_PROBLEMS) lines.push(`  and ${told.length - SHOWN_PROBLEMS} more problems`);
  return [
    `no record found in ${source.files.join(', ')}; nothing was written`,
    ...lines,
    'Give the text of an AITopics result list: first line the query, then for each record a title, its authors,',
    'its abstract and its tag lines ("- Europe > Austria > Vienna (0.14)"). data/README.md shows how.',
  ].join('\n');
}

try {
  main(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof UserError)) throw fault;
  console.error(`build-dataset: ${fault.message}`);
  process.exitCode = 1;
}
