/** AITopics result text as long as one likes, made up from a seed: for benchmarks. */
import { createRequire } from 'node:module';
import { oneOf, pareto, uniform, zipf, type Draw } from '../filter/seeded-random.ts';

interface CityRow {
  readonly city: string;
  readonly pop: number;
  readonly country: string;
  readonly province: string | null;
  readonly timezone: string | null;
}

const { cityMapping } = createRequire(import.meta.url)('city-timezones') as { cityMapping: CityRow[] };

const AI = 'Information Technology > Artificial Intelligence';
const LEARNING = `${AI} > Machine Learning`;
const TECHNOLOGY = [
  `${LEARNING} > Neural Networks > Deep Learning`,
  `${AI} > Natural Language > Large Language Model`,
  `${AI} > Vision`,
  LEARNING,
  `${LEARNING} > Neural Networks`,
  `${LEARNING} > Reinforcement Learning`,
  `${LEARNING} > Statistical Learning`,
  `${AI} > Representation & Reasoning`,
  `${AI} > Representation & Reasoning > Uncertainty > Bayesian Inference`,
  `${AI} > Representation & Reasoning > Optimization`,
  `${AI} > Representation & Reasoning > Search`,
  `${AI} > Natural Language > Machine Translation`,
  `${AI} > Natural Language > Chatbot`,
  `${AI} > Robots`,
  `${AI} > Speech > Speech Recognition`,
  `${AI} > Cognitive Science`,
  `${AI} > Games`,
  `${LEARNING} > Inductive Learning`,
  `${LEARNING} > Unsupervised or Indirectly Supervised Learning`,
  `${LEARNING} > Learning Graphical Models > Directed Networks > Bayesian Learning`,
  `${LEARNING} > Performance Analysis > Accuracy`,
  `${AI} > Vision > Face Recognition`,
  `${AI} > Vision > Image Understanding`,
  `${AI} > Robots > Autonomous Vehicles`,
  'Information Technology > Data Science > Data Mining',
  'Information Technology > Data Science > Data Quality',
  'Information Technology > Sensing and Signal Processing > Image Processing',
  'Information Technology > Communications > Social Media',
  'Information Technology > Game Theory',
  'Information Technology > Graphics',
  'Information Technology > Human Computer Interaction > Interfaces',
];
const INDUSTRY = [
  'Education',
  'Health & Medicine > Therapeutic Area',
  'Information Technology > Security & Privacy',
  'Health & Medicine > Diagnostic Medicine > Imaging',
  'Leisure & Entertainment > Games',
  'Transportation > Ground > Road',
  'Law',
  'Energy > Power Industry',
  'Banking & Finance',
  'Media > News',
  'Government > Regional Government',
  'Health & Medicine > Therapeutic Area > Oncology',
  'Food & Agriculture > Agriculture',
  'Information Technology > Robotics & Automation',
  'Education > Educational Setting',
  'Automobiles & Trucks',
  'Semiconductors & Electronics',
  'Telecommunications',
];
const GENRE = [
  'Research Report > Experimental Study',
  'Research Report > New Finding',
  'Research Report',
  'Overview',
  'Workflow',
  'Instructional Material',
  'Summary/Review',
];

const SYLLABLES =
  'al an ar ba be chen da de el en fa gar ha hu in jin ka ki la lee li lo ma mei mo na ni o pa ra ri ro sa shi ta to va wa xu ya yu zha zi'.split(
    ' ',
  );
const ACCENTED = ['Müller', 'Gómez', 'Fernández', 'Çelik', 'Łukasz', 'Søren', 'André', 'Wörner'];
const WORDS =
  'a an the of in to for and with on by from we that this which is are model models language training data learning deep neural network networks task tasks method methods approach results performance large small efficient robust novel state-of-the-art benchmark evaluation human feedback reward policy optimization gradient attention transformer representation knowledge reasoning graph image video speech text translation generation retrieval classification detection segmentation accuracy error bound analysis theory framework algorithm sample distribution domain adaptation transfer few-shot zero-shot pre-trained fine-tuning parameters inference latency memory scalable open-source experiments show demonstrate propose introduce study improve outperform existing baselines across several settings while requiring fewer resources however recent work has shown'.split(
    ' ',
  );
const ODD_WORDS = [
  '“naïve”',
  '$\\mathcal{O}(n \\log n)$',
  'Erdős–Rényi',
  '—',
  '语言模型',
  'café',
  'α-divergence',
];

/** A name of some syllables, the first letter large. */
function name(random: Draw, most: number): string {
  if (random() < 0.02) return oneOf(random, ACCENTED);
  let text = '';
  for (let n = 2 + Math.floor(random() * most); n > 0; n--) text += oneOf(random, SYLLABLES);
  return text[0]!.toUpperCase() + text.slice(1);
}

