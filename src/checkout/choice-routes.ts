import { type Request, type Response, Router } from 'express'
import { addressLines } from '../addresses/index.ts'
import { basketView } from '../basket/index.ts'
import { ownerOf } from '../identity/index.ts'
import { paymentMethods } from '../payments/index.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { inLocale, type Locale } from '../platform/locale.ts'
import { money } from '../platform/money.ts'
import { deliveryDates } from '../pricing/index.ts'
import { deliveryForm, paymentMethodForm } from './answer-forms.ts'
import { keepAnswers } from './answers.ts'
import { audienceOf, type CheckoutView } from './checkout-view.ts'
import { checkoutHere, step, stepsAt } from './current-checkout.ts'

/** How it comes and how it is paid. */
export function choiceRoutes(): Router {
  const routes = Router()

  routes.get(
    '/checkout/delivery',
    step('delivery', async (req, res, checkout) => {
      if (!req.isHtmx) return showDelivery(res, checkout, req.locale, blankForm())
      const basket = await basketDelivered(req, checkout, String(req.query.delivery))
      return res.fragment('checkout/_summary', { basket, isChosen: true })
    }),
  )
  routes.post(
    '/checkout/delivery',
    takes(deliveryForm, async (req, res, form) => {
      const checkout = await checkoutHere(req)
      if (!checkout?.answers.address) return res.redirect(303, req.addressTo('/checkout'))
      const chosen = checkout.options.find((option) => option.code === form.text('delivery'))
      if (!chosen) {
        const refused = form.ok ? form.refuse('checkout.delivery.missing', {}, 'delivery') : form
        return showDelivery(res.status(422), checkout, req.locale, refused)
      }
      await keepAnswers(checkout.basket.id, { deliveryMethod: chosen.code })
      res.redirect(303, req.addressTo('/checkout'))
    }),
  )

  routes.get(
    '/checkout/payment-method',
    step('payment-method', (_req, res, checkout) => showPaymentMethod(res, checkout, blankForm())),
  )
  routes.post(
    '/checkout/payment-method',
    takes(paymentMethodForm, async (req, res, form) => {
      const checkout = await checkoutHere(req)
      if (!checkout) return res.redirect(303, req.addressTo('/basket'))
      if (!form.ok) return showPaymentMethod(res.status(422), checkout, form)
      await keepAnswers(checkout.basket.id, { paymentMethod: form.value.method })
      res.redirect(303, req.addressTo('/checkout'))
    }),
  )
  return routes
}

/** The basket as it would cost with another way of delivery. */
async function basketDelivered(req: Request, { basket, answers }: CheckoutView, code: string) {
  const owner = ownerOf(req)
  const audience = await audienceOf(owner, { ...answers, deliveryMethod: code }, req)
  return (await basketView(owner, audience)) ?? basket
}

async function showDelivery(res: Response, checkout: CheckoutView, locale: Locale, form: Form<unknown>) {
  const { basket, options, delivery, answers } = checkout
  const chosen = delivery ?? options[0]
  return res.page('checkout/delivery', {
    form,
    steps: stepsAt('delivery', checkout),
    address: addressLines(answers.address!, locale),
    basket,
    options: options.map((option) => ({
      code: option.code,
      name: inLocale(option.name, locale),
      price: money(option.amount, basket.quote.currency),
      isChosen: option === chosen,
      ...deliveryDates(option),
    })),
  })
}

async function showPaymentMethod(res: Response, checkout: CheckoutView, form: Form<unknown>) {
  return res.page('checkout/payment-method', {
    form,
    steps: stepsAt('payment-method', checkout),
    basket: checkout.basket,
    methods: paymentMethods,
    chosen: checkout.answers.paymentMethod ?? paymentMethods[0],
  })
}
