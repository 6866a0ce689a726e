/** An author as a byline names one. */

/** A name as the source writes it, in NFC with single blanks. `given` is null for a group or a single name. */
export interface ParsedAuthor {
  readonly family: string;
  readonly given: string | null;
}

/** Two authors are the same person or group where their keys are equal. */
export function authorKeyOf({ family, given }: ParsedAuthor): string {
  return given === null ? family : `${family}\u0000${given}`;
}

/** The author whose {@link authorKeyOf} this is. */
export function authorOfKey(key: string): ParsedAuthor {
  const at = key.indexOf('\u0000');
  return at < 0 ? { family: key, given: null } : { family: key.slice(0, at), given: key.slice(at + 1) };
}
