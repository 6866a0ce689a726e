/** Every path that a dataset file may have, from its published schema. */
import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

const root = JSON.parse(
  readFileSync(new URL('../../public/dataset.schema.json', import.meta.url), 'utf8'),
) as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

const known = new Set(['dataset', ...pathsIn(root, '')]);

/**
 * Whether the file's format has such a path.
 * @param path as errors name it: `facets[0].tags.concept[7]`, `dataset` for the whole file
 */
export function isKnownPath(path: string): boolean {
  const plain = path.replaceAll(/\[\d+\]/g, '[]');
  // below these, keys are data: names by code, counts by kind
  const open = plain.replace(/(\.regionNames|^report\.problems)\.[^.[\]]+$/, '$1.*');
  return known.has(open);
}

function pathsIn(schema: Schema, at: string): string[] {
  const target = schema.$ref ? root.$defs[schema.$ref.replace('#/$defs/', '')]! : undefined;
  const { properties = {}, items, anyOf = [], additionalProperties } = schema;
  return [
    ...(at === '' ? [] : [at]),
    ...(target ? pathsIn(target, at) : []),
    ...Object.entries(properties).flatMap(([key, value]) => pathsIn(value, at === '' ? key : `${at}.${key}`)),
    ...anyOf.flatMap((each) => pathsIn(each, at)),
    ...(items ? pathsIn(items, `${at}[]`) : []),
    ...(typeof additionalProperties === 'object' ? pathsIn(additionalProperties, `${at}.*`) : []),
  ];
}
