import { Router } from 'express'
import { z } from 'zod'
import { notify } from '../identity/index.ts'
import { blankForm, takes } from '../platform/forms.ts'
import { networkOf, type RateLimits } from '../platform/rate-limit.ts'
import { askForLink } from './ask-for-link.ts'

const TEN_MINUTES = 600

/** "P-1001", however it was typed: "p 1001", "#1001". */
const number = z
  .string('orders.lookup.number.missing')
  .max(80, 'orders.lookup.number.wrong')
  .transform((typed) => typed.toUpperCase().replace(/[\s#.\p{Pd}]+/gu, ''))
  .pipe(z.string().min(1, 'orders.lookup.number.missing'))
  .pipe(z.string().regex(/^P?\d{1,15}$/, 'orders.lookup.number.wrong'))
  .transform((tidy) => `P-${tidy.replace('P', '')}`)

const email = z
  .string('checkout.email.missing')
  .transform((typed) => typed.replace(/\s+/g, '').toLowerCase())
  .pipe(z.string().min(1, 'checkout.email.missing').max(254, 'shared.form.too-long'))
  .pipe(z.email('checkout.email.wrong'))

const lookupForm = z.object({ number, email })

/** Following an order with its number and e-mail address. Whether there is such an order, only the mailbox learns. */
export function lookupRoutes(limits: RateLimits): Router {
  const routes = Router()
  const forNetwork = limits('lookup-network', { times: 20, seconds: TEN_MINUTES })
  const forEmail = limits('lookup-email', { times: 5, seconds: TEN_MINUTES })

  routes.get('/orders/lookup', async (req, res) => {
    const named = typeof req.query.number === 'string' ? req.query.number.slice(0, 40) : undefined
    await res.page('orders/lookup', {
      form: blankForm({ number: named }),
      hasEnded: req.query.link === 'ended',
    })
  })

  routes.post(
    '/orders/lookup',
    takes(lookupForm, async (req, res, form) => {
      if (!form.ok) return res.status(422).page('orders/lookup', { form, hasEnded: false })
      await forNetwork(networkOf(req))
      await forEmail(form.value.email)
      await askForLink({ ...form.value, locale: req.locale })
      notify(req, { key: 'orders.lookup.sent', values: { email: form.value.email } })
      res.redirect(303, req.addressTo('/orders/lookup'))
    }),
  )
  return routes
}
