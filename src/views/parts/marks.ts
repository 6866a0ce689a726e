/**
 * What every mark does, in one place: click to include, Alt-click to exclude, right-click or a held finger for the menu,
 * keys for all of it, arrows to the next mark, hover and focus for the tooltip and the linked highlight. A view attaches
 * this to the element that holds its marks; a mark is an element with `data-node`.
 */
import type { Attachment } from 'svelte/attachments';
import type { FacetId } from '../../model/dataset.ts';
import type { Membership } from '../../filter/passing/filter-state.ts';
import type { Explorer, HistoryStep } from '../../state/explorer.svelte.ts';
import type { Anchor, MenuAction, Surface, TooltipContent } from '../../state/surface.svelte.ts';
import { keepFocus } from './keep-focus.ts';
import { nearestInDirection, type Direction } from './nearest-mark.ts';

export interface MarksOptions {
  readonly explorer: Explorer;
  readonly surface: Surface;
  readonly facet: () => FacetId;
  readonly describe: (node: number) => TooltipContent;
  /** Zooms to a mark on double click and "+"; left out where a view doesn't zoom. */
  readonly zoomTo?: (node: number, step?: HistoryStep) => void;
  /** Zooms out on Escape and "-". */
  readonly zoomOut?: () => void;
  /** What the menu calls zooming to a mark. */
  readonly focusLabel?: string;
  /** What the menu offers besides, in words of the view. */
  readonly actions?: (node: number) => readonly MenuAction[];
  /** For marks that are painted, not elements: the node at a place of the viewport, or -1. */
  readonly nodeAt?: (x: number, y: number) => number;
}

const ARROWS: Readonly<Partial<Record<string, Direction>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Marks that take the keyboard; `data-mark` stands on those that are no node, such as the hub of a team. */
const FOCUSABLE_MARKS = '[data-node][tabindex], button[data-node], [data-mark]';

/** The unseen edge of a small mark, round about its middle: for a pointer that is not exact. */
const NEAR = '.near';
/** So near to its middle a small mark is meant, whatever lies under it. */
const CLOSE_PX = 7;

/** Over all views: who leaves one mark for another must not take the other's tooltip along. */
let timesPointed = 0;

type MarkElement = (HTMLElement | SVGElement) & { dataset: DOMStringMap };

interface MarkHit {
  readonly element: MarkElement;
  readonly node: number;
}

function hit(event: Event, nodeAt: MarksOptions['nodeAt']): MarkHit | null {
  const target = event.target as MarkElement;
  const element =
    event instanceof MouseEvent && target.matches(NEAR)
      ? markNear(event.clientX, event.clientY)
      : target.closest<MarkElement>('[data-node]');
  if (element) return { element, node: Number(element.dataset['node']) };
  const node = nodeAt && event instanceof MouseEvent ? nodeAt(event.clientX, event.clientY) : -1;
  return node < 0 ? null : { element: target, node };
}

/**
 * The mark that is meant where the pointer is within the edge of a small one: the nearest of those, but farther away the
 * area that is drawn there.
 */
