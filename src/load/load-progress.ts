/** How far a file is that is being loaded. */

/**
 * How far a file is: read; where it is search results, gone through for records; parsed and checked; then the map's
 * boundaries are awaited.
 */
export type LoadProgress =
  | {
      readonly phase: 'reading' | 'results';
      /** Bytes so far, after any decompression. */
      readonly bytes: number;
      /** Bytes in all; null where the server does not tell or sends the file compressed. */
      readonly totalBytes: number | null;
    }
  | { readonly phase: 'checking' | 'boundaries' };

/** Hears how far a file is; called at every piece, so it must be quick. */
export type OnProgress = (progress: LoadProgress) => void;

/** Bytes that the whole answer will have, or null: of a compressed one only the compressed length is known. */
export function expectedBytes(headers: Headers): number | null {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const length = headers.get('content-length') ?? '';
  return encoding === 'identity' && /^\d+$/.test(length) ? Number(length) : null;
}
