import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { findVariant, productPage, type SellableVariant } from '../catalogue/index.ts'
import { notify } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { type Form, nothing, takes } from '../platform/forms.ts'
import { networkOf, type RateLimits } from '../platform/rate-limit.ts'
import { findAlertByKey } from './alert.ts'
import { type AlertView, withVariant } from './alert-view.ts'
import { askForAlert } from './ask-for-alert.ts'
import { confirmAlert } from './confirm-alert.ts'
import { removeAlert } from './remove-alert.ts'

const alertForm = z.object({
  sku: z.string('shared.form.wrong').min(1).max(100),
  email: z
    .string('alerts.email.missing')
    .trim()
    .min(1, 'alerts.email.missing')
    .max(254, 'shared.form.too-long')
    .pipe(z.email('alerts.email.wrong')),
})
const removalForm = z.object({ 'List-Unsubscribe': z.string().optional() })

/** Asking to be told when something is back, and having the last word on it: `/back-in-stock`. */
export function alertRoutes({ limits }: { limits: RateLimits }): Router {
  const routes = Router()
  const limit = limits('alerts', { times: 20, seconds: 600 })

  routes.post(
    '/back-in-stock',
    takes(alertForm, async (req, res, form) => {
      const variant = await findVariant({ sku: form.text('sku'), optionValueIds: [] }, localityOf(req))
      if (!variant) throw new NotFound('product')
      if (!form.ok) return refuse(req, res, variant, form)
      await limit(networkOf(req))
      const { email } = form.value
      await askForAlert({ variantId: variant.id, email, locale: req.locale })
      if (req.isHtmx) return res.fragment('alerts/_asked', { email })
      notify(req, { key: 'alerts.asked', values: { email } })
      res.redirect(303, req.addressTo(addressOf(variant)))
    }),
  )

  routes.get('/back-in-stock/:key', async (req, res) => {
    res.set('X-Robots-Tag', 'noindex')
    await res.page('alerts/show', { alert: await alertHere(req) })
  })

  routes.post(
    '/back-in-stock/:key/confirmation',
    takes(nothing, async (req, res) => {
      const { key } = await alertHere(req)
      await confirmAlert(key)
      res.redirect(303, req.addressTo(`/back-in-stock/${key}`))
    }),
  )

  routes.post(
    '/back-in-stock/:key/removal',
    takes(removalForm, async (req, res, form) => {
      const alert = await findAlertHere(req)
      if (alert) await removeAlert(alert.key)
      if (form.text('List-Unsubscribe') !== '') return res.status(204).end()
      notify(req, { key: 'alerts.removed' })
      res.redirect(303, req.addressTo(alert ? addressOf(alert.variant) : '/'))
    }),
  )
  return routes
}

async function refuse(req: Request, res: Response, { slug, sku }: SellableVariant, form: Form<unknown>) {
  const page = await productPage({ slug, sku, form, ...localityOf(req) })
  if (!page) throw new NotFound('product')
  res.status(422)
  return req.isHtmx
    ? res.fragment('catalogue/_choice', { choice: page.choice })
    : res.page('catalogue/product', page)
}

async function alertHere(req: Request): Promise<AlertView> {
  const alert = await findAlertHere(req)
  if (!alert) throw new NotFound('alert')
  return alert
}

async function findAlertHere(req: Request): Promise<AlertView | undefined> {
  const key = z.uuid().safeParse(req.params.key)
  const alert = key.success ? await findAlertByKey(key.data) : undefined
  return alert && withVariant(alert, req.locale)
}

function localityOf({ locale, currency }: Request) {
  return { locale, currency }
}

function addressOf({ slug, sku }: SellableVariant): string {
  return `/products/${slug}?${new URLSearchParams({ sku })}`
}
