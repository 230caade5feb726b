import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  editProduct,
  officeCategories,
  officeProducts,
  productColumns,
  productFilters,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { editIn, givenOf, productForm } from './product-form.ts'
import { productChange, productHead, productHere } from './product-here.ts'
import { fileAddress, pageOf, sortedPageIn, sortHeads } from './sorted-list.ts'

const PAGE = 50
const MOST_EXPORTED = 100_000
const query = z.object({
  filter: z.enum(productFilters).catch('all'),
  text: z.string().trim().max(100).catch(''),
})
const newestFirst = { column: 'added', isDescending: true } as const

/** Goods as staff find and change them: `/admin/products`. */
export function productRoutes(): Router {
  const routes = Router()

  routes.get('/admin/products', requires('edit-products'), async (req, res) => {
    const asked = askedIn(req)
    const page = sortedPageIn(req, productColumns, newestFirst)
    const { shown, next } = pageOf(req, await officeProducts({ ...asked, page }, PAGE + 1), PAGE)
    await res.page('admin/products', {
      ...{ products: shown, asked, filters: productFilters, next },
      heads: sortHeads(req, productColumns, page.sorting),
      file: fileAddress(req),
    })
  })
  routes.get('/admin/products.csv', requires('edit-products'), async (req, res) => {
    const { sorting } = sortedPageIn(req, productColumns, newestFirst)
    const found = await officeProducts({ ...askedIn(req), page: { sorting, behind: null } }, MOST_EXPORTED)
    const lines = found.map((one) => [
      one.slug,
      one.title,
      one.brand,
      one.status,
      one.isOnShow,
      one.variantCount,
    ])
    sendCsv(res, 'products', csvOf(['slug', 'title', 'brand', 'status', 'on_show', 'variants'], lines))
  })

  routes.get('/admin/products/:product', requires('edit-products'), async (req, res) => {
    const whole = await productHere(req)
    await showProduct(req, res, blankForm(givenOf(whole)))
  })
  routes.post(
    '/admin/products/:product',
    ...changes(productChange('product-edited'), productForm, async (req, res, form) => {
      const whole = await productHere(req)
      const edit = editIn(form, whole)
      if (!edit.form.ok || !edit.edit) return showProduct(req, res.status(422), edit.form)
      const outcome = await editProduct(whole.product.id, form.value.version, edit.edit)
      if (outcome.refused === 'unknown') throw new NotFound('product')
      if (outcome.refused) return showProduct(req, res.status(409), form.refuse('admin.product.changed'))
      notify(req, {
        key: 'admin.done.product',
        link: { key: 'admin.product.see', path: `/products/${outcome.slug}` },
      })
      res.redirect(303, req.addressTo(`/admin/products/${whole.product.id}`))
    }),
  )
  return routes
}

function askedIn(req: Request) {
  return query.parse({ filter: req.query.filter, text: req.query.q })
}

/** The product's screen. After a conflict it shows what was typed, what stands there now beside it, and its version. */
async function showProduct(req: Request, res: Response, form: Form<unknown>) {
  const whole = await productHere(req)
  const now = givenOf(whole)
  const differs = (name: string) => form.given[name] !== undefined && form.given[name] !== now[name]
  await res.page('admin/product', {
    ...productHead(whole),
    ...{ form, categories: await officeCategories() },
    variants: whole.variants.map(({ sku }) => sku),
    now:
      res.statusCode === 409
        ? Object.entries(now).filter(([name]) => name !== 'version' && differs(name))
        : [],
  })
}
