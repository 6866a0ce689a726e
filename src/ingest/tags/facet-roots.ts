/**
 * What the first levels of a path tell about its facet. The lists of continents and genres are closed as far as
 * is known; the list of industries is not, so an unlisted root is told by its place among the others.
 */
import { countryNamed } from '../places/country-names.ts';
import { isOpenWater, isWorldRegion } from '../places/world-regions.ts';

/**
 * How a path speaks for its facet.
 * `geography`, `genre`, `industry`, `technology`: its root stands in that facet only ·
 * `rather-…`: a level below "Information Technology" that is at home in one facet and may occur in the other ·
 * `industry-or-technology`: at home in both · `bare-root`: "Information Technology" alone · `unlisted`: no known root
 */
export type RootEvidence =
  | 'geography'
  | 'genre'
  | 'industry'
  | 'technology'
  | 'rather-industry'
  | 'rather-technology'
  | 'industry-or-technology'
  | 'bare-root'
  | 'unlisted';

const GENRES = new Set([
  'Collection',
  'Contests & Prizes',
  'Financial News',
  'Frequently Asked Questions (FAQ)',
  'Instructional Material',
  'Overview',
  'Personal',
  'Press Release',
  'Questionnaire & Opinion Survey',
  'Research Report',
  'Summary/Review',
  'Workflow',
]);

const INDUSTRIES = new Set([
  'Aerospace & Defense',
  'Automobiles & Trucks',
  'Banking & Finance',
  'Chemicals',
  'Commercial Services & Supplies',
  'Construction & Engineering',
  'Consumer Products & Services',
  'Education',
  'Electrical Industrial Apparatus',
  'Energy',
  'Food & Agriculture',
  'Government',
  'Health & Medicine',
  'Insurance',
  'Law',
  'Law Enforcement & Public Safety',
  'Leisure & Entertainment',
  'Machinery',
  'Marketing',
  'Materials',
  'Media',
  'Professional Services',
  'Real Estate',
  'Retail',
  'Semiconductors & Electronics',
  'Social Sector',
  'Telecommunications',
  'Textiles',
  'Transportation',
  'Water & Waste Management',
]);

const SHARED_ROOT = 'Information Technology';

const TECHNOLOGY_LEVELS = new Set([
  'Architecture',
  'Biomedical Informatics',
  'Communications',
  'Data Science',
  'Enterprise Applications',
  'Game Theory',
  'Graphics',
  'Hardware',
  'Human Computer Interaction',
  'Information Management',
  'Knowledge Management',
  'Mathematics of Computing',
  'Modeling & Simulation',
  'Sensing and Signal Processing',
]);

const INDUSTRY_LEVELS = new Set([
  'Robotics & Automation',
  'Security & Privacy',
  'Services',
  'Smart Houses & Appliances',
]);

/** What the path's first two levels tell. */
export function rootEvidence(path: readonly string[]): RootEvidence {
  const [root = '', second] = path;
  if (root === SHARED_ROOT) return sharedRootEvidence(second);
  if (isWorldRegion(root) || isOpenWater(root) || countryNamed(root) !== undefined) return 'geography';
  if (GENRES.has(root)) return 'genre';
  if (INDUSTRIES.has(root)) return 'industry';
  return 'unlisted';
}

function sharedRootEvidence(second: string | undefined): RootEvidence {
  if (second === undefined) return 'bare-root';
  if (second === 'Artificial Intelligence') return 'technology';
  if (TECHNOLOGY_LEVELS.has(second)) return 'rather-technology';
  if (INDUSTRY_LEVELS.has(second)) return 'rather-industry';
  return 'industry-or-technology';
}
