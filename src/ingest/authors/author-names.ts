/** The names of authors by id, made as texts only when they are asked for. */
import type { AuthorColumns } from '../../model/dataset.ts';
import type { PackedNames } from '../columns/packed-dataset.ts';
import type { TextBytes } from '../columns/text-store.ts';

/** Names by author id. */
export interface AuthorNames {
  readonly length: number;
  readonly family: (author: number) => string;
  /** null for a group or a single name. */
  readonly given: (author: number) => string | null;
  readonly hasGiven: (author: number) => boolean;
  /** The bytes of both, where they are there as they are; else undefined, and the texts tell. */
  readonly bytes: (author: number) => readonly [TextBytes, TextBytes | null] | undefined;
}

/** Of names that are texts. */
export function namesOfTexts({ family, given }: Pick<AuthorColumns, 'family' | 'given'>): AuthorNames {
  return {
    length: family.length,
    family: (author) => family[author]!,
    given: (author) => given[author]!,
    hasGiven: (author) => given[author] !== null,
    bytes: () => undefined,
  };
}

/** Of names that are packed. */
export function namesOfPacked({ family, given }: PackedNames): AuthorNames {
  return {
    length: family.length,
    family: (author) => family.valueOf(author)!,
    given: (author) => given.valueOf(author),
    hasGiven: (author) => !given.isNull(author),
    bytes: (author) => {
      const [first, second] = [family.bytesOf(author), given.isNull(author) ? null : given.bytesOf(author)];
      return first === undefined || second === undefined ? undefined : [first, second];
    },
  };
}

/** "Family, Given", or the one name: `authorKey` of the model. */
export function nameText(names: AuthorNames, author: number): string {
  const given = names.given(author);
  return given ? `${names.family(author)}, ${given}` : names.family(author);
}
