/**
 * What a file is called: what it shows, so that a folder of files can be read and no file takes another's name. The
 * same state has the same name.
 */
import { formatScore } from '../../layout/text/number-format.ts';
import { AUTHOR_FACET, facetById, type FacetId } from '../../model/dataset.ts';
import { fnv1a } from '../../model/codec/fnv.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { distinctName } from '../../state/words/namesakes.ts';
import { filterChips, type FilterChip } from '../../state/words/filter-chips.ts';
import { filterWords } from '../../state/words/filter-words.ts';
import type { FileMetadata } from '../figure/caption.ts';

/** A part of the name. */
interface Part {
  readonly words: string;
  /** Whether it stands for nothing else; else the state's mark is put at the name's end. */
  readonly isSure: boolean;
}

/** What parts begin with besides the kinds of places, topics and authors. */
const OWN_WORDS: ReadonlySet<string> = new Set('in under around by or and not text complete'.split(' '));
const TITLE_BYTES = 64;
/** A name in a part is cut to so many bytes. */
const WORDS_BYTES = 40;
/** So much is told of the state, bytes; the rest is counted. */
const PARTS_BYTES = 90;
/** The name without its ending: file systems take 255 bytes, and notes on a table are named after it. */
const NAME_BYTES = 200;

/**
 * "training-language-model_map_in-canada_place-united-states_or-china_3-of-9-records.svg": letters, digits, hyphens and
 * dots, with "_" between the parts.
 * @param edition tells files apart that show the same: "2x"
 */
export function fileName(
  explorer: Explorer,
  metadata: FileMetadata,
  extension: string,
  edition?: string,
): string {
  const { dataset, view, records } = metadata;
  const parts = partsOf(explorer, metadata);
  const told: string[] = [];
  for (const { words } of parts) {
    if (bytesOf([...told, words].join('_')) > PARTS_BYTES) break;
    told.push(words);
  }
  const more = parts.length - told.length;
  if (more > 0) told.push(`and-${more}-more`);
  const isSure = more === 0 && parts.every((part) => part.isSure);
  const rest = [
    view === 'all' ? 'dashboard' : view,
    ...told,
    `${records === dataset.records ? 'all' : records}-of-${dataset.records}-records`,
    ...(isSure ? [] : [markOf(metadata.query)]),
    ...(edition === undefined ? [] : [edition]),
  ].join('_');
  return `${titlePart(dataset.title, NAME_BYTES - bytesOf(rest))}_${rest}.${extension}`;
}

/** What the names of a dataset's files begin with. */
export function titlePart(title: string, bytes = TITLE_BYTES): string {
  const begin = cut(slug(title), Math.min(TITLE_BYTES, bytes));
  return begin === '' ? 'whereabouts' : begin;
}

/** What the view is of, how it is counted, and the filter. */
function partsOf(explorer: Explorer, { view, query }: FileMetadata): Part[] {
  const { placeFacet, topicFacet, coauthors, rule } = explorer;
  const shows = (other: typeof view) => view === other || view === 'all';
  const focus = (facet: FacetId | undefined, word: string) => {
    const node = facet === undefined ? undefined : explorer.focusOf(facet);
    return node === undefined ? [] : [nodePart(explorer, word, facet!, node)];
  };
  const isOther = new URLSearchParams(query).has('topics');
  const counts = rule !== 'records' && view !== 'coauthors' && view !== 'records';
  return [
    ...(view === 'topics' || (view === 'all' && isOther) ? [facetPart(explorer, topicFacet)] : []),
    ...(shows('map') ? focus(placeFacet, 'in') : []),
    ...(shows('topics') ? focus(topicFacet, 'under') : []),
    ...(shows('coauthors') && coauthors.around !== null
      ? [nodePart(explorer, 'around', AUTHOR_FACET, coauthors.around)]
      : []),
    ...(counts ? [{ words: `by-${rule}`, isSure: true }] : []),
    ...filterParts(explorer),
    ...(explorer.reference
      ? [
          {
            ...part(
              'against',
              filterWords(explorer, () => true, explorer.reference),
            ),
            isSure: false,
          },
        ]
      : []),
  ];
}