function continentOf({ timezone, country }: CityRow): string {
  const zone = timezone?.split('/')[0] ?? '';
  if (['Africa', 'Asia', 'Europe'].includes(zone)) return zone;
  if (zone === 'Australia' || zone === 'Pacific') return 'Oceania';
  if (zone !== 'America') return 'Asia';
  return /^(?:Argentina|Bolivia|Brazil|Chile|Colombia|Ecuador|Peru|Venezuela)$/.test(country)
    ? 'South America'
    : 'North America';
}

/** Cities, regions and countries of some 220 countries; the largest cities come first. */
function places(): string[] {
  const rows = [...cityMapping].sort((a, b) => b.pop - a.pop);
  const paths = new Set<string>();
  for (const row of rows) {
    const country = `${continentOf(row)} > ${row.country}`;
    paths.add(country);
    if (row.province) paths.add(`${country} > ${row.province} > ${row.city}`);
    if (row.province && row.pop > 1e6) paths.add(`${country} > ${row.province}`);
  }
  return [...paths].filter((path) => !path.includes('('));
}

/**
 * The text of a file, in parts: a query line, then records. Titles of 4 to 14 words, authors by a heavy tail up to
 * 300, abstracts of about 1,200 characters, tags falling in score; some lists are cut, some records lack tags or
 * authors, one in a hundred stands there twice.
 * @param recordCount records, second copies included
 */
export function* syntheticText(recordCount: number, seed: number): Generator<string> {
  const random = uniform(seed);
  const authors = Array.from({ length: 2 * recordCount }, () => `${name(random, 3)}, ${name(random, 3)}`);
  const draw: Draws = {
    random,
    place: listDraw(random, places(), 0.8),
    technology: listDraw(random, TECHNOLOGY, 0.8),
    industry: listDraw(random, INDUSTRY, 0.8),
    genre: listDraw(random, GENRE, 1),
    word: listDraw(random, WORDS, 0.5),
    author: listDraw(random, authors, 0.6),
    authorCount: pareto(random, 2, 300, 1.1),
  };
  yield 'training language model\n';
  let last = '';
  for (let i = 0; i < recordCount; i++) {
    if (i === 0 || random() >= 0.01) last = recordText(draw);
    yield last;
  }
}

interface Draws {
  readonly random: Draw;
  readonly place: () => string;
  readonly technology: () => string;
  readonly industry: () => string;
  readonly genre: () => string;
  readonly word: () => string;
  readonly author: () => string;
  readonly authorCount: Draw;
}

function listDraw(random: Draw, list: readonly string[], exponent: number): () => string {
  const index = zipf(random, list.length, exponent);
  return () => list[index()]!;
}

function recordText(draw: Draws): string {
  const { random } = draw;
  const lines = [titleText(draw)];
  if (random() >= 0.02) {
    const count = draw.authorCount();
    const list = new Set(Array.from({ length: count }, () => draw.author()));
    if (random() < 0.005) list.add('OpenAI, null');
    lines.push([...list].join(', '));
  }
  lines.push(abstractText(draw));
  if (random() >= 0.05) {
    if (random() < 0.7) lines.push(...tagLines(draw, draw.place, 4, 0.04 + 0.25 * random()));
    if (random() < 0.6) lines.push(...tagLines(draw, draw.genre, 2, 0.6 + 0.4 * random()));
    if (random() < 0.5) lines.push(...tagLines(draw, draw.industry, 3, 0.5 + 0.5 * random()));
    lines.push(...tagLines(draw, draw.technology, 5, 0.9 + 0.1 * random()));
  }
  return `${lines.join('\n')}\n`;
}

function titleText({ random, word }: Draws): string {
  const words = Array.from({ length: 4 + Math.floor(random() * 11) }, () => {
    const each = word();
    return each.length < 4 ? each : each[0]!.toUpperCase() + each.slice(1);
  });
  words[0] = words[0]![0]!.toUpperCase() + words[0]!.slice(1);
  if (random() < 0.3) words[1] = `${words[1]!}:`;
  return words.join(' ');
}

function abstractText({ random, word }: Draws): string {
  const target = 700 + Math.floor(random() * 1000);
  const oddity = random() < 0.15 ? 0.01 : 0;
  const sentences: string[] = [];
  for (let length = 0; length < target;) {
    const words = Array.from({ length: 12 + Math.floor(random() * 14) }, () =>
      random() < oddity ? oneOf(random, ODD_WORDS) : `${word()}${random() < 0.07 ? ',' : ''}`,
    );
    const sentence = words.join(' ').replace(/,?$/, '.');
    sentences.push(sentence[0]!.toUpperCase() + sentence.slice(1));
    length += sentence.length + 1;
  }
  return sentences.join(' ');
}

function tagLines({ random }: Draws, path: () => string, most: number, highest: number): string[] {
  const paths = new Set(Array.from({ length: 1 + Math.floor(random() * most) }, path));
  let score = highest;
  const lines = [...paths].map((each) => {
    const line = `- ${each} (${score.toFixed(2)})`;
    score = Math.max(0.01, score * (0.7 + 0.3 * random()));
    return line;
  });
  if (paths.size >= most && random() < 0.5) lines.push(`- (${1 + Math.floor(40 * random() ** 2)} more...)`);
  return lines;
}
