import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { customerOf, notify, requiresCustomer } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { buyerOf, lengthOfText, ownReview, reviewForm, reviewsBy, writeReview } from '../reviews/index.ts'
import { productNames } from './product-name.ts'
import { productReviewsPage } from './product-reviews-page.ts'
import { findReviewedProduct, type ReviewedProduct } from './reviewed-product.ts'

const reviewsQuery = z.object({
  stars: z.coerce.number().int().min(1).max(5).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What buyers think of a product: `/products/:slug/reviews`, and writing of it. */
export function reviewRoutes(): Router {
  const routes = Router()

  routes.get('/products/:slug/reviews', async (req, res) => {
    const { stars = null, page } = reviewsQuery.parse(req.query)
    await res.page('reviews/show', await productReviewsPage(await productOf(req), { stars, page }))
  })

  routes.get('/products/:slug/reviews/new', async (req, res) => {
    const product = await productOf(req)
    const { mayReview, review } = await ownReview(buyerOf(req), product.id, product.variantIds)
    if (!mayReview) return sendAway(res, product)
    await showForm(res, product, formOf(review), review)
  })

  routes.post(
    '/products/:slug/reviews',
    takes(reviewForm, async (req, res, form) => {
      const product = await productOf(req)
      if (!form.ok) return refuse(req, res, product, form)
      const reviewed = { productId: product.id, variantIds: product.variantIds }
      const outcome = await writeReview(buyerOf(req), reviewed, { ...form.value, locale: req.locale })
      if (outcome.refused) return sendAway(res, product)
      notify(req, { key: 'reviews.thanks', values: { title: product.title } })
      res.redirect(303, req.addressTo(`/products/${product.slug}/reviews`))
    }),
  )
  routes.get('/account/reviews', requiresCustomer, async (req, res) => {
    const written = await reviewsBy(customerOf(req)!)
    const names = await productNames(
      written.map(({ productId }) => productId),
      req.locale,
    )
    const reviews = written.map((review) => ({ ...review, product: names.get(review.productId) ?? null }))
    await res.page('reviews/own', { reviews })
  })
  return routes
}

async function productOf(req: Request): Promise<ReviewedProduct> {
  const product = await findReviewedProduct(String(req.params.slug), { locale: req.locale })
  if (!product) throw new NotFound('product')
  return product
}

async function refuse(req: Request, res: Response, product: ReviewedProduct, form: Form<unknown>) {
  const { mayReview, review } = await ownReview(buyerOf(req), product.id, product.variantIds)
  if (!mayReview) return sendAway(res, product)
  const length = lengthOfText(form.text('text'))
  return showForm(res.status(422), product, form.explain({ length }), review)
}

type Written = Awaited<ReturnType<typeof ownReview>>['review']

function formOf(written: Written): Form<never> {
  if (!written) return blankForm()
  const { stars, title, text, displayName } = written
  return blankForm({ stars: String(stars), title, text, displayName })
}

async function showForm(res: Response, product: ReviewedProduct, form: Form<unknown>, written: Written) {
  await res.page('reviews/write', { product, form, written: written ?? null })
}

/** Who has not bought it: why that matters, and what to do next. */
async function sendAway(res: Response, product: ReviewedProduct) {
  await res.status(403).page('reviews/not-bought', { product })
}
