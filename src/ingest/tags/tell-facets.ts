/**
 * Tells which facet each line of a record's tag list belongs to. The facet is not written; what tells it is the root
 * of the path, the order of the facets (geography, genre, industry, technology), a "more…" line, which ends one,
 * and a rise in score, which scores within one don't make. The cheapest reading of the whole list is taken.
 */
import { cheapestPath, type Chain } from '../lines/cheapest-path.ts';
import { TEXT_ORDER, type TextFacet } from '../facets.ts';
import { rootEvidence, type RootEvidence } from './facet-roots.ts';

/** One tag of the list, in its order. */
export interface ListedTag {
  readonly path: readonly string[];
  /** Undefined where the score could not be read; it then tells no rise. */
  readonly score: number | undefined;
  /** Whether a "more…" line stands between the tag before and this one. */
  readonly afterMore: boolean;
  /** What the root tells, where that is known already. */
  readonly evidence?: RootEvidence | undefined;
}

/** What was told of one tag. `doubt` says in words what remains open. */
export type ToldFacet =
  | { readonly facet: TextFacet; readonly doubt?: string }
  | { readonly facet: undefined; readonly doubt: string };

/** A contradiction outweighs any number of preferences, which only choose between equal readings. */
const CONTRADICTION = 1_000_000;

const AGAINST_SECOND_LEVEL = CONTRADICTION;
const RISE_WITHIN_FACET = 2 * CONTRADICTION;
const GOES_ON_AFTER_MORE = 3 * CONTRADICTION;
const OUT_OF_ORDER = 4 * CONTRADICTION;
/** Prefers to go on with a facet rather than to begin one that nothing announces. */
const UNANNOUNCED_FACET = 1;
/** Genres are a short list; an unlisted root is rather an industry. */
const UNLISTED_GENRE = 2;

const [GEOGRAPHY, GENRE, INDUSTRY, TECHNOLOGY] = [0, 1, 2, 3];

/** The told facets, one for each tag. */
export function tellFacets(tags: readonly ListedTag[]): readonly ToldFacet[] {
  const evidence = settleBareRoots(tags.map((tag) => tag.evidence ?? rootEvidence(tag.path)));
  return tellPlain(tags, evidence) ?? tellByCost(tags, evidence);
}

/** A tag whose facet is told by its root and doubted by nothing. */
const CERTAIN: readonly ToldFacet[] = TEXT_ORDER.map((facet) => ({ facet }));

/** The facet that a root is at home in, by its place in the order of the text; -1 where it has none or two. */
export const HOME: Readonly<Record<RootEvidence, number>> = {
  geography: GEOGRAPHY,
  genre: GENRE,
  industry: INDUSTRY,
  technology: TECHNOLOGY,
  'rather-industry': INDUSTRY,
  'rather-technology': TECHNOLOGY,
  'industry-or-technology': -1,
  'bare-root': -1,
  unlisted: -1,
};

/**
 * The told facets of most lists: every root has one home, and the homes contradict no order. Any other reading has
 * a contradiction, so that nothing is open. Undefined for all other lists.
 */
function tellPlain(
  tags: readonly ListedTag[],
  evidence: readonly RootEvidence[],
): readonly ToldFacet[] | undefined {
  const told: ToldFacet[] = [];
  let before = 0;
  for (let step = 0; step < tags.length; step++) {
    const home = HOME[evidence[step]!];
    if (home < 0 || (step > 0 && orderCost(tags, step, before, home) >= CONTRADICTION)) return undefined;
    told.push(CERTAIN[home]!);
    before = home;
  }
  return told;
}

/** The told facets of any list, by the cost of every reading. */
export function tellByCost(
  tags: readonly ListedTag[],
  evidence = settleBareRoots(tags.map((tag) => rootEvidence(tag.path))),
): readonly ToldFacet[] {
  const chain: Chain = {
    steps: tags.length,
    states: TEXT_ORDER.length,
    at: (step, facet) => evidenceCost(evidence[step]!, facet),
    between: (step, from, to) => orderCost(tags, step, from, to),
    start: () => 0,
    end: () => 0,
  };
  const { cost, path, through } = cheapestPath(chain);
  const isToldByAny = evidence.some((kind) => kind !== 'unlisted');
  return tags.map((_, step) => {
    const facet = path[step]!;
    const open = openFacets(cost, (other) => through(step, other));
    const strain =
      (step === 0 ? 0 : chain.between(step, path[step - 1]!, facet)) +
      (step + 1 === tags.length ? 0 : chain.between(step + 1, facet, path[step + 1]!));
    return told(evidence[step]!, facet, open, {
      isToldByAny,
      strain,
      own: chain.at(step, facet),
      before: step === 0 ? 0 : chain.between(step, path[step - 1]!, facet),
    });
  });
}

