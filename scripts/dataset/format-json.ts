/** JSON that is compact, and still shows in a diff what changed. */

/**
 * Objects one key a line, lists of texts or objects one entry a line, lists of numbers on one line.
 * The same value always gives the same text, which ends in a line end.
 */
export function formatJson(value: unknown): string {
  return `${format(value, '')}\n`;
}

function format(value: unknown, indent: string): string {
  if (Array.isArray(value)) return formatList(value, indent);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent} `;
  const entries = Object.entries(value).map(
    ([key, each]) => `${deeper}${JSON.stringify(key)}: ${format(each, deeper)}`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function formatList(list: readonly unknown[], indent: string): string {
  // a number that is not known is null
  const first = list.find((each) => each !== null);
  if (list.length === 0 || typeof first === 'number') return JSON.stringify(list);
  const deeper = `${indent} `;
  const entries = list.map((each) => {
    const text = isFlat(each) ? JSON.stringify(each) : format(each, deeper);
    return deeper + text;
  });
  return `[\n${entries.join(',\n')}\n${indent}]`;
}

/** A value that has no list or object inside. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((each) => typeof each !== 'object' || each === null);
}
