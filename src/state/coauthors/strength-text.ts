/** A link's strength as text. */
import { formatCount, formatValue } from '../../layout/text/number-format.ts';
import type { StrengthCounting } from '../../layout/coauthors/link-strength.ts';

/** "3" in full counting, "0.25" in fractional; below a hundredth with the digits that tell it from nothing. */
export function strengthText(strength: number, counting: StrengthCounting): string {
  if (counting === 'full') return formatCount(Math.ceil(strength));
  return strength > 0 && strength < 0.01 ? strength.toPrecision(2) : formatValue(strength, 'fractional');
}
