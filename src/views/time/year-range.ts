/** Choosing neighbouring years together: by a drag over their bars, by Shift with a click or with the arrows. */
import type { Attachment } from 'svelte/attachments';
import type { HistoryStep } from '../../state/explorer.svelte.ts';
import type { TimeSlot } from '../../layout/time/time-axis.ts';
import { shiftRange } from '../parts/shift-range.ts';

/** A bar, in the order of time. */
interface Bar {
  readonly node: number;
  readonly slot: TimeSlot;
}

export interface YearRangeOptions {
  readonly bars: () => readonly Bar[];
  /** Is told the nodes of a range, and whether it is the one before that has grown or shrunk by a key. */
  readonly choose: (nodes: number[], step: HistoryStep) => void;
  /** Is told the nodes that a drag covers so far; none when it ends. */
  readonly cover: (nodes: number[]) => void;
}

/** So far a pointer may slip and it is still a click, px. */
const SLIP_PX = 5;

/** For the SVG that holds the marks; what it hears here the marks hear no more. */
export function yearRange({ bars, choose, cover }: YearRangeOptions): Attachment<SVGElement> {
  const nodesOf = () => bars().map(({ node }) => node);
  return (svg) => {
    const listen = new AbortController();
    const { signal } = listen;
    const on = <K extends keyof SVGElementEventMap>(
      type: K,
      listener: (event: SVGElementEventMap[K]) => void,
    ) => svg.addEventListener(type, listener, { signal, capture: true });

    /** Where the pointer went down, px from the left; null while it is up. */
    let from: number | null = null;
    let isDrag = false;
    const xOf = (event: PointerEvent) => event.clientX - svg.getBoundingClientRect().left;
    const within = (event: PointerEvent): number[] => {
      const [left, right] = [from ?? 0, xOf(event)].sort((a, b) => a - b);
      const isCovered = ({ slot }: Bar) => slot.x < right! && slot.x + slot.width > left!;
      return bars()
        .filter(isCovered)
        .map(({ node }) => node);
    };
    const end = () => {
      from = null;
      cover([]);
    };
    on('pointerdown', (event) => {
      isDrag = false;
      const isPlain = event.button === 0 && event.isPrimary && !event.altKey && !event.shiftKey;
      from = isPlain ? xOf(event) : null;
    });
    // wherever it goes meanwhile: the bars are low, and a hand soon leaves them
    const anywhere = { signal, capture: true };
    const follow = (event: PointerEvent) => {
      if (from === null || !event.isPrimary) return;
      // let go where nobody was told, as outside of the window
      if ((event.buttons & 1) === 0) {
        end();
        return;
      }
      if (!isDrag && Math.abs(xOf(event) - from) <= SLIP_PX) return;
      if (!isDrag) svg.setPointerCapture(event.pointerId);
      isDrag = true;
      cover(within(event));
    };
    const letGo = (event: PointerEvent) => {
      const nodes = from !== null && isDrag ? within(event) : [];
      end();
      if (nodes.length > 0) choose(nodes, 'push');
    };
    addEventListener('pointermove', follow, anywhere);
    addEventListener('pointerup', letGo, anywhere);
    addEventListener('pointercancel', end, anywhere);

    const onShiftClick = shiftRange(nodesOf, (nodes) => choose(nodes, 'push'));
    on('click', (event) => {
      // the end of a drag is no click on a bar
      if (isDrag) event.stopPropagation();
      else onShiftClick(event);
      isDrag = false;
    });

    /** Where a range that Shift and the arrows choose begins. What else is done with the bars, or elsewhere, ends it. */
    let anchor: number | null = null;
    on('pointerdown', () => (anchor = null));
    on('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && svg.contains(relatedTarget))) anchor = null;
    });
    on('keydown', (event) => {
      if (event.key === 'Escape' && isDrag) end();
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!event.shiftKey) anchor = event.key === 'Shift' ? anchor : null;
      const mark = (event.target as SVGElement).closest<SVGElement>('[data-node]');
      if (!event.shiftKey || step === undefined || mark === null) return;
      event.preventDefault();
      event.stopPropagation();
      const nodes = nodesOf();
      const at = Number(mark.dataset['node']);
      const next = nodes[nodes.indexOf(at) + step];
      if (next === undefined) return;
      const historyStep = anchor === null ? 'push' : 'replace';
      anchor ??= at;
      const ends = [nodes.indexOf(anchor), nodes.indexOf(next)].sort((a, b) => a - b);
      choose(nodes.slice(ends[0], ends[1]! + 1), historyStep);
      svg.querySelector<SVGElement>(`[data-node="${next}"]`)?.focus();
    });
    return () => listen.abort();
  };
}
