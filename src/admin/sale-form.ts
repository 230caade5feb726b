import { z } from 'zod'
import { productsCalled, type SaleTerms } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'
import { parsePercent } from '../platform/percent.ts'
import { momentAt } from '../platform/wall-clock.ts'
import { moment } from './moment.ts'

const MOST_NAMES = 500

/** A sale as staff describe it; which categories it is of stands in fields of its own, `category-<id>`. */
export const saleForm = z
  .object({
    key: z.uuid('shared.form.wrong'),
    name: z.string().trim().min(1, 'admin.sale.name.missing').max(100, 'shared.form.too-long'),
    share: z.string().max(10, 'admin.sale.share.wrong'),
    starts: moment,
    ends: moment.refine(Boolean, 'admin.sale.ends.missing'),
    goods: z.string().max(20_000, 'shared.form.too-long').default(''),
  })
  .catchall(z.string().max(10))

type SaleForm = z.infer<typeof saleForm>

/** The sale that was described; or the form with what is wrong with it. Without a beginning it begins now. */
export async function saleIn(form: Form<SaleForm>): Promise<{ form: Form<SaleForm>; terms?: SaleTerms }> {
  if (!form.ok) return { form }
  const { share: typed, starts, ends, goods } = form.value
  const share = parsePercent(typed)
  const names = goods.split(/[\s,;]+/).filter(Boolean)
  const { productIds, unknown } = await productsCalled(names.slice(0, MOST_NAMES))
  const categoryIds = Object.keys(form.given).flatMap((name) => {
    const [, id] = /^category-(\d{1,15})$/.exec(name) ?? []
    return id && form.text(name) === 'yes' ? [Number(id)] : []
  })
  const [startsAt, endsAt] = [starts ? momentAt(starts) : new Date(), momentAt(ends)]
  const faults: [boolean, string, string, Record<string, string | number>?][] = [
    [!share || share >= 1_000_000, 'admin.sale.share.wrong', 'share'],
    [endsAt <= startsAt, 'admin.product.days', 'ends'],
    [endsAt <= new Date(), 'admin.sale.ends.past', 'ends'],
    [names.length > MOST_NAMES, 'admin.sale.goods.many', 'goods', { most: MOST_NAMES }],
    [unknown.length > 0, 'admin.sale.goods.unknown', 'goods', { names: unknown.slice(0, 10).join(', ') }],
    [productIds.length + categoryIds.length + unknown.length === 0, 'admin.sale.goods.missing', 'goods'],
  ]
  const checked = faults
    .filter(([isWrong]) => isWrong)
    .reduce((told, [, key, field, values]) => told.refuse(key, values, field), form)
  return checked.ok
    ? { form, terms: { share: share!, categoryIds, productIds, startsAt, endsAt } }
    : { form: checked }
}
