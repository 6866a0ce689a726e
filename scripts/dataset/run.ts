/** The dataset script: reads result texts and writes the dataset, and on request its tables and its report. */
import { join, resolve } from 'node:path';
import { checkable, encodeColumns } from '../../src/ingest/columns/encode-packed.ts';
import { MERGE_STEPS, packedDatasetBeside, type MergeStep } from '../../src/ingest/ingest.ts';
import { unpackDataset, type PackedDataset } from '../../src/ingest/columns/packed-dataset.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { decodeProblems, decodeReport } from '../../src/model/codec/decode-report.ts';
import { encodeTail } from '../../src/model/codec/encode-dataset.ts';
import { Answers } from './answers.ts';
import { BesideThread } from './beside-thread.ts';
import { arrangedInSteps } from './coauthor-layout.ts';
import { datasetDate } from './dataset-date.ts';
import { readAuthors } from './read-authors.ts';
import { readOverrides } from './read-overrides.ts';
import { readArguments, USAGE, type Arguments } from './arguments.ts';
import { defaultFiles, findFiles } from './find-inputs.ts';
import { graphFilesOf } from './graph-files.ts';
import { jsonParts, lateJsonParts } from './format-json.ts';
import { Phases } from './phases.ts';
import { Progress } from './progress.ts';
import { readSceneFile, strangeOrigin } from './read-scenes.ts';
import { planParts } from './plan-parts.ts';
import { readWith } from './read-all.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { placeOf, summaryOf, writtenLines, type WrittenFile } from './summary.ts';
import { tablesOf } from './tables.ts';
import { UserError } from './user-error.ts';
import { writeFileWhole, type FileParts } from './write-file.ts';

/** Does what the arguments say; a fault of theirs, or of files, ends in a message and exit code 1. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await build(args);
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    console.error(`build-dataset: ${fault.message}`);
    process.exitCode = 1;
  }
}

async function build(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked.help) {
    process.stdout.write(USAGE);
    return;
  }
  const files = asked.files.length > 0 ? await findFiles(asked.files) : defaultFiles();
  refuseOverwriting(files, asked);
  const date = datasetDate(asked.date, files);
  const lists = { overrides: readOverrides(), authors: readAuthors(asked.authors) };
  const scenes = readSceneFile(asked);
  const plan = await planParts(files);
  refuseOverwriting(files, asked, plan.source.facets);
  const progress = new Progress(plan.bytes);
  const onRead = (bytes: number) => progress.read(bytes);
  const thread = plan.beside.length === 0 ? undefined : new BesideThread(files, plan, onRead, lists);
  const phases = new Phases();
  const written: WrittenFile[] = [];
  stopOnSignals(
    () => written.map((file) => file.path),
    () => progress.clear(),
  );
  try {
    phases.end('start');
    const read = await readWith(thread, files, plan, onRead);
    phases.end('read');
    const { early, whole } = await packedDatasetBeside(
      read,
      { title: asked.title, date, ...lists },
      thread ?? new Answers(lists),
      (step) => progress.stage(`${STEPS[step]} (${MERGE_STEPS.indexOf(step) + 1} of ${MERGE_STEPS.length})`),
    );
    // its memory is not needed any more
    void whole.then(() => thread?.stop());
    phases.end('merge');
    if (early.recordCount === 0) throw new UserError(noRecordMessage(await whole));
    const { dataset: columns, note } = await arrangedInSteps(
      scenes ? { ...early, scenes: scenes.file.scenes } : early,
      (share) => progress.stage('Arranging the co-author graph', share),
    );
    phases.end('arrange');
    await progress.stage('Writing');
    const dataset = whole.then(({ problems, report }) => ({ ...columns, problems, report }));
    await writeAll({ columns, dataset }, asked, written, progress);
    phases.end('write');
    progress.clear();
    const tell = written.some(({ path }) => isStandardOutput(path)) ? console.error : console.log;
    tell(`${summaryOf(await dataset, note)}\n${writtenLines(written)}`);
    const warning = scenes && strangeOrigin(scenes, columns);
    if (warning) console.error(warning);
  } finally {
    progress.clear();
    await thread?.stop();
  }
}

/** A program that reads a dataset from there gets nothing else. */
const isStandardOutput = (path: string) =>
  ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(resolve(path));

const STEPS: Readonly<Record<MergeStep, string>> = {
  duplicates: 'Merging duplicates',
  authors: 'Numbering authors',
  topics: 'Counting topics',
  places: 'Finding places',
  columns: 'Counting places',
};

/** What is written, a part of it before all is known. */
interface Late {
  /** The dataset, whose problems and report may not be the last ones. */
  readonly columns: PackedDataset;
  /** The same with the last ones. */
  readonly dataset: Promise<PackedDataset>;
}

/** Adds each file to `written` when it is whole. */
async function writeAll(
  { columns, dataset }: Late,
  { out, tables, report }: Arguments,
  written: WrittenFile[],
  progress: Progress,
): Promise<void> {
  // what the page would refuse is never written
  const encoded = encodeColumns(columns);
  decodeDataset(checkable({ ...encoded, ...encodeTail(columns) }, columns));
  const tail = dataset.then((whole) => checkedTail(encodeTail(whole)));
  // thrown when it is written
  tail.catch(() => undefined);
  const write = async (path: string, parts: FileParts) => {
    written.push({ path, bytes: await writeFileWhole(path, parts, (bytes) => progress.wrote(bytes)) });
  };
  await write(out, lateJsonParts(encoded, tail));
  const packed = await dataset;
  if (tables !== undefined) {
    const whole = unpackDataset(packed);
    for (const table of [...tablesOf(whole), ...graphFilesOf(whole)]) {
      await write(join(tables, table.name), table.lines);
    }
  }
  if (report !== undefined) {
    await write(report, jsonParts({ ...packed.report, problemList: packed.problems }));
  }
}

function checkedTail(tail: ReturnType<typeof encodeTail>): ReturnType<typeof encodeTail> {
  decodeProblems(tail.problems);
  decodeReport(tail.report);
  return tail;
}

const SHOWN_PROBLEMS = 8;

/** What was wrong, where, and what to do. */
function noRecordMessage({ problems, source }: PackedDataset): string {
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
    'its abstract and its tag lines ("- Europe > Austria > Vienna (0.14)"); or JSON of AITopics or OpenAlex; or a table',
    'with the columns record_id, title, facet and path, one tag a row.',
    'data/README.md shows how.',
  ].join('\n');
}
