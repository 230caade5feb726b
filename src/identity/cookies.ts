import type { Request } from 'express'

/** The cookies that the browser sent. Values of ours need no decoding. */
export function cookiesOf(req: Request): Record<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2))
}
