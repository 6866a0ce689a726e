/** What the presentation and the window with the notes say to each other. Whatever else arrives is no message. */
import { SCENE_LIMIT, SCENE_TEXT_LIMITS } from '../model/scene.ts';

/** Presentation to notes: where it stands. */
export interface NotesState {
  readonly kind: 'state';
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly title: string;
  readonly text: string;
  readonly notes: string;
  /** Title of the next scene; null at the last. */
  readonly next: string | null;
  /** When the talk began, ms since 1970. */
  readonly startedMs: number;
  readonly isBlank: boolean;
}

/** Where a presenter can go. */
export type Move = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'leave';

export const MOVES: readonly Move[] = ['next', 'previous', 'first', 'last', 'blank', 'leave'];

/** "hello": the notes are there. "over": the presentation has ended. */
export type NotesMessage =
  | NotesState
  | { readonly kind: 'hello' }
  | { readonly kind: 'over' }
  | { readonly kind: 'move'; readonly move: Move };

/** Channels are named so; the id is made up anew for each presentation. */
export const channelName = (id: string): string => `whereabouts-notes-${id}`;

/** The id in the address of a window with notes ("#notes=ID"), or null. */
export function notesId(hash: string): string | null {
  return /^#notes=([\w-]{1,64})$/.exec(hash)?.[1] ?? null;
}

const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit;
const isCount = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit;

/** A message as it was sent, or null for anything else. Never throws. */
export function readNotesMessage(data: unknown): NotesMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const message = data as Readonly<Partial<Record<string, unknown>>>;
  const { kind } = message;
  if (kind === 'hello' || kind === 'over') return { kind };
  if (kind === 'move') {
    const move = MOVES.find((known) => known === message['move']);
    return move ? { kind, move } : null;
  }
  return kind === 'state' ? readState(message) : null;
}

function readState(message: Readonly<Partial<Record<string, unknown>>>): NotesState | null {
  const { index, count, title, text, notes, next, startedMs, isBlank } = message;
  if (!isCount(index, SCENE_LIMIT - 1) || !isCount(count, SCENE_LIMIT) || index >= count) return null;
  if (!isText(title, SCENE_TEXT_LIMITS.title) || !isText(text, SCENE_TEXT_LIMITS.text)) return null;
  if (!isText(notes, SCENE_TEXT_LIMITS.notes)) return null;
  if (next !== null && !isText(next, SCENE_TEXT_LIMITS.title)) return null;
  if (!isCount(startedMs, 8.64e15) || typeof isBlank !== 'boolean') return null;
  return { kind: 'state', index, count, title, text, notes, next, startedMs, isBlank };
}
