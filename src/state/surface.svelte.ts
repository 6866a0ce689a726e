/** What floats above the views: one tooltip, one menu. What views are told besides. Never part of a link. */
import type { FacetId } from '../model/dataset.ts';

/** A number in a tooltip, told in words. */
export interface TooltipRow {
  readonly label: string;
  readonly value: string;
  /** The number under the active counting rule. */
  readonly active?: boolean;
}

export interface TooltipContent {
  readonly title: string;
  /** Levels above, or what kind of thing it is. */
  readonly context?: string;
  readonly rows: readonly TooltipRow[];
  /** What the number doesn't say: hidden tags, below the threshold, hubs. */
  readonly note?: string;
}

/** What something takes of the viewport, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a tooltip or a menu stands, in CSS pixels of the viewport. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Of a mark that the keyboard is on: no tooltip hides it. */
  readonly box?: Box;
}

/** Something that a menu offers, in words. */
export interface MenuAction {
  readonly label: string;
  readonly act: () => void;
}

/** The mark that a menu speaks of. */
export interface MenuTarget {
  readonly facet: FacetId;
  readonly node: number;
  /** Given where the view can zoom to the mark. */
  readonly focusLabel?: string;
  /** What the view itself offers. */
  readonly actions?: readonly MenuAction[];
  /** Takes the keyboard focus again when the menu closes. */
  readonly returnTo: HTMLElement | SVGElement | null;
}

export class Surface {
  /** Whether each view's head offers its files: an embed without controls does not. */
  readonly offersFiles: boolean;
  #tooltip: { content: TooltipContent; anchor: Anchor } | null = $state.raw(null);
  #sought: { readonly author: number } | null = $state.raw(null);
  #slide: object | null = $state.raw(null);
  #menu: { target: MenuTarget; anchor: Anchor } | null = $state.raw(null);

  constructor(offersFiles = true) {
    this.offersFiles = offersFiles;
  }

  get tooltip(): { content: TooltipContent; anchor: Anchor } | null {
    return this.#menu ? null : this.#tooltip;
  }
  get menu(): { target: MenuTarget; anchor: Anchor } | null {
    return this.#menu;
  }
  showTooltip(content: TooltipContent, anchor: Anchor): void {
    this.#tooltip = { content, anchor };
  }
  hideTooltip(): void {
    this.#tooltip = null;
  }
  openMenu(target: MenuTarget, anchor: Anchor): void {
    this.#menu = { target, anchor };
    this.#tooltip = null;
  }
  /** Somebody was searched for: a view that draws people goes there. The same author again is a new search. */
  get sought(): { readonly author: number } | null {
    return this.#sought;
  }
  seek(author: number): void {
    this.#sought = { author };
  }
  /** The scene of a talk that is on show, another object each time it is shown; null on the page. */
  get slide(): object | null {
    return this.#slide;
  }
  showSlide(isShown: boolean): void {
    this.#slide = isShown ? {} : null;
  }
  closeMenu(): void {
    this.#menu = null;
  }
}
