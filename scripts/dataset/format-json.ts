/** JSON that is compact, and still shows in a diff what changed. */

/**
 * Objects one key a line, lists of texts or objects one entry a line, lists of numbers on one line. The same value
 * always gives the same text, which ends in a line end; it comes in parts, so that nobody needs it as a whole.
 */
export function* jsonParts(value: unknown): Generator<string> {
  yield* parts(value, '');
  yield '\n';
}

function* parts(value: unknown, indent: string): Generator<string> {
  if (Array.isArray(value)) yield* listParts(value, indent);
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value);
  else {
    const deeper = `${indent} `;
    let before = '{\n';
    for (const [key, each] of Object.entries(value)) {
      yield `${before}${deeper}${JSON.stringify(key)}: `;
      yield* parts(each, deeper);
      before = ',\n';
    }
    yield before === ',\n' ? `\n${indent}}` : '{}';
  }
}

/** Units of one part of a list of texts, about: enough to make its handing on cheap. */
const LIST_UNITS = 1 << 16;

/** Numbers of one part. */
const NUMBERS = 10_000;

function* listParts(list: readonly unknown[], indent: string): Generator<string> {
  // a number that is not known is null
  const first = list.find((each) => each !== null);
  if (list.length === 0) yield '[]';
  else if (typeof first === 'number') yield* numberParts(list);
  else {
    const deeper = `${indent} `;
    let held = '[';
    for (let i = 0; i < list.length; i++) {
      held += i === 0 ? `\n${deeper}` : `,\n${deeper}`;
      const each = list[i];
      if (isFlat(each)) held += JSON.stringify(each);
      else {
        yield held;
        held = '';
        yield* parts(each, deeper);
      }
      if (held.length < LIST_UNITS) continue;
      yield held;
      held = '';
    }
    yield `${held}\n${indent}]`;
  }
}

function* numberParts(list: readonly unknown[]): Generator<string> {
  for (let from = 0; from < list.length; from += NUMBERS) {
    const text = JSON.stringify(list.slice(from, from + NUMBERS));
    yield (from === 0 ? '[' : ',') + text.slice(1, -1);
  }
  yield ']';
}

/** A value that has no list or object inside. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((each) => typeof each !== 'object' || each === null);
}
