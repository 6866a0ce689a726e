/** Reading in pieces gives the same as reading the whole text at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteText } from '../../src/ingest/lines/byte-text.ts';
import { SNIFFED_CHARS } from '../../src/ingest/lines/file-format.ts';
import { checkable, encodePacked } from '../../src/ingest/columns/encode-packed.ts';
import { datasetOf, ingestTexts, packedDatasetOf } from '../../src/ingest/ingest.ts';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import { unpackDataset } from '../../src/ingest/columns/packed-dataset.ts';
import { pathKey, type ParsedRecord, type TaggedPath } from '../../src/ingest/parsed-record.ts';
import { sourceLines } from '../../src/ingest/lines/source-lines.ts';
import { decodeUtf8 as platformUtf8 } from '../../src/ingest/lines/utf8-lines.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { decodeUtf8 as bufferUtf8 } from '../../scripts/dataset/read-inputs.ts';
import { jsonParts } from '../../scripts/dataset/format-json.ts';
import { oddBytes, pieceSizes, piecesOf } from './odd-bytes.ts';
import { plainColumns } from './plain-columns.ts';
import { withoutLines } from './without-lines.ts';
import { readWhole, wholeText } from './whole-text.ts';

const DECODERS = [platformUtf8, bufferUtf8];

function inPieces(bytes: Uint8Array, sizes: readonly number[], decode = platformUtf8, limit = 1_000_000) {
  const lines: { number: number; text: string; length: number }[] = [];
  let beginning: string | undefined;
  const add = (text: string, length = text.length) => lines.push({ number: lines.length + 1, text, length });
  const text = new ByteText(
    (given) => {
      expect([beginning, lines.length]).toEqual([undefined, 0]);
      beginning = given;
    },
    { line: (piece, from, end) => add(decode(piece, from, end)), longLine: add },
    { decode, limit },
  );
  for (const piece of piecesOf(bytes, sizes)) text.push(piece);
  text.finish();
  return { beginning, lines };
}

describe('lines of bytes in pieces', () => {
  it('are the lines of the decoded whole, however long lines may be', () => {
    fc.assert(
      fc.property(
        oddBytes,
        pieceSizes,
        fc.constantFrom(...DECODERS),
        fc.constantFrom(1, 2, 3, 7, 20, 1_000_000),
        (bytes, sizes, decode, limit) => {
          const text = wholeText(bytes);
          expect(inPieces(bytes, sizes, decode, limit)).toEqual({
            beginning: text.slice(0, SNIFFED_CHARS),
            lines: sourceLines(text, limit),
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are the same for any bytes whatever', () => {
    const byte = fc.constantFrom(10, 13, 0x41, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0xff);
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 60 }),
        pieceSizes,
        fc.nat(9),
        fc.constantFrom(...DECODERS),
        (list, sizes, limit, decode) => {
          const bytes = Uint8Array.from(list);
          expect(inPieces(bytes, sizes, decode, 1 + limit).lines).toEqual(
            sourceLines(wholeText(bytes), 1 + limit),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['ASCII', 'x'],
    ['characters of three bytes', '语'],
    ['characters of two units', '😀'],
    ['bytes that are no text', '\xff'],
  ])('tell the beginning of a long file of %s', (_, character) => {
    const encoding = character === '\xff' ? 'latin1' : 'utf8';
    for (const extra of [0, 1, 2]) {
      const bytes = Buffer.from('a'.repeat(extra) + character.repeat(30_000), encoding);
      expect(inPieces(bytes, [10_000]).beginning).toBe(wholeText(bytes).slice(0, SNIFFED_CHARS));
    }
  });
});

describe('files in pieces', () => {
  it('give the records, the problems and the account of the whole text', () => {
    fc.assert(
      fc.property(oddBytes, pieceSizes, (bytes, sizes) => {
        const ingestion = new Ingestion(['a.txt']);
        const file = ingestion.nextFile(bufferUtf8);
        for (const piece of piecesOf(bytes, sizes)) file.push(piece);
        file.finish();
        const { records, ...whole } = readWhole('a.txt', 0, bytes);
        const { rows } = ingestion;
        expect(Array.from({ length: rows.length }, (_, row) => rows.record(row))).toEqual(
          records.map((record) => ({ ...record, facets: withoutLines(record.facets) })),
        );
        expect(rows.places).toEqual(placesOf(records));
        const [read] = ingestion.files;
        expect({ ...read, problems: byLine(read!.problems) }).toEqual({
          ...whole,
          problems: byLine(whole.problems),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('give the columns that the whole texts give, and the bytes of their JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(oddBytes, pieceSizes), { maxLength: 3 }), (files) => {
        const ingestion = new Ingestion(files.map((_, i) => `${i}.txt`));
        for (const [bytes, sizes] of files) {
          const reader = ingestion.nextFile(bufferUtf8);
          for (const piece of piecesOf(bytes, sizes)) reader.push(piece);
          reader.finish();
        }
        const whole = files.flatMap(([bytes], i) => readWhole(`${i}.txt`, i, bytes).records);
        const packed = packedDatasetOf(ingestion);
        const dataset = { ...unpackDataset(packed), ...plainColumns(whole) };
        expect(jsonText(encodePacked(packed))).toBe(jsonText(encodeDataset(dataset)));
        expect(() => decodeDataset(checkable(encodePacked(packed), packed))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('give the bytes of the dataset that whole texts give', () => {
    const file = fc.tuple(oddBytes, pieceSizes);
    fc.assert(
      fc.property(fc.array(file, { maxLength: 3 }), (files) => {
        const name = (i: number) => `${i % 2}.txt`;
        const ingestion = new Ingestion(files.map((_, i) => name(i)));
        for (const [bytes, sizes] of files) {
          const reader = ingestion.nextFile();
          for (const piece of piecesOf(bytes, sizes)) reader.push(piece);
          reader.finish();
        }
        const whole = ingestTexts(files.map(([bytes], i) => ({ name: name(i), text: wholeText(bytes) })));
        expect(JSON.stringify(encodeDataset(datasetOf(ingestion)))).toBe(
          JSON.stringify(encodeDataset(whole)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** The tagged paths of the geography, each where it stands first. */
function placesOf(records: readonly ParsedRecord[]): TaggedPath[] {
  const first = new Map<string, TaggedPath>();
  for (const { facets, passage } of records) {
    for (const { path, line } of facets['geography']?.tags ?? []) {
      if (!first.has(pathKey(path))) first.set(pathKey(path), { path, line, file: passage.file });
    }
  }
  return [...first.values()];
}

function jsonText(value: unknown): string {
  return [...jsonParts(value)].map((part) => Buffer.from(part as string).toString('utf8')).join('');
}

/** Stable: what concerns one line stays in its order. */
const byLine = <P extends { line: number }>(problems: readonly P[]): P[] =>
  [...problems].sort((a, b) => a.line - b.line);
