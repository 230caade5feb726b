import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { brandStateOf, officeBrands, renameBrand } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { sortedHere } from './sorted-list.ts'

const brandForm = z.object({
  from: z.string().max(100),
  to: z.string().trim().min(1, 'admin.brand.missing').max(100, 'shared.form.too-long'),
})

/** Who made the goods: `/admin/brands`. */
export function brandRoutes(): Router {
  const routes = Router()

  routes.get('/admin/brands', requires('edit-products'), (req, res) => showBrands(req, res, blankForm()))
  routes.get('/admin/brands.csv', requires('edit-products'), async (_req, res) => {
    sendCsv(
      res,
      'brands',
      csvOf(
        ['brand', 'products'],
        (await officeBrands()).map(({ brand, products }) => [brand, products]),
      ),
    )
  })
  routes.post(
    '/admin/brands',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'brand-renamed' },
        subject: (req) => `brand ${sentBrand(req)}`,
        state: (tx, req) => brandStateOf(tx, sentBrand(req)),
      },
      brandForm,
      async (req, res, form) => {
        if (!form.ok) return showBrands(req, res.status(422), form)
        const { products } = await renameBrand(form.value.from, form.value.to)
        notify(req, { key: 'admin.done.brand', values: { products } })
        res.redirect(303, req.addressTo('/admin/brands'))
      },
    ),
  )
  return routes
}

function sentBrand(req: Request): string {
  return z
    .object({ from: z.string().catch('') })
    .parse(req.body)
    .from.slice(0, 100)
}

async function showBrands(req: Request, res: Response, form: Form<unknown>) {
  const { shown, heads } = sortedHere(
    req,
    await officeBrands(),
    { brand: ({ brand }) => brand, products: ({ products }) => products },
    { column: 'brand', isDescending: false },
  )
  await res.page('admin/brands', { brands: shown, heads, form })
}
