/** Titles as duplicates and ids compare them. */
import type { Hash53 } from './hash53.ts';
import { foldText, isAscii, textKey } from './text-keys.ts';

/** Only letters and digits, without regard to case; a title that has none stays as it is. */
export function titleKey(title: string): string {
  return textKey(title) || foldText(title);
}

/** Adds the units of {@link titleKey} to a hash, for most titles without making the key. */
export function addTitleKey(hash: Hash53, title: string): void {
  if (!isAscii(title)) {
    hash.addText(titleKey(title));
    return;
  }
  let isEmpty = true;
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i);
    const isLarge = unit >= 0x41 && unit <= 0x5a;
    if (!isLarge && !(unit >= 0x61 && unit <= 0x7a) && !(unit >= 0x30 && unit <= 0x39)) continue;
    hash.addUnit(isLarge ? unit + 0x20 : unit);
    isEmpty = false;
  }
  if (isEmpty) hash.addText(foldText(title));
}
