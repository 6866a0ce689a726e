/** From how many authors on a record is drawn as a hub: what is offered. */

const USUAL = [5, 10, 20, 30, 50, 100, 200];

/** The usual numbers, and the present one where a link asks for another; ascending. */
export function pairChoices(present: number): number[] {
  return [...new Set([...USUAL, present])].sort((a, b) => a - b);
}
