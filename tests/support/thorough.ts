/**
 * Where chance decides what a test finds, `THOROUGH=yes npm test` gives it more of it. What is run without is enough to
 * notice what breaks often, in a time in which one waits for it.
 */
export function often(usually: number, thoroughly: number): number {
  return process.env.THOROUGH ? thoroughly : usually
}
