import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { addressLines, addressOf, countryName, fieldsView } from '../addresses/index.ts'
import { deliverPhoneOrder, draftPhoneOrder, phoneOrder, placePhoneOrder } from '../checkout/index.ts'
import { notify, requires } from '../identity/index.ts'
import { orderOfVisitor } from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { inLocale, locales } from '../platform/locale.ts'
import { currencies, money } from '../platform/money.ts'
import { deliveryCountries, homeCountryOf } from '../pricing/index.ts'
import { type Change, changes } from './change.ts'
import { goodsIn, phoneForm } from './phone-form.ts'

const audience = z.object({ locale: z.enum(locales).catch('en'), currency: z.enum(currencies).catch('EUR') })
const deliveryForm = z.object({ ...audience.shape, delivery: z.string().max(60) })
const placeForm = z.object({
  ...audience.shape,
  basket: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  fingerprint: z.string().max(60),
})

/** What is only prepared leaves no entry in the log. */
const drafting: Change = {
  ...{ right: 'place-orders', action: 'phone-order-drafted' },
  subject: () => 'order by phone',
  state: async () => undefined,
}

/** Orders of people on the phone: `/admin/orders/new`. What they cost and whether there are any is as in the shop. */
export function phoneRoutes(): Router {
  const routes = Router()
  const at = '/admin/orders/new/:draft'

  routes.get('/admin/orders/new', requires('place-orders'), (req, res) => showNew(req, res, blankForm()))
  routes.post(
    '/admin/orders/new',
    ...changes(drafting, phoneForm, async (req, res, sent) => {
      if (sent.text('step') === 'country') return showNew(req, res, blankForm(sent.given))
      const { form, lines } = await goodsIn(sent)
      const countries = await deliveryCountries(form.text('currency') || 'EUR')
      const checked = countries.includes(form.text('country'))
        ? form
        : form.refuse('addresses.country.missing', {}, 'country')
      if (!checked.ok) return showNew(req, res.status(422), checked)
      const { currency, locale, email } = form.value
      const draft = randomUUID()
      const outcome = await draftPhoneOrder(
        draft,
        { lines, email, address: addressOf(form.value) },
        { locale, currency },
      )
      if (outcome.refused) return showNew(req, res.status(409), form.refuse('admin.phone.none', {}, 'goods'))
      if (outcome.missing.length > 0)
        notify(req, { key: 'admin.phone.missing', values: { names: outcome.missing.join(', ') } })
      res.redirect(
        303,
        req.addressTo(`/admin/orders/new/${draft}?${new URLSearchParams({ locale, currency })}`),
      )
    }),
  )
  routes.get(at, requires('place-orders'), (req, res) =>
    showReview(req, res, audience.parse(req.query), blankForm()),
  )
  routes.post(
    `${at}/delivery`,
    ...changes(drafting, deliveryForm, async (req, res, form) => {
      const given = audience.parse(form.given)
      const outcome = form.ok
        ? await deliverPhoneOrder(draftIn(req), form.value.delivery, given)
        : { refused: 'unknown' }
      if (outcome.refused) throw new NotFound('delivery')
      res.redirect(303, req.addressTo(`/admin/orders/new/${draftIn(req)}?${new URLSearchParams(given)}`))
    }),
  )
  routes.post(
    at,
    ...changes(
      {
        ...{ right: 'place-orders', action: 'phone-order-placed' },
        subject: () => 'order by phone',
        state: (tx, req) => orderOfVisitor(tx, draftIn(req)),
      },
      placeForm,
      async (req, res, form) => {
        const given = audience.parse(form.given)
        if (!form.ok) return showReview(req, res.status(422), given, form)
        const { basket: basketId, version, fingerprint } = form.value
        const outcome = await placePhoneOrder(draftIn(req), { basketId, version, fingerprint }, given)
        if (outcome.refused)
          return showReview(
            req,
            res.status(409),
            given,
            form.refuse(`admin.phone.refused.${outcome.refused}`),
          )
        notify(req, { key: 'admin.done.phone', values: { number: outcome.number } })
        res.redirect(303, req.addressTo(`/admin/orders/${outcome.number}`))
      },
    ),
  )
  return routes
}

function draftIn(req: Request): string {
  const draft = z.uuid().safeParse(req.params.draft)
  if (!draft.success) throw new NotFound('draft')
  return draft.data
}

async function showNew(req: Request, res: Response, form: Form<unknown>) {
  const currency = audience.shape.currency.parse(form.text('currency') || 'EUR')
  const codes = await deliveryCountries(currency)
  const country = codes.find((code) => code === form.text('country')) ?? homeCountryOf(currency)
  const countries = codes
    .map((code) => ({ code, name: countryName(code, req.locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, req.locale))
  const view = fieldsView(form, country)
  if (req.isHtmx && form.text('step') === 'country') return res.fragment('addresses/_fields', view)
  await res.page('admin/phone-order', { ...view, countries, currencies, locales })
}

async function showReview(req: Request, res: Response, given: z.infer<typeof audience>, form: Form<unknown>) {
  const checkout = await phoneOrder(draftIn(req), given)
  if (!checkout?.answers.address) throw new NotFound('draft')
  const { basket, answers, options, delivery, fingerprint } = checkout
  await res.page('admin/phone-review', {
    ...{ form, draft: draftIn(req), given, fingerprint, basket: { id: basket.id, version: basket.version } },
    lines: basket.lines.map(({ variant, quantity, total }) => ({
      title: variant.title,
      optionText: variant.optionText,
      sku: variant.sku,
      quantity,
      total,
    })),
    ...{
      bill: basket.bill,
      total: money(basket.quote.total, given.currency),
      isReady: basket.isReady && delivery !== undefined,
    },
    ...{ email: answers.email, address: addressLines(answers.address!, req.locale) },
    options: options.map(({ code, name, amount }) => ({
      code,
      name: inLocale(name, req.locale),
      price: money(amount, given.currency),
    })),
    chosen: delivery?.code ?? '',
  })
}
