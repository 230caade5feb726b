import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { ownerOf } from '../identity/index.ts'
import { config } from '../platform/config.ts'
import { NotFound } from '../platform/errors.ts'
import { sessionOf } from '../platform/sessions.ts'
import { findOrder } from './order.ts'

declare module 'express-session' {
  interface SessionData {
    /** The ids of orders that this session may see. */
    orders: number[]
  }
}

const MOST_ORDERS = 50
const LINK_DAYS = 180
const DAY_SECONDS = 86_400

/** Lets this session see an order that was opened by the link in its mail. */
export function grantOrder(req: Request, orderId: number): void {
  const session = sessionOf(req)
  const others = (session.orders ?? []).filter((id) => id !== orderId)
  session.orders = [...others, orderId].slice(-MOST_ORDERS)
}

/** Whether an order may be seen: by the visitor who placed it, or in a session that opened its link. */
export function maySee(req: Request, order: { id: number; visitorId: string }): boolean {
  return ownerOf(req)?.visitorId === order.visitorId || (req.session?.orders?.includes(order.id) ?? false)
}

/**
 * The id of the order that an address names by its `:number`, for whoever may see it.
 * @throws NotFound when there is none, or it is somebody else's, which is the same.
 */
export async function ownOrder(req: Request): Promise<number> {
  const order = await findOrder(String(req.params.number))
  if (!order || !maySee(req, order)) throw new NotFound('order')
  return order.id
}

/** The path of an order with a signature that opens it without signing in, for about half a year. */
export function signedOrderPath(number: string): string {
  const until = Math.floor(Date.now() / 1_000) + LINK_DAYS * DAY_SECONDS
  return `/orders/${number}?until=${until}&signature=${signatureOf(number, until)}`
}

/** Whether a link was signed by us for this order, and still counts. */
export function isSignedFor(number: string, query: Request['query']): boolean {
  const until = Number(query.until)
  if (!Number.isSafeInteger(until) || until * 1_000 < Date.now()) return false
  const given = Buffer.from(String(query.signature))
  const ours = Buffer.from(signatureOf(number, until))
  return given.length === ours.length && timingSafeEqual(given, ours)
}

function signatureOf(number: string, until: number): string {
  return createHmac('sha256', config.sessionSecret).update(`order ${number} ${until}`).digest('base64url')
}
