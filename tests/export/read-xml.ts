/** A strict reader of the XML that files are written in: every breach throws, so that a file it reads is well-formed. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][\w:-]*)="([^"<]*)"/g;
const TEXT = /[^<]+/y;
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** @throws {Error} where the text is not well-formed: what and at which character */
export function readXml(text: string): XmlElement {
  if (FORBIDDEN.test(text)) throw new Error('a character that XML forbids');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  let at = text.startsWith(declaration) ? declaration.length : 0;
  const top: (XmlElement | string)[] = [];
  const open: { name: string; into: (XmlElement | string)[] }[] = [{ name: '', into: top }];
  while (at < text.length) {
    const into = open.at(-1)!.into;
    TEXT.lastIndex = TAG.lastIndex = at;
    const chars = TEXT.exec(text);
    if (chars) {
      into.push(unescaped(chars[0]));
      at = TEXT.lastIndex;
      continue;
    }
    const tag = TAG.exec(text);
    if (!tag) throw new Error(`no tag at ${at}: ${text.slice(at, at + 80)}`);
    at = TAG.lastIndex;
    const [, closing, name, list, empty] = tag;
    if (closing === '/') {
      if (open.length < 2 || open.pop()!.name !== name) throw new Error(`</${name}> closes nothing at ${at}`);
      continue;
    }
    const pairs = [...list!.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, unescaped(value!)] as const);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length)
      throw new Error(`an attribute twice at ${at}`);
    const children: (XmlElement | string)[] = [];
    into.push({ name: name!, attributes: new Map(pairs), children });
    if (empty === '') open.push({ name: name!, into: children });
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  const roots = top.filter((node) => typeof node !== 'string');
  if (roots.length !== 1) throw new Error(`${roots.length} roots`);
  return roots[0]!;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(\w+;)?/g, (all, name: string | undefined) => {
    const found = { 'lt;': '<', 'gt;': '>', 'quot;': '"', 'amp;': '&' }[name ?? ''];
    if (found === undefined) throw new Error(`a bare ${all}`);
    return found;
  });
}

/** All elements, the root first, in document order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** All text in an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
