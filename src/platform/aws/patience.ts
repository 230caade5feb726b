const CONNECTION_MS = 2_000

/** What makes a client of Amazon's SDK give up a question after so many milliseconds; without it, some wait for ever. */
export function within(milliseconds: number) {
  return {
    connectionTimeout: Math.min(milliseconds, CONNECTION_MS),
    requestTimeout: milliseconds,
    throwOnRequestTimeout: true,
  }
}
