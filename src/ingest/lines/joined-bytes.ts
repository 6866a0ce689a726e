/** Pieces of memory end to end, as far as `length`; a single one that is no longer stays as it is. */
export function joinedBytes(pieces: readonly Uint8Array[], length = Infinity): Uint8Array {
  if (pieces.length === 1 && pieces[0]!.length <= length) return pieces[0]!;
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const whole = new Uint8Array(Math.min(length, total));
  let at = 0;
  for (const piece of pieces) {
    if (at === whole.length) break;
    const part = piece.subarray(0, whole.length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
