/** What an error says: what is thrown may be no error. */
export const faultOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
