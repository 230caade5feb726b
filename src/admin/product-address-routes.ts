import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { copyProduct, renameProduct, stateOfMade } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { changes } from './change.ts'
import { productChange, productHead, productHere, productIdIn } from './product-here.ts'

const addressForm = z.object({
  slug: z
    .string()
    .trim()
    .max(150, 'shared.form.too-long')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'admin.address.wrong'),
})
const copyForm = z.object({ key: z.uuid('shared.form.wrong') })

/** Where a product is found, and making another one like it: `/admin/products/:product/address`. */
export function productAddressRoutes(): Router {
  const routes = Router()
  const at = '/admin/products/:product/address'
  routes.get(at, requires('edit-products'), async (req, res) => showAddress(req, res, blankForm()))
  routes.post(
    at,
    ...changes(productChange('product-renamed'), addressForm, async (req, res, form) => {
      if (!form.ok) return showAddress(req, res.status(422), form)
      const outcome = await renameProduct(productIdIn(req), form.value.slug)
      if (outcome.refused === 'unknown') throw new NotFound('product')
      if (outcome.refused)
        return showAddress(req, res.status(409), form.refuse('admin.address.taken', {}, 'slug'))
      notify(req, {
        key: 'admin.done.renamed',
        link: { key: 'admin.product.see', path: `/products/${outcome.slug}` },
      })
      res.redirect(303, req.addressTo(`/admin/products/${outcome.id}/address`))
    }),
  )
  routes.post(
    '/admin/products/:product/copy',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'product-copied' },
        subject: (req) => `product ${req.params.product}`,
        state: (tx, req) => stateOfMade(tx, copyForm.parse(req.body).key),
      },
      copyForm,
      async (req, res, form) => {
        if (!form.ok) return showAddress(req, res.status(422), form)
        const outcome = await copyProduct(productIdIn(req), form.value.key)
        if (outcome.refused === 'unknown') throw new NotFound('product')
        if (outcome.refused)
          return showAddress(req, res.status(409), form.refuse('admin.copy.taken', outcome))
        notify(req, { key: 'admin.done.copied' })
        res.redirect(303, req.addressTo(`/admin/products/${outcome.id}`))
      },
    ),
  )
  return routes
}

async function showAddress(req: Request, res: Response, form: Form<unknown>) {
  await res.page('admin/product-address', { ...productHead(await productHere(req)), form })
}
