import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { findProductName } from '../catalogue/index.ts'
import { notify, ownerOf, rememberVisitor } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { takes } from '../platform/forms.ts'
import { originOf } from '../platform/security.ts'
import { shareWishes, wish } from './wish.ts'
import { isWished, sharedWishList, wishList } from './wish-list.ts'

const wishForm = z.object({
  slug: z.string('shared.form.wrong').min(1).max(200),
  wanted: z.enum(['yes', 'no']).catch('yes'),
  from: z.enum(['product', 'list']).catch('product'),
})
const sharingForm = z.object({ shared: z.enum(['yes', 'no']).catch('yes') })

/** The wish list of whoever asks (`/account/wish-list`, without signing in too), and those that others share. */
export function wishListRoutes(): Router {
  const routes = Router()

  routes.get('/account/wish-list', async (req, res) => {
    const { cards, token } = await wishList(ownerOf(req), req)
    const address = token && originOf(req) + req.addressTo(`/wish-lists/${token}`)
    await res.page('customers/wish-list', { cards, address })
  })

  routes.get('/account/wish-list/:slug', async (req, res) => {
    const product = await productOf(req, String(req.params.slug))
    await showButton(req, res, product)
  })

  routes.post(
    '/account/wish-list',
    takes(wishForm, async (req, res, form) => {
      if (!form.ok) throw new NotFound('product')
      const { slug, wanted, from } = form.value
      const product = await productOf(req, slug)
      const outcome = await wish(rememberVisitor(req, res), product.id, wanted === 'yes')
      if (wanted === 'yes' && !outcome.refused) req.tell({ kind: 'wish', productId: product.id })
      const key = outcome.refused ? 'full' : wanted === 'yes' ? 'added' : 'removed'
      const told = { key: `customers.wishes.${key}`, values: { title: product.title, ...outcome } }
      if (req.isHtmx && from === 'product') return showButton(req, res, product, told)
      notify(req, { ...told, link: { key: 'customers.wishes.link', path: '/account/wish-list' } })
      res.redirect(303, req.addressTo(from === 'list' ? '/account/wish-list' : `/products/${slug}`))
    }),
  )

  routes.post(
    '/account/wish-list/sharing',
    takes(sharingForm, async (req, res, form) => {
      const owner = ownerOf(req)
      const isShared = !form.ok || form.value.shared === 'yes'
      if (owner) await shareWishes(owner, isShared)
      notify(req, { key: isShared ? 'customers.wishes.shared' : 'customers.wishes.unshared' })
      res.redirect(303, req.addressTo('/account/wish-list'))
    }),
  )

  routes.get('/wish-lists/:token', async (req, res) => {
    const cards = await sharedWishList(String(req.params.token), req)
    if (!cards) throw new NotFound('wish list')
    await res.page('customers/shared-wish-list', { cards })
  })
  return routes
}

interface Named {
  id: number
  title: string
  slug: string
}

async function productOf(req: Request, slug: string): Promise<Named> {
  const product = await findProductName(slug, req.locale)
  if (!product) throw new NotFound('product')
  return { ...product, slug }
}

async function showButton(
  req: Request,
  res: Response,
  product: Named,
  told?: { key: string; values: object },
) {
  const model = { product, isWished: await isWished(ownerOf(req), product.id), told: told ?? null }
  await res.fragment('customers/_wish', model)
}
