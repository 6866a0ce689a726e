/**
 * The keys of an open menu: the arrows go round its items, Tab leaves it.
 * @param menu what holds the items, elements with the role "menuitem"
 */
export function walkMenu(event: KeyboardEvent, menu: HTMLElement | undefined, leave: () => void): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Tab') {
    event.preventDefault();
    leave();
  } else if (step !== undefined) {
    event.preventDefault();
    const items = [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  }
}
