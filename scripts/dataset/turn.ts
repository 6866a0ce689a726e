/** Lets others have their turn in between: signals, messages, what was read. */

/** Over when they had it. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
