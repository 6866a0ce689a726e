/** Whether a file begins as gzip does (RFC 1952), whatever its name ends in. */
export const isGzip = (beginning: Uint8Array): boolean => beginning[0] === 0x1f && beginning[1] === 0x8b;
