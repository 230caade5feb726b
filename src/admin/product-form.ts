import { z } from 'zod'
import type { ProductEdit, WholeProduct } from '../catalogue/index.ts'
import type { Form } from '../platform/forms.ts'
import { currencies, decimalOf, parseAmount } from '../platform/money.ts'
import { momentAt, wallClock } from '../platform/wall-clock.ts'
import { moment } from './moment.ts'

const text = (most: number) => z.string().max(most, 'shared.form.too-long').default('')
/** A product's texts in two languages side by side, its days, and a field for each price, `price-<SKU>-<currency>`. */
export const productForm = z
  .object({
    version: z.coerce.number('shared.form.wrong').int().positive(),
    'title-en': text(200).refine((title) => title.trim() !== '', 'admin.product.title.missing'),
    'title-de': text(200),
    'summary-en': text(500),
    'summary-de': text(500),
    'description-en': text(20_000),
    'description-de': text(20_000),
    category: z.coerce.number('shared.form.wrong').int().positive('shared.form.wrong'),
    brand: text(100),
    status: z.enum(['active', 'draft', 'archived', 'unlisted'], 'shared.form.wrong'),
    published: moment,
    withdrawn: moment,
  })
  .catchall(z.string().max(40))

type ProductForm = z.infer<typeof productForm>

/** What stands in the fields of a product's screen. */
export function givenOf({ product, variants }: WholeProduct): Record<string, string> {
  const prices = variants.flatMap(({ sku, prices }) =>
    prices
      .filter(({ from }) => from === null)
      .map(({ currency, amount }) => [`price-${sku}-${currency}`, decimalOf({ amount, currency })] as const),
  )
  const texts = (['title', 'summary', 'description'] as const).flatMap((name) =>
    (['en', 'de'] as const).map((locale) => [`${name}-${locale}`, product[name][locale] ?? ''] as const),
  )
  return {
    ...Object.fromEntries([...texts, ...prices]),
    version: String(product.version),
    category: String(product.categoryId),
    brand: product.brand,
    status: product.status,
    published: fieldOf(product.publishedAt),
    withdrawn: fieldOf(product.withdrawnAt),
  }
}

/** The change that a form asks for; or the form with what is wrong with its prices and days. */
export function editIn(
  form: Form<ProductForm>,
  { variants }: WholeProduct,
): { form: Form<ProductForm>; edit?: ProductEdit } {
  if (!form.ok) return { form }
  const fields = variants.flatMap(({ sku, prices }) =>
    currencies.map((currency) => ({
      ...{ sku, currency, name: `price-${sku}-${currency}` },
      kept: prices.find((price) => price.from === null && price.currency === currency),
    })),
  )
  const typed = fields
    .map((field) => ({ ...field, text: form.text(field.name).trim().replace(',', '.') }))
    .filter((field) => field.text !== '')
    .map((field) => ({ ...field, amount: parseAmount(field.text, field.currency) }))
  const checked = typed
    .filter(({ amount }) => amount === undefined)
    .reduce((told, { name }) => told.refuse('admin.product.price', {}, name), form)
  const value = form.value
  const [published, withdrawn] = [momentOf(value.published), momentOf(value.withdrawn)]
  const days = withdrawn && published && withdrawn <= published
  const sound = days ? checked.refuse('admin.product.days', {}, 'withdrawn') : checked
  if (!sound.ok) return { form: sound }
  return {
    form: sound,
    edit: {
      ...{ brand: value.brand.trim(), status: value.status, categoryId: value.category },
      ...{ published: published ?? false, withdrawn },
      title: textsOf(value['title-en'], value['title-de']),
      summary: textsOf(value['summary-en'], value['summary-de']),
      description: textsOf(value['description-en'], value['description-de']),
      prices: typed.map(({ sku, currency, amount, kept }) => ({
        ...{ sku, currency, amount: amount! },
        ...(kept?.compareAt && kept.compareAt > amount! && { compareAt: kept.compareAt }),
      })),
    },
  }
}

function textsOf(en: string, de: string) {
  return { en: en.trim(), de: de.trim() }
}

/** A moment as a browser's field writes it, by the shop's clocks. */
function fieldOf(at: Date | null): string {
  return at ? wallClock(at) : ''
}

function momentOf(typed: string): Date | null {
  return typed ? momentAt(typed) : null
}
