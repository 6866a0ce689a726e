/** The envelope of all that an embed and the page around it say to each other; what may be in it: messages.ts. */

export const SOURCE = 'whereabouts';
export const VERSION = 1;

/** A message in its envelope. */
export interface Envelope {
  readonly source: typeof SOURCE;
  readonly v: typeof VERSION;
  readonly id: string;
}

/** @param id names the embed; "" before the page around has said hello */
export function wrap<Message extends { readonly type: string; readonly data: unknown }>(
  id: string,
  message: Message,
): Envelope & Message {
  return { source: SOURCE, v: VERSION, id, ...message };
}
