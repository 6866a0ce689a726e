/** How quotients are written. */
import { formatCount } from './number-format.ts';

/** A quotient of 0 or more with about two digits that mean something: "0.45", "2.1", "12". */
export function formatQuotient(value: number): string {
  if (value >= 9.95) return formatCount(value);
  return value.toFixed(value >= 0.995 ? 1 : 2);
}
