/** A record's tags in words, for the tooltip. */
import { countOf, formatScore } from '../../layout/text/number-format.ts';
import { hasScores, type Facet, type RecordIndex } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { countryOf, isIncludedAt, tagInWords, tagsOf } from './record-places.ts';
import type { TooltipContent } from '../surface.svelte.ts';

/** More tags than this are told as a number. */
const SHOWN_TAGS = 8;

/**
 * The tooltip of a record's tags in a facet, with their scores, and what the source hid. What is included comes first,
 * with what it lies in.
 */
export function describeRecordTags(explorer: Explorer, facet: Facet, record: RecordIndex): TooltipContent {
  const minScore = explorer.minScore(facet.id);
  const withScores = hasScores(facet);
  const included = explorer.includedAbove(facet.id);
  const tags = tagsOf(facet, record).map((tag) => ({
    ...tag,
    isIncluded: tag.score >= minScore && isIncludedAt(included, tag.concept),
  }));
  const shown = tags.sort((a, b) => Number(b.isIncluded) - Number(a.isIncluded)).slice(0, SHOWN_TAGS);
  const names = shown.map(({ concept, isIncluded }) =>
    isIncluded ? tagInWords(explorer.names, facet, concept, included) : ownName(facet, concept),
  );
  // of two with one name the whole path tells which is which
  const isRepeated = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const rows = shown.map(({ concept, isIncluded, score }, i) => ({
    label: `${isIncluded ? '◆ ' : ''}${isRepeated(names[i]!) ? explorer.names.path(facet.id, concept).join(' › ') : names[i]!}`,
    value: withScores ? formatScore(score) : '',
    active: score >= minScore,
  }));
  const below = tags.filter(({ score }) => score < minScore).length;
  const hidden = facet.hidden[record]!;
  const notes = [
    tags.length > SHOWN_TAGS ? `${countOf(tags.length - SHOWN_TAGS, 'more tag')}.` : '',
    below > 0 ? `${countOf(below, 'tag')} below the threshold of ${formatScore(minScore)}.` : '',
    hidden > 0 ? `${countOf(hidden, 'further tag')} hidden by the source.` : '',
  ].filter((note) => note !== '');
  return {
    title: tags.length === 0 ? 'No tags' : countOf(tags.length, 'tag'),
    context: facet.label,
    rows,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

/** "Vienna, Austria"; a topic, or a place in no country, by its name alone. */
function ownName(facet: Facet, concept: number): string {
  const { label } = facet.concepts;
  const country = countryOf(facet, concept);
  return country === concept ? label[concept]! : `${label[concept]!}, ${label[country]!}`;
}
