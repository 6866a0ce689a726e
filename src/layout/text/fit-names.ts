/** Names that fit into a short space, and how many more there are. */
export interface FittedNames {
  readonly shown: readonly string[];
  readonly more: number;
}

/**
 * Takes names from the front while they fit, but always the first.
 * @param room characters that the space holds, separators and "+9" included
 */
export function fitNames(names: readonly string[], room: number): FittedNames {
  let used = names[0]?.length ?? 0;
  let shown = Math.min(1, names.length);
  while (shown < names.length) {
    const withNext = used + 2 + names[shown]!.length;
    const restNote = shown + 1 < names.length ? 4 : 0; // " +12"
    if (withNext + restNote > room) break;
    used = withNext;
    shown += 1;
  }
  return { shown: names.slice(0, shown), more: names.length - shown };
}
