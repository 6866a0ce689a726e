/** Two texts that the gazetteer's tables of names must tell apart by more than their hashes. */

/** Two texts of one hash (FNV-1a of 32 bits over UTF-16 units): among some hundred thousand there are such. */
export function textsOfOneHash(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const text = i.toString(36).padStart(5, '0');
    let hash = 0x811c9dc5 | 0;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const other = seen.get(hash);
    if (other !== undefined) return [other, text];
    seen.set(hash, text);
  }
}
