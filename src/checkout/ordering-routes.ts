import { type Request, type Response, Router } from 'express'
import { addressLines } from '../addresses/index.ts'
import { ownerOf } from '../identity/index.ts'
import { returnFromPayment, startPayment } from '../orders/index.ts'
import type { Stripe } from '../payments/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { inLocale } from '../platform/locale.ts'
import { logger } from '../platform/logger.ts'
import { originOf } from '../platform/security.ts'
import { deliveryDates } from '../pricing/index.ts'
import { reviewForm } from './answer-forms.ts'
import { type CheckoutView, firstUndone } from './checkout-view.ts'
import { checkoutHere, step, stepsAt } from './current-checkout.ts'
import { placeOrder } from './place-order.ts'

/** Looking it all over, ordering, and coming back from the payment page. */
export function orderingRoutes({ stripe }: { stripe: Stripe }): Router {
  const routes = Router()

  routes.get(
    '/checkout/review',
    step('review', (req, res, checkout) => showReview(req, res, checkout, blankForm())),
  )

  routes.post(
    '/checkout/order',
    takes(reviewForm, async (req, res, form) => {
      const owner = ownerOf(req)
      if (!owner || !form.ok) return res.redirect(303, req.addressTo('/checkout'))
      const { basket: basketId, version, fingerprint } = form.value
      const placed = await placeOrder(
        owner,
        { basketId, version, fingerprint },
        { locale: req.locale, currency: req.currency },
      )
      if (placed.refused) return refuseOrder(req, res, form, placed.refused)
      const order = req.addressTo(`/orders/${placed.number}`)
      if (placed.paymentMethod !== 'card') return res.redirect(303, order)
      res.redirect(303, (await paymentPage(stripe, placed.orderId, originOf(req))) ?? order)
    }),
  )

  routes.get('/checkout/return', async (req, res) => {
    const number = await returnFromPayment(stripe, String(req.query.session))
    if (!number) throw new NotFound('payment')
    res.redirect(303, req.addressTo(`/orders/${number}`))
  })
  return routes
}

/** The provider's page, or undefined while the provider cannot be reached: the order's own page offers to pay. */
async function paymentPage(stripe: Stripe, orderId: number, origin: string): Promise<string | undefined> {
  return startPayment(stripe, orderId, origin).catch((error) => {
    logger.warn({ err: error, orderId }, 'the payment page could not be opened')
    return undefined
  })
}

async function refuseOrder(
  req: Request,
  res: Response,
  form: Form<unknown>,
  reason: 'changed' | 'short' | 'unfinished',
) {
  const checkout = await checkoutHere(req)
  if (!checkout || firstUndone(checkout) !== 'review') return res.redirect(303, req.addressTo('/checkout'))
  const short = checkout.basket.lines.filter((line) => line.quantity > line.left)
  const refused = short.reduce(
    (told, { variant, left }) => told.refuse('checkout.refused.short', { title: variant.title, left }),
    reason === 'short' ? form : form.refuse('checkout.refused.changed'),
  )
  return showReview(
    req,
    res.status(422),
    checkout,
    refused.ok ? form.refuse('checkout.refused.changed') : refused,
  )
}

async function showReview(req: Request, res: Response, checkout: CheckoutView, form: Form<unknown>) {
  const { basket, answers, delivery } = checkout
  return res.page('checkout/review', {
    form,
    steps: stepsAt('review', checkout),
    basket,
    fingerprint: checkout.fingerprint,
    email: answers.email,
    address: addressLines(answers.address!, req.locale),
    phone: answers.address!.phone,
    delivery: { name: inLocale(delivery!.name, req.locale), ...deliveryDates(delivery!) },
    method: basket.due === 0 ? 'none' : answers.paymentMethod,
  })
}
