/** Text and numbers as XML 1.0 and graph files hold them. */

/** What XML 1.0 cannot hold, even escaped: control characters, halves of surrogate pairs, two non-characters. */
const UNHOLDABLE = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // as they stand, a reader would make blanks or line feeds of them
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The text for an element or an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(UNHOLDABLE, '\uFFFD').replace(/[&<>"'\t\n\r]/g, (character) => ENTITY[character]!);
}

/** At most six decimals, no exponent, no noise: 0.1 + 0.2 gives 0.3; -0 is 0. */
export function plainNumber(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
