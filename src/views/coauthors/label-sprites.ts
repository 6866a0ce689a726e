/**
 * Names with their halo as small pictures: putting a halo around letters takes far longer than copying it. Making
 * one takes longest: names that show for a moment, while a pointer passes, are written.
 */
import type { PlacedLabel } from '../../layout/text/label-placement.ts';
import { textWidth } from '../parts/text-width.ts';

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

  /**
   * Paints a name to the nearest whole pixel, which keeps its letters sharp. Leaves the context without a transform.
   * @param isBrief whether the name will be gone with the next picture
   */
  paint(
    context: CanvasRenderingContext2D,
    label: PlacedLabel & { readonly text: string },
    isBrief: boolean,
  ): void {
    const { pixelRatio } = this.#look;
    const { text, textAnchor, anchorX, anchorY } = label;
    const width = textWidth(text, FONT);
    const left = anchorX - (textAnchor === 'end' ? width : textAnchor === 'middle' ? width / 2 : 0);
    const x = Math.round((left - BESIDE_PX) * pixelRatio);
    const y = Math.round((anchorY - ABOVE_PX) * pixelRatio);
    const sprite = this.#sprites.get(text) ?? (isBrief ? undefined : this.#kept(text, width));
    if (!sprite) this.#write(context, text, x, y);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (sprite) context.drawImage(sprite, x, y);
  }

  /** Says how the names that follow look. */
  wear(look: LabelLook): void {
    const { ink, halo, pixelRatio } = this.#look;
    if (look.ink === ink && look.halo === halo && look.pixelRatio === pixelRatio) return;
    this.#look = look;
    this.#sprites.clear();
  }

  #kept(text: string, width: number): HTMLCanvasElement {
    const sprite = this.#made(text, width);
    if (this.#sprites.size >= KEPT) this.#sprites.clear();
    this.#sprites.set(text, sprite);
    return sprite;
  }

  #made(text: string, width: number): HTMLCanvasElement {
    const { pixelRatio } = this.#look;
    const sprite = document.createElement('canvas');
    sprite.width = Math.ceil((width + 2 * BESIDE_PX) * pixelRatio);
    sprite.height = Math.ceil(2 * ABOVE_PX * pixelRatio);
    const context = sprite.getContext('2d');
    if (context) this.#write(context, text, 0, 0);
    return sprite;
  }

  /** @param x of the picture's left edge, from the canvas's, device pixels; so is `y`, from the top */
  #write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
    const { ink, halo, pixelRatio } = this.#look;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, x, y);
    context.font = FONT;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    context.fillStyle = ink;
    context.strokeText(text, BESIDE_PX, ABOVE_PX);
    context.fillText(text, BESIDE_PX, ABOVE_PX);
  }
}
