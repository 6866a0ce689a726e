/** A record's tags in words, for the tooltip. */
import { countOf, formatScore } from '../layout/number-format.ts';
import type { Facet, RecordIndex } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';
import { countryOf, tagsOf } from './record-places.ts';
import type { TooltipContent } from './surface.svelte.ts';

/** More tags than this are told as a number. */
const SHOWN_TAGS = 8;

/** The tooltip of a record's places: its tags with their scores, and what the source hid. */
export function describeRecordTags(explorer: Explorer, facet: Facet, record: RecordIndex): TooltipContent {
  const minScore = explorer.filter.minScore.get(facet.id) ?? 0;
  const { label } = facet.concepts;
  const tags = tagsOf(facet, record);
  const rows = tags.slice(0, SHOWN_TAGS).map(({ concept, score }) => {
    const country = countryOf(facet, concept);
    return {
      label: country === concept ? label[concept]! : `${label[concept]!}, ${label[country]!}`,
      value: formatScore(score),
      active: score >= minScore,
    };
  });
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
