/** Tags of one facet under one record, of a source that says which tag is of which facet. */
import type { Hundredths } from '../../model/dataset.ts';
import { pathKey, type ScoredTag } from '../parsed-record.ts';
import type { RecordLog } from '../lines/record-log.ts';
import { LEVEL_LIMIT } from './tag-line.ts';

/** A tag as the source has it: its levels folded, its score anything. */
export interface RawTag {
  readonly path: readonly string[];
  readonly score: unknown;
}

/** The tags that can be read, each path once with its higher score; the others are told. */
export function tagList(tags: Iterable<RawTag>, log: RecordLog): ScoredTag[] {
  const byPath = new Map<string, ScoredTag>();
  for (const raw of tags) addTag(byPath, raw, log);
  return [...byPath.values()];
}

/** Adds one more to such a list, which is by {@link pathKey}. */
export function addTag(byPath: Map<string, ScoredTag>, raw: RawTag, log: RecordLog): void {
  const tag = readTag(raw, log);
  if (tag === undefined) return;
  const key = pathKey(tag.path);
  const other = byPath.get(key);
  if (other !== undefined) {
    log('repeated-tag', inWords(tag), 'listed again on this record; the higher score is kept');
  }
  if (other === undefined || tag.score > other.score) byPath.set(key, tag);
}

const inWords = ({ path }: Pick<RawTag, 'path'>) => path.join(' > ');

function readTag(raw: RawTag, log: RecordLog): ScoredTag | undefined {
  const { path } = raw;
  if (path.length === 0 || path.includes('')) {
    log('unreadable-tag', inWords(raw), 'has an empty level in its path; left out');
  } else if (path.length > LEVEL_LIMIT) {
    log('unreadable-tag', inWords(raw), `has more than ${LEVEL_LIMIT} levels; left out`);
  } else {
    const score = scoreOf(raw, log);
    if (score !== undefined) return { path, score };
  }
  return undefined;
}

function scoreOf(raw: RawTag, log: RecordLog): Hundredths | undefined {
  const { score } = raw;
  if (typeof score !== 'number' || !Number.isFinite(score)) {
    log('unreadable-tag', inWords(raw), 'has no number as its score; left out');
    return undefined;
  }
  if (score >= 0 && score <= 1) return Math.round(100 * score);
  log('score-out-of-range', inWords(raw), `score ${score} is not between 0 and 1; left out`);
  return undefined;
}
