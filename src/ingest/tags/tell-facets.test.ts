import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_ORDER, type TextFacet } from '../facets.ts';
import { tellFacets, type ListedTag } from './tell-facets.ts';
import { readTagLine } from './tag-line.ts';

/** A list as the source writes it, without the leading dashes. */
function listed(lines: readonly string[]): ListedTag[] {
  let afterMore = false;
  return lines.flatMap((line) => {
    const tag = readTagLine(`- ${line}`);
    if (tag.kind === 'more') afterMore = true;
    if (tag.kind !== 'tag') return [];
    const entry = { path: tag.path, score: tag.score, afterMore };
    afterMore = false;
    return [entry];
  });
}

const LETTERS: Record<TextFacet, string> = { geography: 'P', genre: 'G', industry: 'I', technology: 'T' };

/** One letter a tag: the facet, "?" where unknown; in lower case where doubtful. */
function told(...lines: string[]): string {
  return tellFacets(listed(lines))
    .map(({ facet, doubt }) => {
      if (facet === undefined) return '?';
      return doubt === undefined ? LETTERS[facet] : LETTERS[facet].toLowerCase();
    })
    .join('');
}

const AI = 'Information Technology > Artificial Intelligence > Machine Learning';

describe('tellFacets', () => {
  it.each([
    ['continents and oceans are geography', ['Asia > Japan (0.27)', 'Pacific Ocean (0.04)'], 'PP'],
    ['a country or a region as root is geography', ['Middle East > Israel (0.14)', 'France (0.04)'], 'PP'],
    ['known genres and industries need no border', ['Research Report (1.00)', 'Law (1.00)'], 'GI'],
    ['artificial intelligence is technology', [`${AI} (1.00)`], 'T'],
    [
      'security among industries is an industry',
      [
        'Law (1.00)',
        'Information Technology > Security & Privacy (1.00)',
        'Government (1.00)',
        `${AI} (1.00)`,
      ],
      'IIIT',
    ],
    [
      'security after the end of the industries is technology, against its second level',
      ['Law (1.00)', '(2 more...)', 'Information Technology > Security & Privacy (1.00)', `${AI} (0.90)`],
      'ItT',
    ],
    [
      'other information technology after the end of the industries is technology',
      ['Law (1.00)', '(2 more...)', 'Information Technology > Software (1.00)', `${AI} (0.90)`],
      'ITT',
    ],
    [
      'a rise in score ends the industries too',
      ['Law (0.50)', 'Information Technology > Software (1.00)', `${AI} (0.90)`],
      'ITT',
    ],
    [
      'a rise in score after it makes it an industry',
      ['Research Report (1.00)', 'Information Technology > Software (0.50)', `${AI} (0.90)`],
      'GIT',
    ],
    [
      'without a border it can be told two ways',
      ['Law (1.00)', 'Information Technology > Software (1.00)', `${AI} (1.00)`],
      'IiT',
    ],
    [
      'bare information technology beside deeper technology is an industry',
      ['Law (1.00)', 'Information Technology (0.90)', `${AI} (1.00)`],
      'IIT',
    ],
    [
      'an unlisted root between two of one facet is of that facet',
      ['Law (1.00)', 'Toys (0.80)', 'Media (0.60)'],
      'III',
    ],
    ['… and among genres too', ['Overview (1.00)', 'Diary (0.80)', 'Personal (0.60)'], 'GGG'],
    [
      'an unlisted root between genres and industries can be told two ways',
      ['Overview (1.00)', 'Toys (0.80)', 'Law (0.60)'],
      'GiI',
    ],
    [
      '… but not after the end of the genres',
      ['Overview (1.00)', '(2 more...)', 'Toys (0.80)', 'Law (0.60)'],
      'GII',
    ],
    ['… and not after a rise in score', ['Overview (0.50)', 'Toys (0.80)', 'Law (0.60)'], 'GII'],
    [
      '… and not before the end of the genres',
      ['Overview (1.0)', 'Toys (0.8)', '(2 more...)', 'Law (0.6)'],
      'GGI',
    ],
    [
      'an unlisted root after the geography is rather an industry',
      ['Asia (0.10)', '(2 more...)', 'Toys (0.80)', `${AI} (0.60)`],
      'PiT',
    ],
    ['unlisted roots alone cannot be told', ['Toys (0.80)', 'Games > Chess (0.60)'], '??'],
    ['an unlisted root after the technology cannot be told', [`${AI} (1.00)`, 'Toys (0.50)'], 'T?'],
    ['facets out of order are told by their roots', ['Law (1.00)', 'Europe > Spain (0.04)'], 'Ip'],
    [
      'a list that goes on after its end is told by its roots',
      ['Asia (0.4)', '(2 more...)', 'Africa (0.4)'],
      'Pp',
    ],
    ['scores that rise among places change nothing', ['Asia (0.04)', 'Africa (0.14)'], 'PP'],
    ['nothing tells nothing', [], ''],
  ])('%s', (_, lines, expected) => expect(told(...lines)).toBe(expected));

  it('tells every well-formed list of known roots without a doubt', () => {
    const roots: Record<TextFacet, string[]> = {
      geography: ['Asia > Japan', 'Europe', 'North America > United States > Texas', 'Atlantic Ocean'],
      genre: ['Research Report > New Finding', 'Overview', 'Press Release', 'Personal > Interview'],
      industry: ['Law', 'Media > News', 'Health & Medicine > Therapeutic Area > Oncology', 'Energy'],
      technology: [AI, 'Information Technology > Artificial Intelligence > Robots'],
    };
    const facetList = (facet: TextFacet) =>
      fc.record({
        facet: fc.constant(facet),
        lines: fc.array(fc.tuple(fc.constantFrom(...roots[facet]), fc.integer({ min: 0, max: 100 })), {
          maxLength: 4,
        }),
        more: fc.boolean(),
      });
    fc.assert(
      fc.property(fc.tuple(...TEXT_ORDER.map(facetList)), (lists) => {
        const lines: string[] = [];
        let expected = '';
        for (const { facet, lines: tags, more } of lists) {
          for (const [path, score] of [...tags].sort((a, b) => b[1] - a[1])) {
            lines.push(`${path} (${(score / 100).toFixed(2)})`);
            expected += LETTERS[facet];
          }
          if (more && tags.length > 0) lines.push('(3 more...)');
        }
        expect(told(...lines)).toBe(expected);
      }),
    );
  });
});
