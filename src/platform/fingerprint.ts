import { createHash } from 'node:crypto'

/** A short name for what something says: whether it still says what somebody saw. */
export function fingerprintOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}
