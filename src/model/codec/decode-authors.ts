/** The part of the dataset that tells who wrote: names, and the other forms that they have in the source. */
import type { AuthorColumns, AuthorForms } from '../dataset.ts';
import { DatasetError, idColumn, listAt, objectAt, sameLength, stringColumn } from './decode-values.ts';
import { AUTHOR_LIMIT } from '../limits.ts';
import { inWords } from './whole-columns.ts';

/** The authors. */
export function decodeAuthors(json: unknown): AuthorColumns {
  const authors = objectAt(json, 'authors');
  const names = decodeNames(authors, 'authors', AUTHOR_LIMIT);
  if (authors['forms'] === undefined) return names;
  return { ...names, forms: decodeForms(authors['forms'], names.family.length) };
}

function decodeForms(json: unknown, authorCount: number): AuthorForms {
  const path = 'authors.forms';
  const forms = objectAt(json, path);
  const author = inWords(idColumn(forms['author'], `${path}.author`, authorCount));
  const names = decodeNames(forms, path);
  sameLength(`${path}.family`, names.family.length, `${path}.author`, author.length);
  for (let i = 1; i < author.length; i++) {
    if (author[i]! < author[i - 1]!) {
      throw new DatasetError(`${path}.author[${i}]`, 'is smaller than the one before');
    }
  }
  return { author, ...names };
}

function decodeNames(
  json: Readonly<Partial<Record<string, unknown>>>,
  path: string,
  limit?: number,
): { readonly family: readonly string[]; readonly given: readonly (string | null)[] } {
  const family = stringColumn(json['family'], `${path}.family`, limit);
  const given = listAt(json['given'], `${path}.given`);
  for (let i = 0; i < given.length; i++) {
    if (given[i] !== null && typeof given[i] !== 'string') {
      throw new DatasetError(`${path}.given[${i}]`, 'is neither a text nor null');
    }
  }
  sameLength(`${path}.given`, given.length, `${path}.family`, family.length);
  return { family, given: given as (string | null)[] };
}
