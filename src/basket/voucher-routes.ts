import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type CreditAccount, findCard } from '../credit/index.ts'
import { ownerOf, rememberVisitor } from '../identity/index.ts'
import { type Form, takes } from '../platform/forms.ts'
import { networkOf, type RateLimits } from '../platform/rate-limit.ts'
import { findHindrance, tidyCode } from '../pricing/index.ts'
import { addCard, removeCard } from './cards.ts'
import { answerChange, showBasket } from './show-basket.ts'
import { addVoucher, removeVoucher } from './vouchers.ts'

const voucherForm = z.object({
  code: z
    .string('basket.voucher.missing')
    .max(200, 'shared.form.too-long')
    .transform(tidyCode)
    .pipe(z.string().min(1, 'basket.voucher.missing').max(30, 'shared.form.too-long')),
})

const cardForm = z.object({ card: z.coerce.number().int().positive() })

/** The vouchers and gift cards of the basket: `/basket/voucher`. Codes can be guessed, but not for long. */
export function voucherRoutes(limits: RateLimits): Router {
  const routes = Router()
  const limit = limits('voucher', { times: 30, seconds: 600 })

  routes.post(
    '/basket/voucher',
    takes(voucherForm, async (req, res, form) => {
      await limit(networkOf(req))
      const card = form.ok ? await findCard(form.value.code) : undefined
      if (card) return addGiftCard(req, res, form, card)
      const refused = form.ok ? await refusalOf(form, ownerOf(req)?.visitorId, req.currency) : form
      if (!refused.ok) return showBasket(req, res.status(422), { voucherForm: refused })
      const { code } = form.value
      const outcome = await addVoucher(rememberVisitor(req, res), code)
      if (outcome.refused) {
        const full = form.refuse(`basket.voucher.refused.${outcome.refused}`, { most: outcome.most }, 'code')
        return showBasket(req, res.status(422), { voucherForm: full })
      }
      return answerChange(req, res, { key: 'basket.voucher.notice', values: { code } })
    }),
  )

  routes.post(
    '/basket/voucher/removal',
    takes(voucherForm, async (req, res, form) => {
      const owner = ownerOf(req)
      if (!owner || !form.ok) return res.redirect(303, req.addressTo('/basket'))
      await removeVoucher(owner, form.value.code)
      return answerChange(req, res, { key: 'basket.voucher.removed', values: { code: form.value.code } })
    }),
  )

  routes.post(
    '/basket/gift-card/removal',
    takes(cardForm, async (req, res, form) => {
      const owner = ownerOf(req)
      if (!owner || !form.ok) return res.redirect(303, req.addressTo('/basket'))
      await removeCard(owner, form.value.card)
      return answerChange(req, res, { key: 'basket.card.removed', values: {} })
    }),
  )
  return routes
}

async function addGiftCard(
  req: Request,
  res: Response,
  form: Form<unknown>,
  { id, codeEnd, balance }: CreditAccount,
) {
  if (balance === 0) {
    const spent = form.refuse('basket.card.refused.spent', { end: codeEnd }, 'code')
    return showBasket(req, res.status(422), { voucherForm: spent })
  }
  const outcome = await addCard(rememberVisitor(req, res), id)
  if (!outcome.refused) return answerChange(req, res, { key: 'basket.card.notice', values: { end: codeEnd } })
  const full = form.refuse('basket.card.refused.tooMany', { most: outcome.most }, 'code')
  return showBasket(req, res.status(422), { voucherForm: full })
}

/** The form, refused when its code cannot be used now, whatever is in the basket. */
async function refusalOf(
  form: Form<{ code: string }>,
  visitorId: string | undefined,
  currency: string,
): Promise<Form<{ code: string }>> {
  const { code } = form.value
  const hindrance = await findHindrance(code, { visitorId: visitorId ?? null, email: null, currency })
  if (!hindrance) return form
  const values = { code, from: hindrance.startsAt?.toISOString().slice(0, 10) ?? '' }
  return form.refuse(`basket.voucher.refused.${hindrance.reason}`, values, 'code')
}
