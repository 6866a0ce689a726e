/** Tag lines that were read before are known at once: an archive says the same few thousand things over and over. */
import { rootEvidence, type RootEvidence } from './facet-roots.ts';
import { pathKey } from './parsed-record.ts';
import { readTagLine, type TagLine } from './tag-line.ts';

/** A tag line with what the root of its path tells; `evidence` is undefined where it has no path. */
export interface KnownTag {
  readonly tag: TagLine;
  readonly evidence: RootEvidence | undefined;
}

/** Lines beyond so many different ones are forgotten and read again. */
const LINE_CAPACITY = 200_000;

interface KnownPath {
  readonly path: readonly string[];
  readonly evidence: RootEvidence;
}

/** Reads tag lines; paths of the same levels come out as the same list. */
export class TagReader {
  readonly #tagByLine = new Map<string, KnownTag>();
  readonly #pathByKey = new Map<string, KnownPath>();

  /** Reads a line for which `isTagLike` holds. */
  read(line: string): KnownTag {
    const known = this.#tagByLine.get(line);
    if (known !== undefined) return known;
    const read = this.#learn(readTagLine(line));
    if (this.#tagByLine.size >= LINE_CAPACITY) this.#tagByLine.clear();
    this.#tagByLine.set(line, read);
    return read;
  }

  #learn(tag: TagLine): KnownTag {
    if (tag.kind !== 'tag' && tag.kind !== 'out-of-range') return { tag, evidence: undefined };
    const { path, evidence } = this.#known(tag.path);
    return { tag: { ...tag, path }, evidence };
  }

  #known(path: readonly string[]): KnownPath {
    const key = pathKey(path);
    let known = this.#pathByKey.get(key);
    if (known === undefined) this.#pathByKey.set(key, (known = { path, evidence: rootEvidence(path) }));
    return known;
  }
}
