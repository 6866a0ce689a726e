import { describe, expect, it } from 'vitest';
import type { Dataset } from '../model/dataset.ts';
import { ingestFile } from './ingest-file.ts';

const TABLE = 'record_id,title,facet,path\r\n1,Künstliches,topic,Größe\r\n2,Ähnliches,topic,Maß\r\n';
const TEXTS = {
  'a table': TABLE,
  'a table by tabs': TABLE.replaceAll(',', '\t'),
  'JSON of a table':
    '[{"record_id": 1, "title": "Künstliches", "facet": "topic", "path": "Größe"},\n{"record_id": 2, "title": "Ähnliches"}]',
  'results as text':
    'künstlich\nKünstliches\nMüller, Jörg\nWir zeigen, dass es gut geht.\n- Europe > Austria (0.10)\nÄhnliches\nWeiß, Ann\nWir fragen, ob es geht.\n- Asia > Japan (0.10)\n',
  'results as JSON':
    '[{"cdid": "a", "title": "Künstliches", "authorsRaw": ["Müller, Jörg"]},\n{"cdid": "b", "title": "Ähnliches", "summary": "Gut."}]',
  'works of OpenAlex':
    '[{"id": "https://openalex.org/W1", "display_name": "Künstliches"},\n{"id": "https://openalex.org/W2", "display_name": "Ähnliches"}]',
};

const withMark = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf8 = (text: string) => new TextEncoder().encode(text);

const titlesOf = (dataset: Dataset) => [...dataset.records.title].sort();
const brokenIn = ({ problems }: Dataset) => problems.filter(({ code }) => code === 'invalid-utf8');

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte-order mark', withMark([0xef, 0xbb, 0xbf], utf8(text))],
    ['UTF-16 with one', withMark([0xff, 0xfe], utf16(text))],
    [
      'UTF-16 the other way round',
      withMark(
        [0xfe, 0xff],
        utf16(text).map((_, i, all) => all[i ^ 1]!),
      ),
    ],
    ['UTF-16 without one', utf16(text)],
  ])('is read as %s', (_, bytes) => {
    const dataset = ingestFile('in', bytes)!;
    expect(titlesOf(dataset)).toEqual(['Künstliches', 'Ähnliches']);
    expect(brokenIn(dataset)).toEqual([]);
  });

  it('is told once where it is in another encoding, with what to do', () => {
    const dataset = ingestFile('in', latin1(text))!;
    expect(dataset.recordCount).toBe(2);
    expect(brokenIn(dataset)).toHaveLength(1);
    const [{ line, reason }] = brokenIn(dataset) as [Dataset['problems'][number]];
    expect(line).toBe(0);
    expect(reason).toMatch(
      /^holds bytes that are no UTF-8 \d times \(lines .*Windows-1252; save that as UTF-8/,
    );
    expect(dataset.report.problems['invalid-utf8']).toBe(1);
  });
});

it('a line with damaged bytes beside sound letters is told by itself', () => {
  const bytes = Uint8Array.from([...utf8(TABLE), ...latin1('3,\xfc,topic,A\n'), ...utf8('4,ü '), 0xff, 0x0a]);
  expect(brokenIn(ingestFile('in', bytes)!).map(({ line }) => line)).toEqual([4, 5]);
});
