/** How quotients are written: all with two decimals, so that those of a column, and both ends of an interval, align. */
import { formatValue } from './number-format.ts';

/** Infinite where what is compared with shows none. */
const written = (value: number): string => (value === Infinity ? '∞' : formatValue(value, 'fractional'));

/** "2.14×". */
export const formatQuotient = (value: number): string => `${written(value)}×`;

/** "0.84–12.40". */
export const formatInterval = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${written(low)}–${written(high)}`;
