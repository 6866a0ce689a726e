/** What is packed, and how it is told whether that is still so: see packed-script.ts. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** What is packed: of the exports of `entry`, and of a thread that `place` tells the place of, both from the root. */
export interface Sources {
  readonly root: string;
  readonly entry: string;
  readonly thread: string;
  readonly place: string;
}

/** What was packed, and of what. */
export interface Account {
  /** Name of the folder in which it is. */
  readonly folder: string;
  /** {@link hashOf} each file by its path from the root, those that pack too. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The same of what was packed, by its path from the folder in which it is kept. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Tells where in the folder what is kept is told. */
export const accountPath = (kept: string) => join(kept, 'account.json');
/** The packed entry in its folder. */
export const PACKED_ENTRY = 'entry.mjs';

/** Tells one content from all others. */
export const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
