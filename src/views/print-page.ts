/**
 * Printing the page. Paper has another shape than the screen, so that what is drawn for the one does not fit the other:
 * the views are drawn anew, as their files have them. That takes a script that few people need; it is fetched when
 * somebody reaches for the browser's menu or presses Ctrl. Where it is not there yet, print.css does what it can.
 */
import type { FigureInput } from '../export/figure/figure.ts';
import type { World } from '../layout/map/world.ts';
import type { Explorer } from '../state/explorer.svelte.ts';

export class PagePrinting {
  readonly #explorer: Explorer;
  readonly #world: World;
  #paper: typeof import('../export/figure/paper.ts') | null = null;
  #input: FigureInput | null = null;
  #sheets: HTMLElement | null = null;

  constructor(explorer: Explorer, world: World) {
    this.#explorer = explorer;
    this.#world = world;
  }

  /** Prints the views, one a page; where the figures cannot be made, the page as it stands. */
  async print(): Promise<void> {
    await this.prepare();
    print();
  }

  /** Gathers what the sheets need. Never throws. */
  async prepare(): Promise<void> {
    try {
      this.#paper ??= await import('../export/figure/paper.ts');
      if (!this.#input || this.#paper.isStale(this.#input))
        this.#input = await this.#paper.gatherSheets(this.#explorer, this.#world);
    } catch {
      this.#input = null; // the page itself is printed
    }
  }

  /** Lays the sheets beside the page; the browser takes its picture when this returns. */
  onbeforeprint = (): void => {
    const { dataset } = document.documentElement;
    // the scenes of a talk are sheets of their own
    if ('sheets' in dataset || 'present' in dataset || !this.#paper || !this.#input) return;
    if (this.#paper.isStale(this.#input)) return;
    this.#sheets?.remove();
    this.#sheets = this.#paper.layOutSheets(this.#input);
    document.body.append(this.#sheets);
    dataset['paper'] = '';
  };

  onafterprint = (): void => {
    this.#sheets?.remove();
    this.#sheets = null;
    delete document.documentElement.dataset['paper'];
  };

  onkeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Control' || event.key === 'Meta') void this.prepare();
    const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'p';
    if (!isPrint || event.shiftKey || 'present' in document.documentElement.dataset) return;
    event.preventDefault();
    void this.print();
  };

  /** The pointer leaves at the top, where the browser's menu is. */
  onpointerleave = (event: MouseEvent): void => {
    if (event.clientY <= 0) void this.prepare();
  };
}
