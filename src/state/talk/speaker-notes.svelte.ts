/** The other end of a talk: what the window with the notes knows of it, and how it leads. */
import {
  channelName,
  notesId,
  readNotesMessage,
  type Move,
  type NotesMessage,
  type NotesState,
} from '../../share/notes-message.ts';

/** So long without an answer, ms: nobody is there. */
const PATIENCE_MS = 4000;

export class SpeakerNotes {
  #shown: NotesState | null = $state.raw(null);
  #isOver = $state(false);
  #channel: BroadcastChannel | null = null;

  /** The scene on show; null before the talk has answered. */
  get shown(): NotesState | null {
    return this.#shown;
  }
  /** Whether the talk has ended, or none answers. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Calls the talk that the address names.
   * @returns ends the listening
   */
  listen(hash: string): () => void {
    const id = notesId(hash);
    if (id === null) {
      this.#isOver = true;
      return () => undefined;
    }
    const channel = new BroadcastChannel(channelName(id));
    this.#channel = channel;
    channel.onmessage = ({ data }) => {
      const message = readNotesMessage(data);
      if (message?.kind === 'state') this.#shown = message;
      if (message?.kind === 'state' || message?.kind === 'over') this.#isOver = message.kind === 'over';
    };
    this.#say({ kind: 'hello' });
    const waiting = setTimeout(() => (this.#isOver ||= this.#shown === null), PATIENCE_MS);
    return () => {
      clearTimeout(waiting);
      channel.close();
    };
  }

  /** Asks the talk to move. */
  move(move: Move): void {
    this.#say({ kind: 'move', move });
  }

  #say(message: NotesMessage): void {
    this.#channel?.postMessage(message);
  }
}