function markNear(x: number, y: number): MarkElement | null {
  let nearest: MarkElement | null = null;
  let area: MarkElement | null = null;
  let least = Infinity;
  for (const element of document.elementsFromPoint(x, y)) {
    const mark = element.closest<MarkElement>('[data-node]');
    if (!mark) continue;
    if (!element.matches(NEAR)) {
      area ??= mark;
      continue;
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const distance = Math.hypot(left + width / 2 - x, top + height / 2 - y);
    if (distance < least) [nearest, least] = [mark, distance];
  }
  return least <= CLOSE_PX ? nearest : (area ?? nearest);
}

/** Makes the marks inside an element answer to pointer and keyboard. */
export function marks(options: MarksOptions): Attachment<HTMLElement | SVGElement> {
  const { explorer, surface } = options;
  const markAt = (event: Event) => hit(event, options.nodeAt);

  function select(node: number, exclude: boolean): void {
    if (exclude) explorer.toggleExcluded(options.facet(), node);
    else explorer.toggleIncluded(options.facet(), node);
  }
  function openMenu(element: MarkElement, node: number, anchor?: { x: number; y: number }): void {
    const box = element.getBoundingClientRect();
    surface.openMenu(
      {
        facet: options.facet(),
        node,
        returnTo: element,
        ...(options.actions ? { actions: options.actions(node) } : {}),
        ...(options.zoomTo && options.focusLabel ? { focusLabel: options.focusLabel } : {}),
      },
      anchor ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 },
    );
  }
  function point(node: number, anchor: Anchor): void {
    timesPointed += 1;
    explorer.hoverOver({ kind: 'node', facet: options.facet(), node });
    surface.showTooltip(options.describe(node), anchor);
  }
  function leave(): void {
    const left = timesPointed;
    // a mark that is removed while it has the focus leaves in the middle of an update
    queueMicrotask(() => {
      if (timesPointed !== left) return; // an arrow key went straight on to the next mark
      explorer.hoverOver(null);
      surface.hideTooltip();
    });
  }

  /** How the mark of the last click stood before it. */
  let before: { readonly node: number; readonly membership: Membership } | null = null;

  function onClick(event: Event): void {
    const mark = markAt(event);
    if (!mark || !(event instanceof MouseEvent)) return;
    if (event.detail === 2 && options.zoomTo && !event.altKey) {
      // takes back what the first of the two clicks did, also as a step of the history
      if (before) explorer.setMembership(options.facet(), before.node, before.membership);
      options.zoomTo(mark.node, 'replace');
    } else {
      before = { node: mark.node, membership: explorer.membership(options.facet(), mark.node) };
      select(mark.node, event.altKey);
    }
    surface.showTooltip(options.describe(mark.node), anchorOf(event, mark.element));
  }
  function onKeydown(event: KeyboardEvent, root: HTMLElement | SVGElement): void {
    if (event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const mark = markAt(event);
    const act = direction
      ? () => moveFocus(root, event.target as MarkElement, direction)
      : mark && keyAction(event, mark.element, mark.node);
    if (!act) return;
    event.preventDefault();
    act();
  }
  function keyAction(event: KeyboardEvent, element: MarkElement, node: number): (() => void) | undefined {
    switch (event.key) {
      case 'Enter':
      case ' ':
        // a real button clicks by itself
        if (element instanceof HTMLButtonElement && !event.altKey) return undefined;
        return () => select(node, event.altKey);
      case 'x':
      case 'Delete':
        return () => select(node, true);
      case 'm':
      case 'ContextMenu':
        return () => openMenu(element, node);
      case 'F10':
        return event.shiftKey ? () => openMenu(element, node) : undefined;
      case '+':
      case '=':
        return options.zoomTo && (() => options.zoomTo!(node));
      case '-':
      case 'Escape':
        return options.zoomOut;
      default:
        return undefined;
    }
  }

  return (root) => {
    const listen = new AbortController();
    const on = (type: string, listener: (event: Event) => void) =>
      root.addEventListener(type, listener, { signal: listen.signal });
    // in a whole panel: a button of it may go with what it did, such as a step of a breadcrumb
    keepFocus(root.closest<MarkElement>('[data-view]') ?? root, listen.signal, options.zoomOut);
    on('click', onClick);
    on('keydown', (event) => onKeydown(event as KeyboardEvent, root));
    const openMenuAt = (event: Event) => {
      const mark = markAt(event);
      if (!mark) return;
      event.preventDefault();
      openMenu(mark.element, mark.node, anchorOf(event as MouseEvent, mark.element));
    };
    on('contextmenu', openMenuAt);
    if (navigator.maxTouchPoints > 0) {
      void import('./long-press.ts').then(({ onLongPress }) => onLongPress(root, openMenuAt, listen.signal));
    }
    on('pointermove', (event) => {
      if ((event as PointerEvent).pointerType === 'touch') return;
      const mark = markAt(event);
      if (mark) point(mark.node, anchorOf(event as MouseEvent, mark.element));
      else if (options.nodeAt && explorer.hover?.kind === 'node') leave();
    });
    on('pointerout', leave);
    // an SVG that hears of focus itself is a stop of the keyboard, with nothing to say
    const around = root instanceof SVGElement ? (root.parentElement ?? root) : root;
    const onFocus = (type: string, listener: (event: Event) => void) =>
      around.addEventListener(type, (event) => root.contains(event.target as Node) && listener(event), {
        signal: listen.signal,
      });
    onFocus('focusin', (event) => {
      const mark = markAt(event);
      if (!mark?.element.matches(':focus-visible')) return;
      point(mark.node, anchorBy(mark.element));
    });
    onFocus('focusout', leave);
    return () => {
      listen.abort();
      leave();
    };
  };
}

function anchorOf(event: MouseEvent, element: Element): Anchor {
  // a click made by the keyboard has no place of its own
  if (event.detail > 0 || event.type === 'pointermove' || event.clientX > 0 || event.clientY > 0) {
    return { x: event.clientX, y: event.clientY };
  }
  return anchorBy(element);
}

/** The anchor of a mark that the keyboard is on. */
function anchorBy(element: Element): Anchor {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.bottom, box };
}

function moveFocus(root: Element, from: MarkElement, direction: Direction): void {
  const others = [...root.querySelectorAll<MarkElement>(FOCUSABLE_MARKS)];
  const boxes = others.map((element) => element.getBoundingClientRect());
  const next = nearestInDirection(boxes, others.indexOf(from), direction);
  if (next >= 0) others[next]!.focus();
}
