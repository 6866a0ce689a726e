/** Values of JSON that nobody has checked: what is of another kind than it should be is as if it were not there. */

/** An object of JSON. */
export type JsonObject = Readonly<Partial<Record<string, unknown>>>;

/** Undefined for a list, null and what is no object. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The objects of a list; none where there is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value)
    .map(objectOf)
    .filter((each) => each !== undefined);
}

/** The texts of a list; a text by itself is a list of one, as some programs write it. */
export function textsOf(value: unknown): readonly string[] {
  return (typeof value === 'string' ? [value] : listOf(value)).filter((each) => typeof each === 'string');
}

/** Empty for what is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Undefined for what is no text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Undefined for what is no number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
