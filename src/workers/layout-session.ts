/** Answers layout requests in slices of time, so that a newer request or a cancel gets through between two. */
import { CoauthorLayout, type LayoutPicture } from '../layout/coauthor-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';
import { decodeLayoutQuestion, questionId } from './layout-request.ts';

/** Least time between two progress pictures, ms. */
export const PROGRESS_INTERVAL_MS = 100;

/** Packing for a progress picture may take at most this share of the time. */
const PACKING_SHARE = 0.3;

/** Sends an answer; the buffers may be handed over rather than copied. */
export type PostAnswer = (answer: LayoutAnswer, transfer: ArrayBuffer[]) => void;

/** One end of the conversation: in the worker, or on the page where there is none. */
export class LayoutSession {
  readonly #post: PostAnswer;
  readonly #sliceMs: number;
  /** The request being answered; -1 when idle. */
  #activeId = -1;

  /** @param sliceMs how long to compute before letting other events through, ms */
  constructor(post: PostAnswer, sliceMs: number) {
    this.#post = post;
    this.#sliceMs = sliceMs;
  }

  /** Takes one message from the page. A faulty one is answered with a fault. */
  receive(data: unknown): void {
    try {
      const question = decodeLayoutQuestion(data);
      if (question.kind === 'layout') this.#start(question);
      else if (question.id === this.#activeId) this.#activeId = -1;
    } catch (error) {
      this.#fault(questionId(data), error);
    }
  }

  #start(request: LayoutRequest): void {
    this.#activeId = request.id;
    const layout = new CoauthorLayout(request.graph, request.aspect);
    let nextPictureMs = performance.now();
    const slice = () => {
      if (this.#activeId !== request.id) return;
      try {
        if (layout.step(this.#sliceMs)) {
          this.#activeId = -1;
          this.#answer({ kind: 'result', id: request.id, picture: layout.picture() });
          return;
        }
        const before = performance.now();
        if (before >= nextPictureMs) {
          const { share } = layout;
          this.#answer({ kind: 'progress', id: request.id, share, picture: layout.picture() });
          const after = performance.now();
          nextPictureMs = after + Math.max(PROGRESS_INTERVAL_MS, (after - before) / PACKING_SHARE);
        }
        setTimeout(slice);
      } catch (error) {
        this.#activeId = -1;
        this.#fault(request.id, error);
      }
    };
    setTimeout(slice);
  }

  #answer(answer: LayoutAnswer & { readonly picture: LayoutPicture }): void {
    const { x, y } = answer.picture;
    this.#post(answer, [x.buffer as ArrayBuffer, y.buffer as ArrayBuffer]);
  }

  #fault(id: number, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#post({ kind: 'fault', id, message }, []);
  }
}
