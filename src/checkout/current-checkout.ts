import type { Request, RequestHandler, Response } from 'express'
import { ownerOf } from '../identity/index.ts'
import { findUnpaidOrder } from '../orders/index.ts'
import { type CheckoutView, checkoutView, firstUndone, type Step, steps } from './checkout-view.ts'

/** The checkout of whoever asks; undefined while their basket is empty. */
export function checkoutHere(req: Request): Promise<CheckoutView | undefined> {
  return checkoutView(ownerOf(req), { locale: req.locale, currency: req.currency })
}

type StepHandler = (req: Request, res: Response, checkout: CheckoutView) => Promise<unknown>

/** A page of the checkout, shown when all steps before it are done; else the shopper is led to the first that is not. */
export function step(name: Step | 'contact', show: StepHandler): RequestHandler {
  return async (req, res) => {
    const checkout = await checkoutHere(req)
    if (!checkout) return res.redirect(303, await withoutBasket(req))
    const undone = firstUndone(checkout)
    if (name !== 'contact' && steps.indexOf(undone) < steps.indexOf(name)) {
      return res.redirect(303, req.addressTo(`/checkout/${undone}`))
    }
    await show(req, res, checkout)
  }
}

/** Where a shopper without a basket goes: to what they have ordered and not paid yet, who come back from paying. */
export async function withoutBasket(req: Request): Promise<string> {
  const owner = ownerOf(req)
  const unpaid = owner && (await findUnpaidOrder(owner.visitorId))
  return req.addressTo(unpaid ? `/orders/${unpaid.number}` : '/basket')
}

/** The steps with where the shopper is, for the list on top of each page. */
export function stepsAt(current: Step, checkout: CheckoutView) {
  const undone = steps.indexOf(firstUndone(checkout))
  return steps.map((name, index) => ({
    name,
    state: name === current ? 'current' : index < undone ? 'done' : 'to-do',
    path: `/checkout/${name}`,
  }))
}
