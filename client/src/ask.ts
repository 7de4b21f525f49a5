/** Asks the server to run a command with these arguments. */
export type Ask = (...args: unknown[]) => unknown
