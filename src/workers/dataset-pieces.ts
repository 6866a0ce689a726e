/**
 * A dataset as messages that are each quick to receive: names in pieces of bounded size, since the receiver must
 * copy them, and columns that are numbers or packed whole, since their memory is handed over as it is.
 */
import type { Dataset } from '../model/dataset.ts';
import { PackedTexts } from '../model/codec/packed-texts.ts';
import type { DatasetFrame, TextColumnName, TextPiece } from './dataset-messages.ts';

/** A piece ends after so many texts or characters, whichever comes first: about 2 ms to receive. */
const PIECE_TEXTS = 8192;
const PIECE_CHARACTERS = 2 ** 20;

/** Sends a message; these buffers are handed over and are empty for the sender afterwards. */
export type PostPiece = (message: TextPiece | DatasetFrame, transfer: ArrayBuffer[]) => void;

/** Sends the dataset. Its packed columns are gone afterwards: what the sender still needs it copies before. */
export function sendDataset(dataset: Dataset, id: number, post: PostPiece): void {
  const { authors } = dataset;
  const columns: readonly (readonly [TextColumnName, readonly (string | null)[]])[] = [
    ['family', authors.family],
    ['given', authors.given],
  ];
  for (const [column, texts] of columns) {
    for (const piece of pieces(texts)) post({ kind: 'texts', id, column, texts: piece }, []);
  }
  const frame: Dataset = { ...dataset, authors: { ...authors, family: [], given: [] } };
  post({ kind: 'dataset', id, dataset: frame }, buffersOf(frame));
}

function* pieces(texts: readonly (string | null)[]): Generator<readonly (string | null)[]> {
  let first = 0;
  let characters = 0;
  for (let i = 0; i < texts.length; i++) {
    characters += texts[i]?.length ?? 0;
    if (i + 1 - first < PIECE_TEXTS && characters < PIECE_CHARACTERS) continue;
    yield texts.slice(first, i + 1);
    first = i + 1;
    characters = 0;
  }
  if (first < texts.length) yield texts.slice(first);
}

/** The memory of all such columns, each once. */
function buffersOf({ records, facets, coauthorLayout }: Dataset): ArrayBuffer[] {
  const owners: readonly object[] = [
    records,
    records.id,
    records.title,
    records.abstract,
    records.url ?? {},
    coauthorLayout ?? {},
    ...facets.flatMap((facet) => [facet, facet.concepts]),
  ];
  const buffers = owners
    .flatMap((owner): unknown[] => Object.values(owner))
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
}

/** The receiver's side: collects the pieces. */
export class DatasetPieces {
  readonly #columns: Record<TextColumnName, (string | null)[]> = {
    family: [],
    given: [],
  };

  add({ column, texts }: TextPiece): void {
    const whole = this.#columns[column];
    for (const text of texts) whole.push(text);
  }

  /** The dataset as it was sent. */
  join({ dataset }: DatasetFrame): Dataset {
    const { family, given } = this.#columns;
    const { records } = dataset;
    // all but given names were texts when they were sent
    return {
      ...dataset,
      records: {
        ...records,
        id: new PackedTexts(records.id),
        title: new PackedTexts(records.title),
        abstract: new PackedTexts(records.abstract),
        ...(records.url && { url: new PackedTexts(records.url) }),
      },
      authors: { ...dataset.authors, family: family as string[], given },
    };
  }
}
