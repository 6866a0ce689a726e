/** The part of the world that a map shows, as a link has it: `at=LONGITUDE,LATITUDE,TIMES`. */
import { MOST_TIMES, type MapWindow } from '../model/map-window.ts';

/** Finer than anybody sees: a hundredth of a degree is half a pixel of a map that is as large as it gets. */
const DIGITS = 2;

const NUMBER = /^-?\d{1,3}(?:\.\d+)?$/;

/** @returns for example "10.5,51,4.25" */
export function writeMapWindow({ longitude, latitude, times }: MapWindow): string {
  return [longitude, latitude, times].map((value) => String(rounded(value))).join(',');
}

/** @returns undefined where it is none */
export function readMapWindow(text: string): MapWindow | undefined {
  const parts = text.split(',');
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [longitude, latitude, times] = parts.map(Number) as [number, number, number];
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return isOnEarth && times >= 1 && times <= MOST_TIMES ? { longitude, latitude, times } : undefined;
}

/** Whether a link has the same for both. */
export function isSameWindow(a: MapWindow | null, b: MapWindow | null): boolean {
  return a === b || (a !== null && b !== null && writeMapWindow(a) === writeMapWindow(b));
}

// adding 0 makes of -0 what is read back
const rounded = (value: number) => Math.round(value * 10 ** DIGITS) / 10 ** DIGITS + 0;
