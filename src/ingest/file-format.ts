/** Tells a file that is no result text from its beginning, before anything is parsed. */

/** How much of the beginning tells, in UTF-16 units. */
export const SNIFFED_CHARS = 8192;

/** What a file that is not read looks like, in words ("a binary file"), or undefined for text to be parsed. */
export function unsupportedFormat(text: string): string | undefined {
  const head = text.slice(0, SNIFFED_CHARS);
  if (looksBinary(head)) return 'a binary file';
  const start = head.replace(/^\uFEFF?\s+|^\uFEFF/, '');
  if (/^(?:\{\s*(?:["}]|$)|\[\s*(?:[{"[\]]|$))/.test(start)) return 'JSON';
  if (/^<(?:!doctype|html|\?xml)\b/i.test(start)) return 'HTML or XML';
  if (start.startsWith('{\\rtf')) return 'rich text (RTF)';
  return undefined;
}

function looksBinary(head: string): boolean {
  if (head.startsWith('%PDF-')) return true;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if (unit === 0) return true;
    if (unit === 0xfffd || (unit < 32 && !(unit >= 9 && unit <= 13))) odd++;
  }
  return odd * 10 > head.length;
}
