import { z } from 'zod'
import { productsCalled } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'
import { currencies, decimalOf, parseAmount } from '../platform/money.ts'
import { parsePercent, percentOf } from '../platform/percent.ts'
import { momentAt, wallClock } from '../platform/wall-clock.ts'
import { type OfficePromotion, type PromotionEdit, tidyCode } from '../pricing/index.ts'
import { moment } from './moment.ts'

export const kinds = ['percentage', 'amount', 'free_delivery', 'buy_get'] as const
export const accesses = ['everybody', 'code', 'codes'] as const
const MOST_NAMES = 500

const number = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'admin.promotion.number.wrong')
  .default('')

/** A promotion as staff describe it; amounts and categories stand in fields of their own, `amount-EUR`, `category-3`. */
export const promotionForm = z
  .object({
    version: z.coerce.number().int().nonnegative().catch(0),
    key: z.string().max(40).default(''),
    'name-en': z.string().trim().min(1, 'admin.promotion.name.missing').max(100, 'shared.form.too-long'),
    'name-de': z.string().trim().max(100, 'shared.form.too-long').default(''),
    kind: z.enum(kinds, 'shared.form.wrong'),
    share: z.string().max(10).default(''),
    buy: number,
    free: number,
    goods: z.string().max(20_000, 'shared.form.too-long').default(''),
    access: z.enum(accesses, 'shared.form.wrong'),
    code: z.string().trim().max(40).default(''),
    'limit-in-all': number,
    'limit-each': number,
    priority: number,
    starts: moment,
    ends: moment,
  })
  .catchall(z.string().max(20))

type PromotionForm = z.infer<typeof promotionForm>

/** What stands in the fields of a promotion's screen; the slugs are those of its products. */
export function promotionGiven(promotion: OfficePromotion, slugs: string[]): Record<string, string> {
  const amounts = (name: string, given: OfficePromotion['minimums'] | null) =>
    Object.entries(given ?? {}).map(([currency, amount]) => [
      `${name}-${currency}`,
      decimalOf({ amount: amount!, currency }),
    ])
  const { name, share, code, isByCodes, limitInAll, limitEach, startsAt, endsAt } = promotion
  return {
    ...Object.fromEntries([
      ...amounts('amount', promotion.amounts),
      ...amounts('minimum', promotion.minimums),
    ]),
    ...Object.fromEntries(promotion.categoryIds.map((id) => [`category-${id}`, 'yes'])),
    ...{
      'name-en': name.en,
      'name-de': name.de ?? '',
      kind: promotion.kind,
      version: String(promotion.version),
    },
    ...{
      share: share === null ? '' : percentOf(share),
      buy: written(promotion.buy),
      free: written(promotion.free),
    },
    ...{
      access: isByCodes ? 'codes' : code ? 'code' : 'everybody',
      code: code ?? '',
      goods: slugs.join('\n'),
    },
    ...{
      'limit-in-all': written(limitInAll),
      'limit-each': written(limitEach),
      priority: written(promotion.priority),
    },
    ...{ starts: wallClock(startsAt), ends: endsAt ? wallClock(endsAt) : '' },
    ...(promotion.isForFirstOrder && { 'first-order': 'yes' }),
    ...(promotion.combines && { combines: 'yes' }),
  }
}

/** The promotion that was described; or the form with what is wrong with it. Without a beginning it begins now. */
export async function promotionIn(
  form: Form<PromotionForm>,
): Promise<{ form: Form<PromotionForm>; edit?: PromotionEdit }> {
  if (!form.ok) return { form }
  const { kind, access, code, goods, starts, ends, ...value } = form.value
  const [off, least] = [amountsIn(form, 'amount'), amountsIn(form, 'minimum')]
  const share = parsePercent(value.share)
  const names = goods.split(/[\s,;]+/).filter(Boolean)
  const { productIds, unknown } = await productsCalled(names.slice(0, MOST_NAMES))
  const [startsAt, endsAt] = [starts ? momentAt(starts) : new Date(), ends ? momentAt(ends) : null]
  const faults: [boolean, string, string, Record<string, string | number>?][] = [
    [kind === 'percentage' && !share, 'admin.sale.share.wrong', 'share'],
    [
      kind === 'amount' && Object.keys(off.amounts).length === 0,
      'admin.promotion.amount.missing',
      'amount-EUR',
    ],
    [kind === 'buy_get' && !(Number(value.buy) && Number(value.free)), 'admin.promotion.buy.missing', 'buy'],
    [access === 'code' && !/^[A-Z0-9-]{3,30}$/.test(tidyCode(code)), 'admin.promotion.code.wrong', 'code'],
    [endsAt !== null && endsAt <= startsAt, 'admin.product.days', 'ends'],
    [unknown.length > 0, 'admin.sale.goods.unknown', 'goods', { names: unknown.slice(0, 10).join(', ') }],
    [names.length > MOST_NAMES, 'admin.sale.goods.many', 'goods', { most: MOST_NAMES }],
    ...[...off.wrong, ...least.wrong].map((field): [boolean, string, string] => [
      true,
      'admin.product.price',
      field,
    ]),
  ]
  const checked = faults
    .filter(([isWrong]) => isWrong)
    .reduce((told, [, key, field, values]) => told.refuse(key, values, field), form)
  if (!checked.ok) return { form: checked }
  const isForFirstOrder = form.text('first-order') === 'yes'
  return {
    form,
    edit: {
      ...{
        kind,
        startsAt,
        productIds,
        isForFirstOrder,
        categoryIds: categoriesIn(form),
        minimums: least.amounts,
      },
      ...{ name: { en: value['name-en'], ...(value['name-de'] && { de: value['name-de'] }) } },
      ...{
        isByCodes: access === 'codes',
        combines: form.text('combines') === 'yes',
        priority: Number(value.priority),
      },
      ...(access === 'code' && { code }),
      ...(kind === 'percentage' && { share: share! }),
      ...(kind === 'amount' && { amounts: off.amounts }),
      ...(kind === 'buy_get' && { buy: Number(value.buy), free: Number(value.free) }),
      ...(Number(value['limit-in-all']) > 0 && { limitInAll: Number(value['limit-in-all']) }),
      ...(isForFirstOrder
        ? { limitEach: 1 }
        : Number(value['limit-each']) > 0 && { limitEach: Number(value['limit-each']) }),
      ...(endsAt && { endsAt }),
    },
  }
}

function amountsIn(form: Form<PromotionForm>, name: string) {
  const typed = currencies.flatMap((currency) => {
    const text = form.text(`${name}-${currency}`).trim().replace(',', '.')
    return text ? [{ currency, field: `${name}-${currency}`, amount: parseAmount(text, currency) }] : []
  })
  return {
    amounts: Object.fromEntries(typed.map(({ currency, amount }) => [currency, amount ?? 0])),
    wrong: typed.filter(({ amount }) => !amount).map(({ field }) => field),
  }
}

function categoriesIn(form: Form<PromotionForm>): number[] {
  return Object.keys(form.given).flatMap((name) => {
    const [, id] = /^category-(\d{1,15})$/.exec(name) ?? []
    return id && form.text(name) === 'yes' ? [Number(id)] : []
  })
}

function written(count: number | null): string {
  return count ? String(count) : ''
}
