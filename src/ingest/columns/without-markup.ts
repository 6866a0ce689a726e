/** Texts that may have the marks of HTML, JATS or MathML, as titles and abstracts of publishers do. */
import { foldText } from './text-keys.ts';

/** Marks of HTML, JATS and MathML that titles have; other words in angle brackets may be meant as they stand. */
const INLINE =
  'a|abbr|b|bold|cite|code|em|font|i|inf|inline-formula|italic|img|math|m[inos]|m(?:row|frac|sqrt|root|text|space|style|sub|sup|subsup|over|under|underover|fenced|padded|phantom|table|tr|td)|mark|monospace|q|roman|sc|scp|small|span|strike|strong|sub|sup|tex-math|tt|u|underline';
const BLOCK = 'br|div|h[1-6]|hr|label|li|list|list-item|ol|p|sec|title|ul';
const ATTRIBUTES = '(?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>]+))*\\s*\\/?';
const marks = (names: string) => new RegExp(`<\\/?(?:${names})${ATTRIBUTES}>`, 'gi');
const INLINE_MARK = marks(`(?:jats|mml|m):[\\w-]+|${INLINE}`);
/** Those between two words. */
const BLOCK_MARK = marks(`(?:jats:)?(?:${BLOCK})`);

/** Also written twice ("&amp;amp;"), and letters with their accents ("&eacute;"). */
const ENTITY =
  /&(?:amp;)*(?:(amp|lt|gt|quot|apos|nbsp|[nm]dash|[lr][sd]quo|hellip|#\d{1,7}|#x[\da-f]{1,6})|([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron));/gi;
const NAMED: Readonly<Partial<Record<string, string>>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};
const ACCENTS: Readonly<Partial<Record<string, string>>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};
const LAST_CHARACTER = 0x10ffff;

/** A text that may have the marks of HTML ("<i>E. coli</i> &amp; others") without them; to be folded then. */
export function withoutMarkup(text: string): string {
  const plain = text.includes('&') ? text.replace(ENTITY, characterOf) : text;
  // marks may be written with entities too
  return plain.includes('<') ? plain.replace(BLOCK_MARK, ' ').replace(INLINE_MARK, '') : plain;
}

/** The same, folded. */
export const plainText = (text: string): string => foldText(withoutMarkup(text));

function characterOf(entity: string, name?: string, letter?: string, accent?: string): string {
  if (name === undefined) return `${letter}${ACCENTS[accent!.toLowerCase()]}`;
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : entity;
}
