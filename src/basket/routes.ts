import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { findVariant, productPage, type SellableVariant } from '../catalogue/index.ts'
import { notify, ownerOf, rememberVisitor } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { type Form, nothing, takes } from '../platform/forms.ts'
import type { RateLimits } from '../platform/rate-limit.ts'
import { addLine } from './add-line.ts'
import { changeQuantity } from './change-quantity.ts'
import { keptRoutes } from './kept-routes.ts'
import { keepRemoved } from './removed.ts'
import { savedRoutes } from './saved-routes.ts'
import { sharedRoutes } from './shared-routes.ts'
import { basketHere, showBasket } from './show-basket.ts'
import { voucherRoutes } from './voucher-routes.ts'

const quantity = z
  .string('basket.quantity.missing')
  .trim()
  .regex(/^\d{1,4}$/, 'basket.quantity.wrong')
  .transform(Number)
const optionValue = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()

const addLineForm = z.object({
  sku: z.string('shared.form.wrong').min(1).max(100),
  quantity: quantity.refine((count) => count > 0, 'basket.quantity.none').default(1),
  key: z.uuid().optional().catch(undefined),
  option1: optionValue,
  option2: optionValue,
  option3: optionValue,
})
const quantityForm = z.object({ quantity })

/** The basket: `/basket` and what changes it. */
export function basketRoutes({ limits }: { limits: RateLimits }): Router {
  const routes = Router()
  routes.get('/basket', async (req, res) => showBasket(req, res))

  routes.post(
    '/basket/lines',
    takes(addLineForm, async (req, res, form) => {
      const variant = await variantOf(req, form)
      if (!form.ok) return refuseAddition(req, res, variant, form)
      const outcome = await addLine(rememberVisitor(req, res), {
        variant,
        quantity: form.value.quantity,
        key: form.value.key,
      })
      if (outcome.refused)
        return refuseAddition(
          req,
          res,
          variant,
          form.refuse(`basket.refused.${outcome.refused}`, outcome, 'quantity'),
        )
      req.tell({ kind: 'basket', productId: variant.productId })
      const added = { title: nameOf(variant), quantity: form.value.quantity }
      if (req.isHtmx)
        return res.status(201).fragment('basket/_added', { added, basket: await basketHere(req) })
      notify(req, {
        key: 'basket.added',
        values: added,
        link: { key: 'basket.to-checkout', path: '/checkout' },
      })
      res.redirect(303, req.addressTo('/basket'))
    }),
  )

  routes.post(
    '/basket/lines/:sku',
    takes(quantityForm, async (req, res, form) => {
      const variant = await variantInBasket(req)
      if (!variant) return showBasket(req, res)
      if (!form.ok) return showBasket(req, res.status(422), { refused: { sku: variant.sku, form } })
      const outcome = await changeQuantity(ownerIn(req), variant, form.value.quantity)
      if (outcome.refused) {
        const refused = form.refuse(
          `basket.refused.${outcome.refused}`,
          { left: outcome.left, already: 0 },
          'quantity',
        )
        return showBasket(req, res.status(422), { refused: { sku: variant.sku, form: refused } })
      }
      await showChanged(req, res, variant, form.value.quantity, outcome.before)
    }),
  )

  routes.post(
    '/basket/lines/:sku/removal',
    takes(nothing, async (req, res) => {
      const variant = await variantInBasket(req)
      if (!variant) return showBasket(req, res)
      const outcome = await changeQuantity(ownerIn(req), variant, 0)
      await showChanged(req, res, variant, 0, outcome.refused ? 0 : outcome.before)
    }),
  )
  routes.use(voucherRoutes(limits), savedRoutes(), sharedRoutes(), keptRoutes())
  return routes
}

async function showChanged(
  req: Request,
  res: Response,
  variant: SellableVariant,
  quantity: number,
  before: number,
) {
  const title = nameOf(variant)
  const removed = quantity === 0 && before > 0 ? { sku: variant.sku, title, quantity: before } : undefined
  if (req.isHtmx) return showBasket(req, res, { removed, changed: { title, quantity } })
  if (removed) keepRemoved(req, removed)
  else notify(req, { key: 'basket.changed', values: { title, quantity } })
  res.redirect(303, req.addressTo('/basket'))
}

async function refuseAddition(req: Request, res: Response, variant: SellableVariant, form: Form<unknown>) {
  const { locale, currency } = req
  const page = await productPage({ slug: variant.slug, sku: variant.sku, locale, currency, form })
  if (!page) throw new NotFound('product')
  res.status(422)
  return req.isHtmx
    ? res.fragment('catalogue/_choice', { choice: page.choice })
    : res.page('catalogue/product', page)
}

/** The variant that was asked for; the options that were chosen count for more than the SKU that was shown. */
async function variantOf(req: Request, form: Form<z.infer<typeof addLineForm>>): Promise<SellableVariant> {
  const chosen = [form.text('option1'), form.text('option2'), form.text('option3')]
  const optionValueIds = chosen.filter((id) => /^\d{1,15}$/.test(id)).map(Number)
  const variant = await findVariant(
    { sku: form.text('sku'), optionValueIds },
    { locale: req.locale, currency: req.currency },
  )
  if (!variant) throw new NotFound('product')
  return variant
}

/** The variant of a line, on sale or not; undefined when another tab has taken the line out already. */
async function variantInBasket(req: Request): Promise<SellableVariant | undefined> {
  const basket = await basketHere(req)
  return basket?.lines.find((line) => line.variant.sku === req.params.sku)?.variant
}

function ownerIn(req: Request) {
  const owner = ownerOf(req)
  if (!owner) throw new NotFound('basket')
  return owner
}

function nameOf(variant: SellableVariant): string {
  return variant.optionText ? `${variant.title}, ${variant.optionText}` : variant.title
}