/** The thresholds, which are short, then the rest in the order of the chips. */
function filterParts(explorer: Explorer): Part[] {
  const chips = filterChips(explorer).filter((chip) => chip.kind !== 'mode');
  const isScore = (chip: FilterChip) => chip.kind === 'threshold';
  const sorted = [...chips.filter(isScore), ...chips.filter((chip) => !isScore(chip))];
  return sorted.map((chip, i): Part => {
    const before = sorted[i - 1];
    switch (chip.kind) {
      case 'threshold': {
        const { words, isSure } = facetPart(explorer, chip.facet);
        return { words: `${words}-score-from-${formatScore(explorer.minScore(chip.facet))}`, isSure };
      }
      case 'node': {
        const follows = before?.kind === 'node' && before.facet === chip.facet && !chip.excluded;
        const mode = explorer.filter.clauses.get(chip.facet)?.mode === 'all' ? 'and' : 'or';
        const word = follows ? mode : slug(chip.word);
        return chip.nodes.length === 1
          ? nodePart(explorer, word, chip.facet, chip.nodes[0]!)
          : rangePart(explorer, word, chip.facet, chip.label);
      }
      case 'presence': {
        const { words, isSure } = facetPart(explorer, chip.facet);
        return { words: `${chip.excluded ? 'without' : 'with-any'}-${words}`, isSure };
      }
      case 'complete':
        return { words: 'complete-lists', isSure: true };
      case 'text':
        return textPart(chip.text);
      case 'more':
        return { ...part('and', chip.label), isSure: false };
    }
  });
}

/** Words to filter by. */
function textPart(text: string): Part {
  const { words, isSure } = part('text', text);
  return { words, isSure: isSure && slug(text).replaceAll('-', ' ') === text };
}

/** A facet by its name. */
function facetPart({ dataset }: Explorer, facet: FacetId): Part {
  const label = facetById(dataset, facet)?.label ?? facet;
  const isOwn = dataset.facets.every((other) => other.id === facet || slug(other.label) !== slug(label));
  const { words, isSure } = part('', label);
  return { words, isSure: isSure && isOwn };
}

/** A place, a topic or an author by its name; sure where no other of its kind is written so. */
function nodePart(explorer: Explorer, word: string, facet: FacetId, node: number): Part {
  const { names } = explorer;
  const short = names.short(facet, node);
  const { words, isSure } = part(word, distinctName(explorer, facet, node));
  const isOwn = words === part(word, short).words && !isWrittenAlike(explorer, facet, short);
  return { words, isSure: isSure && isOwnKind(explorer, facet) && isOwn };
}

/** Years that follow each other. */
function rangePart(explorer: Explorer, word: string, facet: FacetId, label: string): Part {
  const { words, isSure } = part(word, label);
  return { words, isSure: isSure && isOwnKind(explorer, facet) };
}

/** Whether the word for the facet's kind begins no other part. */
function isOwnKind({ names, dataset }: Explorer, facet: FacetId): boolean {
  const kind = slug(names.kind(facet));
  return (
    !OWN_WORDS.has(kind) && dataset.facets.every(({ id }) => id === facet || slug(names.kind(id)) !== kind)
  );
}

/** Whether another name of the facet has the same letters: "C#" and "C++", "de Vries" and "De Vries". */
function isWrittenAlike(explorer: Explorer, facet: FacetId, name: string): boolean {
  const own = slug(name);
  const { nodeCount } = explorer.engine().indexes.get(facet)!;
  for (let node = 0; node < nodeCount; node++) {
    const other = explorer.names.short(facet, node);
    if (other !== name && slug(other) === own) return true;
  }
  return false;
}

/** A name behind a word, cut where it is long. */
function part(word: string, name: string): Part {
  const all = slug(name);
  const words = cut(all, WORDS_BYTES);
  return {
    words: [word, words].filter((each) => each !== '').join('-'),
    isSure: words === all && all !== '',
  };
}

/** Letters and digits in small letters, hyphens for everything else. */
function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The beginning that takes at most so many bytes. */
function cut(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const sign of text) {
    left -= bytesOf(sign);
    if (left < 0) break;
    end += sign.length;
  }
  return text.slice(0, end).replace(/-$/, '');
}

/** A few letters that another state hardly has. */
function markOf(query: string): string {
  return (fnv1a(new TextEncoder().encode(query)) >>> 0).toString(36);
}
