/** How quotients are written. */
import { formatCount } from './number-format.ts';

/** A quotient of 0 or more, the finer the nearer to 1 and below: "0.45", "1.06", "2.1", "12", "∞". */
export function formatQuotient(value: number): string {
  if (value === Infinity) return '∞';
  if (value >= 9.95) return formatCount(value);
  return value.toFixed(value >= 1.995 ? 1 : 2);
}
