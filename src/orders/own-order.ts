import type { Request, RequestHandler, Response } from 'express'
import { NotFound } from '../platform/errors.ts'
import { findOrder } from './order.ts'
import { grantOrder, isSignedFor, maySee } from './order-access.ts'

/** The order that an address names, for somebody who may see it. */
export interface OwnOrder {
  id: number
  number: string
}

type OrderHandler = (req: Request, res: Response, order: OwnOrder) => Promise<unknown>

/**
 * A page about an order, for its owner or by a link that we signed, which opens the order for the session. Nobody else
 * learns whether there is such an order: a link that has ended leads to the look-up, any other address to the same
 * "not found".
 */
export function forOwnOrder(handle: OrderHandler): RequestHandler {
  return async (req, res) => {
    const number = String(req.params.number)
    const order = await findOrder(number)
    const isSigned = isSignedFor(number, req.query)
    if (order && isSigned) grantOrder(req, order.id)
    const isOpen = order && (isSigned || maySee(req, order))
    if (req.query.signature !== undefined) {
      const lookup = `/orders/lookup?${new URLSearchParams({ number, link: 'ended' })}`
      return res.redirect(303, req.addressTo(isOpen ? req.path : lookup))
    }
    if (isOpen) return handle(req, res, { id: order.id, number })
    if (req.accepts(['html', 'json']) === 'json') throw new NotFound('order')
    await res.status(404).page('orders/not-found')
  }
}
