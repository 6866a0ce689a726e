/** Ways to spoil a dataset file: any value anywhere, and changes after which it may still be sound. */
import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Path = readonly (string | number)[];

export type Mutation =
  | { readonly kind: 'replace'; readonly value: Json }
  /** Takes an entry or a key out. */
  | { readonly kind: 'delete' }
  /** Puts an entry in twice, a key under a second name. */
  | { readonly kind: 'duplicate' }
  /** Puts another part of the file in its place. */
  | { readonly kind: 'swap'; readonly from: number }
  | { readonly kind: 'nudge'; readonly by: number }
  /** Cuts a list or a text off, keeping so many hundredths of it. */
  | { readonly kind: 'truncate'; readonly keep: number }
  /** Another byte in a packed column. */
  | { readonly kind: 'byte'; readonly at: number; readonly value: number }
  /** A list or a text, so many times end to end. */
  | { readonly kind: 'repeat'; readonly times: number };

/** What {@link textOf} turns into lists within lists: JSON.stringify itself gives up on them. */
const DEEP = '@deep@';
const DEEP_LEVELS = 50_000;

/** What JSON can hold in an odd place; NaN and Infinity reach it as null. */
export const ODD_VALUES: readonly Json[] = [
  null,
  true,
  -1,
  -0,
  0,
  1,
  1.5,
  100,
  101,
  255,
  4294967295,
  4294967296,
  Number.MAX_SAFE_INTEGER,
  1e99,
  -1e99,
  5e-324,
  '',
  'x',
  'author',
  '__proto__',
  'NaN',
  'Infinity',
  '0',
  '1e3',
  'CYP',
  'CY-01',
  'country',
  'region',
  'y'.repeat(100_000),
  DEEP,
  [],
  [[]],
  [null],
  Array.from({ length: 5000 }, (_, i) => i),
  {},
  { length: 3 },
];

export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), value: fc.constantFrom(...ODD_VALUES) }),
  fc.record({
    kind: fc.constant('replace' as const),
    value: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  }),
  fc.record({ kind: fc.constant('replace' as const), value: fc.nat(7) }),
  fc.constant({ kind: 'delete' as const }),
  fc.constant({ kind: 'duplicate' as const }),
  fc.record({ kind: fc.constant('swap' as const), from: fc.nat() }),
  fc.record({ kind: fc.constant('nudge' as const), by: fc.constantFrom(-20, -1, 1, 2, 30) }),
  fc.record({
    kind: fc.constant('byte' as const),
    at: fc.nat(),
    value: fc.oneof(fc.nat(7), fc.nat(255)),
  }),
  fc.record({ kind: fc.constant('truncate' as const), keep: fc.nat(99) }),
  fc.record({ kind: fc.constant('repeat' as const), times: fc.constantFrom(2, 3, 50) }),
);

/** The paths of all values but the root. */
export function pathsOf(value: Json, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => [[...above, key], ...pathsOf(item, [...above, key])]);
}

/** The value at the path. */
export const valueAt = (root: Json, path: Path): Json =>
  path.reduce<Json>((at, key) => (at as Record<string | number, Json>)[key] ?? null, root);

/** Changes the value at the path; a mutation that does not fit it changes nothing. */
export function mutate(root: Json, path: Path, mutation: Mutation): void {
  const owner = valueAt(root, path.slice(0, -1));
  const key = path.at(-1)!;
  if (typeof owner !== 'object' || owner === null) return;
  const holder = owner as Record<string | number, Json>;
  const present = holder[key] ?? null;
  if (mutation.kind === 'replace') holder[key] = structuredClone(mutation.value);
  else if (mutation.kind === 'nudge') {
    if (typeof present === 'number') holder[key] = present + mutation.by;
  } else if (mutation.kind === 'byte') {
    if (isPacked(present)) holder[key] = withByte(present, mutation.at, mutation.value);
  } else if (mutation.kind === 'swap') {
    const paths = pathsOf(root);
    holder[key] = structuredClone(valueAt(root, paths[mutation.from % paths.length]!));
  } else if (mutation.kind === 'truncate') {
    if (isRow(present)) holder[key] = present.slice(0, Math.floor((present.length * mutation.keep) / 100));
  } else if (mutation.kind === 'repeat') {
    if (Array.isArray(present)) holder[key] = repeated(present, mutation.times);
    else if (typeof present === 'string') holder[key] = present.repeat(mutation.times);
  } else if (Array.isArray(owner)) {
    if (mutation.kind === 'delete') owner.splice(Number(key), 1);
    else owner.splice(Number(key), 0, structuredClone(present));
  } else if (mutation.kind === 'delete') Reflect.deleteProperty(owner, key);
  else holder[`${key} again`] = structuredClone(present);
}

/** The mutated file as text. */
export function textOf(root: Json): string {
  const deep = `${'['.repeat(DEEP_LEVELS)}${']'.repeat(DEEP_LEVELS)}`;
  return JSON.stringify(root).replaceAll(JSON.stringify(DEEP), deep);
}

type Packed = { [key: string]: Json } & { base64: string };

export const isPacked = (value: Json): value is Packed =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['base64'] === 'string';

function withByte(packed: Packed, at: number, value: number): Packed {
  const bytes = Buffer.from(packed.base64, 'base64');
  if (bytes.length > 0) bytes[at % bytes.length] = value;
  return { ...packed, base64: bytes.toString('base64') };
}

const isRow = (value: Json): value is string | Json[] => typeof value === 'string' || Array.isArray(value);

const repeated = (list: readonly Json[], times: number): Json[] =>
  Array.from({ length: times }, () => structuredClone(list) as Json[]).flat();