/** Only the deepest concepts are listed: beside other technology a bare "Information Technology" is an industry. */
function settleBareRoots(evidence: readonly RootEvidence[]): RootEvidence[] {
  const hasTechnology = evidence.some((kind) => kind === 'technology' || kind === 'rather-technology');
  return evidence.map((kind) => (kind === 'bare-root' && hasTechnology ? 'rather-industry' : kind));
}

function evidenceCost(evidence: RootEvidence, facet: number): number {
  switch (evidence) {
    case 'geography':
      return facet === GEOGRAPHY ? 0 : Infinity;
    case 'genre':
      return facet === GENRE ? 0 : Infinity;
    case 'industry':
      return facet === INDUSTRY ? 0 : Infinity;
    case 'technology':
      return facet === TECHNOLOGY ? 0 : Infinity;
    case 'rather-industry':
      return facet === INDUSTRY ? 0 : facet === TECHNOLOGY ? AGAINST_SECOND_LEVEL : Infinity;
    case 'rather-technology':
      return facet === TECHNOLOGY ? 0 : facet === INDUSTRY ? AGAINST_SECOND_LEVEL : Infinity;
    case 'industry-or-technology':
    case 'bare-root':
      return facet === INDUSTRY || facet === TECHNOLOGY ? 0 : Infinity;
    case 'unlisted':
      return facet === INDUSTRY ? 0 : facet === GENRE ? UNLISTED_GENRE : Infinity;
  }
}

function orderCost(tags: readonly ListedTag[], step: number, from: number, to: number): number {
  const { score, afterMore } = tags[step]!;
  const before = tags[step - 1]!.score;
  const isRise = score !== undefined && before !== undefined && score > before;
  if (to < from) return OUT_OF_ORDER;
  if (to > from) return afterMore || isRise ? 0 : UNANNOUNCED_FACET;
  return afterMore ? GOES_ON_AFTER_MORE : isRise ? RISE_WITHIN_FACET : 0;
}

/** The facets that the tag could have without any further contradiction. */
function openFacets(cost: number, throughFacet: (facet: number) => number): TextFacet[] {
  const least = Math.floor(cost / CONTRADICTION);
  return TEXT_ORDER.filter((_, facet) => Math.floor(throughFacet(facet) / CONTRADICTION) === least);
}

interface Strain {
  readonly isToldByAny: boolean;
  /** Cost of the orders before and after the tag. */
  readonly strain: number;
  readonly before: number;
  readonly own: number;
}

function told(evidence: RootEvidence, state: number, open: readonly TextFacet[], by: Strain): ToldFacet {
  const facet = TEXT_ORDER[state]!;
  if (evidence === 'unlisted') {
    if (!by.isToldByAny) {
      return { facet: undefined, doubt: 'the root is not known and no known root stands beside it' };
    }
    if (by.strain >= GOES_ON_AFTER_MORE) {
      return { facet: undefined, doubt: 'the root is not known and fits no facet at this place' };
    }
    if (by.strain >= RISE_WITHIN_FACET) {
      return { facet, doubt: `read as ${facet} because of where it stands, although a score rises there` };
    }
  }
  if (by.before >= OUT_OF_ORDER) return { facet, doubt: `read as ${facet} by its root, out of order` };
  if (by.before >= GOES_ON_AFTER_MORE) {
    return { facet, doubt: `read as ${facet} by its root, after the end of that list` };
  }
  if (open.length > 1) return { facet, doubt: `could be ${open.join(' or ')}, read as ${facet}` };
  if (by.own >= AGAINST_SECOND_LEVEL) {
    return {
      facet,
      doubt: `read as ${facet} because of where it stands, although its second level points to another`,
    };
  }
  return { facet };
}
