import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { createProduct, officeCategories, stateOfMade } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { currencies, parseAmount } from '../platform/money.ts'
import { changes } from './change.ts'

const text = (most: number) => z.string().trim().max(most, 'shared.form.too-long').default('')
const newForm = z.object({
  key: z.uuid('shared.form.wrong'),
  'title-en': text(200).refine(Boolean, 'admin.product.title.missing'),
  'title-de': text(200),
  category: z.coerce
    .number('admin.product.category.missing')
    .int()
    .positive('admin.product.category.missing'),
  brand: text(100),
  sku: text(100).refine(Boolean, 'admin.product.sku.missing'),
  ...Object.fromEntries(currencies.map((currency) => [`price-${currency}`, text(16)])),
})

/** Making a product: `/admin/products/new`. What else there is to say of it is said on its own screens. */
export function newProductRoutes(): Router {
  const routes = Router()
  routes.get('/admin/products/new', requires('edit-products'), (_req, res) => showNew(res, blankForm()))
  routes.post(
    '/admin/products/new',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'product-made' },
        subject: (req) => `SKU ${sentIn(req).sku}`,
        state: (tx, req) => stateOfMade(tx, sentIn(req).key),
      },
      newForm,
      async (req, res, form) => {
        const priced = withPrices(form)
        if (!priced.form.ok) return showNew(res.status(422), priced.form)
        const { key, category, brand, sku, ...titles } = form.value
        const outcome = await createProduct({
          ...{ key, brand, sku, categoryId: category, prices: priced.prices },
          title: { en: titles['title-en'], de: titles['title-de'] },
        })
        if (outcome.refused) {
          const refused = form.refuse('admin.product.sku.taken', { sku: outcome.sku }, 'sku')
          return showNew(res.status(409), refused)
        }
        notify(req, { key: 'admin.done.product-made' })
        res.redirect(303, req.addressTo(`/admin/products/${outcome.id}`))
      },
    ),
  )
  return routes
}

function sentIn(req: Request) {
  return newForm.pick({ sku: true, key: true }).parse(req.body)
}

/** The prices that were typed; what is none is told at its field, and one there has to be. */
function withPrices(form: Form<z.infer<typeof newForm>>) {
  const typed = currencies
    .map((currency) => ({ currency, text: form.text(`price-${currency}`).trim().replace(',', '.') }))
    .filter(({ text }) => text !== '')
    .map(({ currency, text }) => ({ currency, amount: parseAmount(text, currency) }))
  const wrong = typed.filter(({ amount }) => !amount)
  const checked = wrong.reduce<typeof form>(
    (told, { currency }) => told.refuse('admin.product.price', {}, `price-${currency}`),
    form,
  )
  const asked = typed.length === 0 ? checked.refuse('admin.product.price.missing', {}, 'price-EUR') : checked
  return { form: asked, prices: typed.map(({ currency, amount }) => ({ currency, amount: amount! })) }
}

async function showNew(res: Response, form: Form<unknown>) {
  await res.page('admin/product-new', { form, categories: await officeCategories(), currencies })
}
