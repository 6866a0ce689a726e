/** Whether a host is the reader's own computer, which nobody else reaches by that name. */
export const isOwnComputer = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
