import { createHash, randomBytes } from 'node:crypto'
import type { Request } from 'express'
import { sessionOf } from '../platform/sessions.ts'

/** A sign-in that has begun: what only this browser's session knows of it. */
export interface PendingSignIn {
  nonce: string
  verifier: string
  back: string
  asksPassword: boolean
  at: number
}

declare module 'express-session' {
  interface SessionData {
    pendingSignIns: Record<string, PendingSignIn>
    /** Whoever was signed in here no longer is: the next sign-in asks for the password. */
    asksPassword: boolean
  }
}

/** Somebody may begin in several tabs. */
const MOST_PENDING = 5
const LONGEST_MS = 60 * 60_000

/** Remembers a sign-in that begins; returns the `state` under which it comes back. */
export function rememberPending(req: Request, pending: Omit<PendingSignIn, 'at'>): string {
  const session = sessionOf(req)
  const state = randomBytes(24).toString('base64url')
  const others = Object.entries(session.pendingSignIns ?? {}).slice(1 - MOST_PENDING)
  session.pendingSignIns = Object.fromEntries([...others, [state, { ...pending, at: Date.now() }]])
  return state
}

/** The sign-in of this session that a `state` names, once; undefined for anybody else's, an old or a used one. */
export function takePending(req: Request, state: unknown): PendingSignIn | undefined {
  const { pendingSignIns = {} } = sessionOf(req)
  const key = String(state)
  const pending = Object.hasOwn(pendingSignIns, key) ? pendingSignIns[key] : undefined
  delete pendingSignIns[key]
  return pending && pending.at > Date.now() - LONGEST_MS ? pending : undefined
}

/** A secret that proves, when the code is exchanged, that it was us who began: what is kept, and what is shown. */
export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
