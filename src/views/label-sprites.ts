/** Names with their halo as small pictures: putting a halo around letters takes far longer than copying it. */
import type { PlacedLabel } from '../layout/label-placement.ts';
import { textWidth } from './parts/text-width.ts';

const FONT = '600 12px system-ui, sans-serif';
/** Room for the halo beside a name, and for high letters above and below its middle, px. */
const BESIDE_PX = 4;
const ABOVE_PX = 16;
/** So many are kept; one takes some 10 kB, four times as much on a fine screen. */
const KEPT = 300;

/** How names look. */
export interface LabelLook {
  readonly ink: string;
  readonly halo: string;
  readonly pixelRatio: number;
}

/** The pictures of names in one look; another look makes them anew. */
export class LabelSprites {
  readonly #sprites = new Map<string, HTMLCanvasElement>();
  #look: LabelLook = { ink: '', halo: '', pixelRatio: 1 };

  /** Paints a name to the nearest whole pixel, which keeps its letters sharp. Leaves the context without a transform. */
  paint(context: CanvasRenderingContext2D, label: PlacedLabel & { readonly text: string }): void {
    const { pixelRatio } = this.#look;
    const { text, textAnchor, anchorX, anchorY } = label;
    const width = textWidth(text, FONT);
    const left = anchorX - (textAnchor === 'end' ? width : textAnchor === 'middle' ? width / 2 : 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(
      this.#spriteOf(text, width),
      Math.round((left - BESIDE_PX) * pixelRatio),
      Math.round((anchorY - ABOVE_PX) * pixelRatio),
    );
  }

  /** Says how the names that follow look. */
  wear(look: LabelLook): void {
    const { ink, halo, pixelRatio } = this.#look;
    if (look.ink === ink && look.halo === halo && look.pixelRatio === pixelRatio) return;
    this.#look = look;
    this.#sprites.clear();
  }

  #spriteOf(text: string, width: number): HTMLCanvasElement {
    let sprite = this.#sprites.get(text);
    if (!sprite) {
      sprite = this.#made(text, width);
      if (this.#sprites.size >= KEPT) this.#sprites.clear();
      this.#sprites.set(text, sprite);
    }
    return sprite;
  }

  #made(text: string, width: number): HTMLCanvasElement {
    const { ink, halo, pixelRatio } = this.#look;
    const sprite = document.createElement('canvas');
    sprite.width = Math.ceil((width + 2 * BESIDE_PX) * pixelRatio);
    sprite.height = Math.ceil(2 * ABOVE_PX * pixelRatio);
    const context = sprite.getContext('2d');
    if (!context) return sprite;
    context.scale(pixelRatio, pixelRatio);
    context.font = FONT;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    context.fillStyle = ink;
    context.strokeText(text, BESIDE_PX, ABOVE_PX);
    context.fillText(text, BESIDE_PX, ABOVE_PX);
    return sprite;
  }
}
