/**
 * Gives the ids of a copy a prefix, and what refers to them: an id stands once in a page, and a pattern whose id
 * stands twice is drawn from the first, which may not be on show.
 */
export function tellApart(copy: Element, prefix: string): void {
  for (const element of copy.querySelectorAll('*')) {
    if (element.id !== '') element.id = prefix + element.id;
    for (const { name, value } of [...element.attributes]) {
      if (name === 'href' && value.startsWith('#')) element.setAttribute(name, `#${prefix}${value.slice(1)}`);
      else if (value.includes('url(#')) {
        element.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}`));
      }
    }
  }
}
