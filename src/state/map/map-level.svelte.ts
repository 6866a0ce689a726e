/** Where the map stands: the world, or one country with its regions, which are loaded when they are needed. */
import type { ProjectedCountry, Regions } from '../../layout/map/country-map.ts';
import type { World } from '../../layout/map/world.ts';
import type { FacetId } from '../../model/dataset.ts';
import { faultOf } from '../../model/fault-of.ts';
import { isOneArea } from '../words/describe-node.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** A step of the way from the world down to the focus. */
export interface LevelStep {
  /** undefined for the world. */
  readonly node: number | undefined;
  readonly name: string;
}

export class MapLevel {
  readonly #explorer: Explorer;
  readonly #facet: FacetId;
  readonly #world: World;
  #regions: Regions | null = $state.raw(null);
  #fault = $state('');
  #drawing: typeof import('../../layout/map/country-map.ts') | null = null;

  /** Call inside a component's set-up: it follows the focus from then on. */
  constructor(explorer: Explorer, facet: FacetId, world: World) {
    this.#explorer = explorer;
    this.#facet = facet;
    this.#world = world;
    $effect(() => this.#follow(this.country));
  }

  /** ISO 3166-1 alpha-3 of the country in focus, or "" for the world. */
  get country(): string {
    const focus = this.#explorer.focusOf(this.#facet);
    return focus === undefined ? '' : this.#explorer.places(this.#facet).countryOf(focus);
  }
  /** The regions of the country in focus; null on the world and while they load. */
  get regions(): Regions | null {
    return this.#regions?.country === this.country ? this.#regions : null;
  }
  /** Whether the regions of the country in focus are on their way: the world is still drawn then. */
  get awaitsRegions(): boolean {
    return this.country !== '' && !this.regions && this.#fault === '';
  }
  /** Whether the country in focus is drawn as one area, having no regions in the boundary files. */
  get isWhole(): boolean {
    return this.regions !== null && isOneArea(this.regions);
  }
  /** Whether any tag names a region of the country in focus: else its regions cannot be told apart. */
  get tellable(): boolean {
    return this.isWhole || this.#explorer.places(this.#facet).regionsIn(this.country).size > 0;
  }
  /** The country in focus as one point, where its label stands; empty on the world. */
  get asPoint(): readonly { node: number; name: string; lon: number; lat: number }[] {
    const node = this.#explorer.nodeByCode(this.#facet, this.country);
    const boundary = this.#world.onEarth.countries.find((country) => country.id === this.country);
    if (node === undefined || !boundary) return [];
    const [lon, lat] = boundary.properties.label;
    return [{ node, name: this.#explorer.names.short(this.#facet, node), lon, lat }];
  }
  /** The country in focus, projected into a box in px; null on the world and while it loads. */
  project(width: number, height: number, left: number): ProjectedCountry | null {
    const { regions } = this;
    return (
      regions && this.#drawing && this.#drawing.projectCountry(regions, this.#world, width, height, left)
    );
  }
  /** What kept the regions from being loaded, in words, or "". */
  get fault(): string {
    return this.#fault;
  }
  /** From the world to the focus. */
  get steps(): readonly LevelStep[] {
    const { names } = this.#explorer;
    const steps: LevelStep[] = [{ node: undefined, name: 'World' }];
    const focus = this.#explorer.focusOf(this.#facet);
    if (focus === undefined) return steps;
    const country = this.#explorer.nodeByCode(this.#facet, this.country);
    if (country !== undefined) steps.push({ node: country, name: names.short(this.#facet, country) });
    if (focus !== country) steps.push({ node: focus, name: names.short(this.#facet, focus) });
    return steps;
  }
  /** One level up; without effect on the world. */
  up(): void {
    const steps = this.steps;
    if (steps.length > 1) this.#explorer.focusOn(this.#facet, steps.at(-2)?.node);
  }

  #follow(country: string): (() => void) | undefined {
    this.#fault = '';
    if (country === '') return undefined;
    let current = true;
    void this.#load(country).then(({ regions, fault }) => {
      if (!current) return;
      this.#regions = regions;
      this.#fault = fault;
    });
    return () => (current = false);
  }

  /** What one country needs is loaded when somebody enters one: its boundaries, and the code that draws them. */
  async #load(country: string): Promise<{ regions: Regions | null; fault: string }> {
    try {
      const [drawing, { loadRegions }] = await Promise.all([
        import('../../layout/map/country-map.ts'),
        import('../../load/load-regions.ts'),
      ]);
      this.#drawing = drawing;
      try {
        const file = await loadRegions(country);
        const regions = file
          ? drawing.readRegions(country, file)
          : drawing.regionsOfWorld(country, this.#world);
        return { regions, fault: '' };
      } catch (error) {
        return { regions: drawing.regionsOfWorld(country, this.#world), fault: faultOf(error) };
      }
    } catch (error) {
      return { regions: null, fault: faultOf(error) };
    }
  }
}
