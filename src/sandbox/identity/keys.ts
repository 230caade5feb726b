import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Database } from '../database.ts'

export interface Keys {
  /** What ID tokens are signed with. */
  signing: JWK
  /** What the provider's own cookies are signed with. */
  cookies: string
}

/** The provider's keys: made once, then kept, so that sessions and tokens survive a restart. */
export async function keysIn({ sql, connection }: Database): Promise<Keys> {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS provider_keys (id INTEGER PRIMARY KEY, keys TEXT NOT NULL) STRICT',
  )
  const kept = sql.get`SELECT keys FROM provider_keys WHERE id = 1`
  if (kept) return JSON.parse(String(kept.keys))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signing = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(9).toString('base64url'),
    alg: 'RS256',
    use: 'sig',
  }
  const keys = { signing, cookies: randomBytes(32).toString('base64url') }
  sql.run`INSERT INTO provider_keys (id, keys) VALUES (1, ${JSON.stringify(keys)})`
  return keys
}
