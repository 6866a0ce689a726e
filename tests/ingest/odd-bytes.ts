/** Arbitrary files for property tests: result text with every kind of dirt, in every encoding, cut anywhere. */
import fc from 'fast-check';

const LINES = [
  'the query',
  'A title of things',
  'Plan, Act, and Learn',
  'Über Straßen – 语言模型 😀',
  'Hu, Xin, Li, Na, Kaiser, Lea',
  'OpenAI, null, :, null, Müller, Jörg',
  'We do what the title says, and we say how well it is done. It is done well.',
  'In this paper we show that a\u00A0thing is  another thing. Ö\u0308 is a letter.',
  '- Asia > Japan (0.20)',
  '- Europe > Austria > Vienna (0.14)',
  '- Europe > Réunion (0.04)',
  '- (30 more...)',
  '- Overview (0.87)',
  '- Information Technology > Artificial Intelligence (1.00)',
  '- Information Technology (0.30)',
  '- Law (1.20)',
  '- none',
  '\t - Law (1.00)',
  '',
  ' ',
  '\uFEFF',
  '\uFFFD',
];

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r', '');

const text = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 40 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

type Encoding = 'utf8' | 'utf16le' | 'utf16be';

function encode(content: string, encoding: Encoding, isMarked: boolean): Uint8Array {
  const marked = isMarked ? `\uFEFF${content}` : content;
  if (encoding === 'utf8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}

const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0x7f, max: 0xff })), { maxLength: 6 });

/** Bytes of one file. */
export const oddBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    text,
    fc.constantFrom<Encoding[]>('utf8', 'utf8', 'utf16le', 'utf16be'),
    fc.boolean(),
    damage,
    fc.nat(9),
  )
  .map(([content, encoding, isMarked, places, cut]) => {
    const bytes = encode(content, encoding, isMarked);
    for (const [at, byte] of places) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    // some files end in the middle of a character
    return cut < 2 ? bytes.subarray(0, Math.max(0, bytes.length - 1 - cut)) : bytes;
  });

/** Where to cut: sizes of pieces, repeated to the end; 0 is an empty piece. */
export const pieceSizes = fc
  .array(fc.oneof(fc.nat(3), fc.nat(60)), { minLength: 1, maxLength: 8 })
  .filter((sizes) => sizes.some((size) => size > 0));

/** The bytes in pieces, each in the same memory, which is overwritten: nobody may keep a piece. */
export function* piecesOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const memory = new Uint8Array(Math.max(...sizes));
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const end = Math.min(bytes.length, from + sizes[i % sizes.length]!);
    memory.fill(0x41);
    memory.set(bytes.subarray(from, end));
    yield memory.subarray(0, end - from);
    from = end;
  }
}
