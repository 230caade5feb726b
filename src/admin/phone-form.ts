import { z } from 'zod'
import { addressShape, withAddressRules } from '../addresses/index.ts'
import { officeVariantsOf, variantsCalled } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { wishesIn } from './wishes-in.ts'

/** What somebody on the phone wants, and where it goes. Sent with `step=country` it only asks for another country's fields. */
export const phoneForm = withAddressRules(
  z.object({
    goods: z.string().max(4_000, 'shared.form.too-long').default(''),
    email: z
      .string('admin.phone.email')
      .trim()
      .max(254, 'shared.form.too-long')
      .pipe(z.email('admin.phone.email')),
    ...addressShape,
    currency: z.enum(currencies, 'shared.form.wrong'),
    locale: z.enum(locales, 'shared.form.wrong'),
    step: z.string().optional(),
  }),
)

/** The goods that were typed, by the SKU; or the form with those that there are not. */
export async function goodsIn<Value>(form: Form<Value>) {
  const wishes = wishesIn(form.text('goods'))
  const ids = await variantsCalled(wishes.map(({ sku }) => sku))
  const titles = new Map((await officeVariantsOf([...ids.values()])).map(({ id, title }) => [id, title]))
  const unknown = wishes.filter(({ sku }) => !ids.has(sku.toLowerCase())).map(({ sku }) => sku)
  const asked = wishes.length === 0 ? form.refuse('admin.phone.goods', {}, 'goods') : form
  const checked =
    unknown.length > 0 ? asked.refuse('admin.phone.unknown', { skus: unknown.join(', ') }, 'goods') : asked
  const lines = wishes.flatMap(({ sku, quantity }) => {
    const variantId = ids.get(sku.toLowerCase())
    return variantId === undefined ? [] : [{ variantId, quantity, title: titles.get(variantId) ?? sku }]
  })
  return { form: checked, lines }
}
