/** Place names made comparable. */

/** Letters that do not decompose into a plain one and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  ǝ: 'a',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * A place name made comparable: no diacritics, no case, no punctuation, no "the"; "&" is "and", "St." is "Saint".
 */
export function placeKey(name: string): string {
  return withoutArticle(isPlainName(name) ? name.toLowerCase() : folded(name));
}

const BLANK = 0x20;

/** Whether a name has ASCII letters and digits only, in words with single blanks between: most do. */
function isPlainName(name: string): boolean {
  let before = BLANK;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    const small = unit | 0x20;
    const isInWord = (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    if (!isInWord && (unit !== BLANK || before === BLANK)) return false;
    before = unit;
  }
  return before !== BLANK;
}

function withoutArticle(key: string): string {
  if (!key.includes(' ')) return key;
  return key.replace(/^the | the$/g, '').replace(/^(?:st|sankt) /, 'saint ');
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıəǝßæœþ]/g, (letter) => FOLDED[letter]!)
    .replaceAll('&', ' and ')
    .replace(/['’‘`´ʻʼʿʾ.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that say what kind of area a name is of, in English and in the languages that names keep. */
const TYPE_WORDS = new Set(
  `administrative area arrondissement autonomous autonoma bezirk borough canton capital circuit city comarca commune
  community comunidad comunitat council countries county cum dc dependency departamento department departement distrito
  district division emirate entity fd federal federation federative free gobernacion governorate gouvernorat grand
  greater hanseatic indigenous intendency island islands judet kanton kommune krai kray kraj land local
  maakond mainland metro metropolis metropolitan municipality municipal municipio muhafazah muhafazat national
  nation oblast okres okrug ostan parish popular powiat prefecture prefectura principality province provincia
  provincie provinz qarku quarter raion rayon regency region regional regiao regione republic res respublika rural
  self shahrestan special state sub statistical subdivision territorial territory town union unitary
  urban vilayet viloyati voblast voivodeship wilaya wilayat woiwodschaft zizhiqu zizhizhou zone`.split(/\s+/),
);

/** Type words only at the end: what is left before them is the name ("Gyeonggi-do", "Aomori-ken"). */
const TYPE_ENDINGS = new Set(
  'do si gun ken fu shi sheng qu xian shiqu lan amt fylke khoroo oblasty'.split(' '),
);

const CONNECTIVES = new Set(['of', 'de', 'del', 'da', 'do', 'di', 'du', 'and', 'the', 'la', 'le', 'd']);

/** The key without the words that say what kind of area it is: "province of bolu" gives "bolu". */
export function bareKey(key: string): string {
  const words = key.split(' ');
  let end = words.length;
  while (end > 1 && TYPE_ENDINGS.has(words[end - 1]!)) end--;
  const kept = words.slice(0, end).filter((word) => !TYPE_WORDS.has(word));
  const dropped = kept.length < words.length;
  while (dropped && kept.length > 1 && CONNECTIVES.has(kept[0]!)) kept.shift();
  while (dropped && kept.length > 1 && CONNECTIVES.has(kept.at(-1)!)) kept.pop();
  return kept.length === 0 ? key : kept.join(' ');
}

/** What may be meant by a name: itself, without a bracket, the bracket, each side of a slash. */
export function namesWithin(name: string): string[] {
  if (!/[(/,]/.test(name)) return name.trim() === '' ? [] : [name];
  const bracket = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(name);
  const parts = bracket === null ? [name] : [name, bracket[1]!, bracket[2]!];
  return [...new Set([...parts, ...parts.flatMap((part) => part.split(/\s*[/,]\s*/))])].filter(
    (part) => part.trim() !== '',
  );
}
