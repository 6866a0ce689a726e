/** Answers layout requests in slices of time, so that a newer request or a cancel gets through between two. */
import { buildCoauthorGraph, type CoauthorGraph } from '../layout/coauthors/coauthor-graph.ts';
import { CoauthorLayout, type LayoutPicture } from '../layout/coauthors/coauthor-layout.ts';
import { askedPart } from '../layout/coauthors/coauthor-subgraph.ts';
import { communitiesOf, type Communities } from '../layout/coauthors/communities.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';
import { decodeLayoutQuestion, questionId } from './layout-request.ts';
import { faultOf } from '../model/fault-of.ts';

/** Least time between two progress pictures, ms. */
export const PROGRESS_INTERVAL_MS = 100;

/** From so many nodes on the start is shown before any force has moved it: what follows takes longer than a blink. */
const SHOWN_AT_ONCE = 1000;

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
  /** Goes on with the active request once its panel is known; undefined where it is. */
  #begun: ((aspect: number) => void) | undefined;

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
      else if (question.id !== this.#activeId) return;
      else if (question.kind === 'aspect') this.#begun?.(question.aspect);
      else this.#activeId = -1;
    } catch (error) {
      this.#fault(questionId(data), error);
    }
  }

  /** Posts the graph, and prepares all that hangs on no panel; goes on where there is one. */
  #start(request: LayoutRequest): void {
    const { id, part, aspect } = request;
    this.#activeId = id;
    this.#begun = undefined;
    const all = buildCoauthorGraph(request.bylines, request.authorCount, request.maxPairAuthors);
    const graph = askedPart(all, part);
    this.#post({ kind: 'graph', id, graph }, []);
    let communities: Communities | null = null;
    const colour = () => {
      if (communities !== null) return;
      communities = ofNodes(communitiesOf(all), all, graph);
      this.#post({ kind: 'communities', id, communities }, []);
    };
    if (request.coloursFirst) colour();
    const layout = new CoauthorLayout(graph, graph.nodeOfAuthor[part.ego] ?? -1);
    const go = (known: number) => {
      this.#begun = undefined;
      this.#arrange(id, layout.fit(known), graph.nodeCount, colour);
    };
    if (aspect === null) this.#begun = go;
    else go(aspect);
  }

  /** Posts pictures on the way, the communities once something is to be seen, and the last picture. */
  #arrange(id: number, layout: CoauthorLayout, nodeCount: number, colour: () => void): void {
    let pictureCount = 0;
    let nextPictureMs = performance.now();
    const isLarge = nodeCount >= SHOWN_AT_ONCE && layout.share < 1;
    const slice = () => {
      if (this.#activeId !== id) return;
      try {
        const isShown = pictureCount > 0 || !isLarge;
        if (isShown && layout.step(this.#sliceMs)) {
          colour();
          this.#activeId = -1;
          this.#answer({ kind: 'result', id, picture: layout.picture() });
          return;
        }
        const before = performance.now();
        if (before >= nextPictureMs) {
          const { share } = layout;
          this.#answer({ kind: 'progress', id, share, picture: layout.picture() });
          const after = performance.now();
          nextPictureMs = after + Math.max(PROGRESS_INTERVAL_MS, (after - before) / PACKING_SHARE);
          if (++pictureCount === 1) colour();
        }
        setTimeout(slice);
      } catch (error) {
        this.#activeId = -1;
        this.#fault(id, error);
      }
    };
    setTimeout(slice);
  }

  #answer(answer: LayoutAnswer & { readonly picture: LayoutPicture }): void {
    const { x, y } = answer.picture;
    this.#post(answer, [x.buffer as ArrayBuffer, y.buffer as ArrayBuffer]);
  }

  #fault(id: number, error: unknown): void {
    const message = faultOf(error);
    this.#post({ kind: 'fault', id, message }, []);
  }
}

/** The communities of a whole graph, by node of a part of it. */
function ofNodes(communities: Communities, all: CoauthorGraph, part: CoauthorGraph): Communities {
  if (part === all) return communities;
  const hubs = new Map<number, number>();
  all.recordOfNode.forEach((record, node) => {
    if (record >= 0) hubs.set(record, node);
  });
  const community = Uint32Array.from(part.authorOfNode, (author, node) => {
    const whole = author >= 0 ? all.nodeOfAuthor[author]! : hubs.get(part.recordOfNode[node]!)!;
    return communities.community[whole]!;
  });
  return { ...communities, community };
}
