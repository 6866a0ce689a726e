/** What is packed: see packed-script.ts. */

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
  /** `hashOf` (kept.mjs) each file by its path from the root, those that pack too. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The same of what was packed, by its path from the folder in which it is kept. */
  readonly outputs: Readonly<Record<string, string>>;
}
