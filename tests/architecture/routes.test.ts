import express, { Router } from 'express'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { requires } from '../../src/identity/index.ts'
import { takes } from '../../src/platform/forms.ts'
import { addressesOf } from '../support/house/routes.ts'

const deps = createDeps()
afterAll(deps.close)

const addresses = addressesOf(createApp(deps))

/** Addresses are a promise: people bookmark them. One that goes is redirected for good. */
const promised = `
  GET  /
  GET  /accessibility
  GET  /account
  GET  /account/addresses
  POST /account/addresses
  GET  /account/addresses/:address
  POST /account/addresses/:address
  POST /account/addresses/:address/removal
  POST /account/addresses/:address/return
  GET  /account/addresses/new
  GET  /account/baskets
  POST /account/baskets
  POST /account/baskets/:token/removal
  GET  /account/email
  POST /account/email
  GET  /account/orders
  GET  /account/privacy
  GET  /account/privacy/erasure
  POST /account/privacy/erasure
  POST /account/privacy/export
  POST /account/privacy/marketing
  GET  /account/profile
  POST /account/profile
  GET  /account/reviews
  GET  /account/sign-ins
  POST /account/sign-ins/:signIn/end
  POST /account/sign-ins/end
  GET  /account/wish-list
  POST /account/wish-list
  GET  /account/wish-list/:slug
  POST /account/wish-list/sharing
  GET  /admin
  GET  /admin/attributes
  GET  /admin/attributes.csv
  GET  /admin/attributes/:attribute
  POST /admin/attributes/:attribute
  POST /admin/attributes/:attribute/merge
  GET  /admin/audit
  GET  /admin/audit.csv
  GET  /admin/brands
  POST /admin/brands
  GET  /admin/brands.csv
  GET  /admin/categories
  GET  /admin/categories.csv
  GET  /admin/categories/:category
  POST /admin/categories/:category
  POST /admin/categories/:category/move
  POST /admin/categories/:category/order
  POST /admin/categories/:category/picture
  GET  /admin/categories/:category/removal
  POST /admin/categories/:category/removal
  GET  /admin/categories/new
  POST /admin/categories/new
  GET  /admin/customers
  GET  /admin/customers.csv
  GET  /admin/customers/:customer
  POST /admin/customers/:customer/access
  GET  /admin/customers/:customer/erasure
  POST /admin/customers/:customer/erasure
  POST /admin/customers/:customer/export
  POST /admin/customers/:customer/notes
  POST /admin/customers/:customer/sign-ins/end
  POST /admin/customers/:customer/viewing
  GET  /admin/delivery
  GET  /admin/delivery.csv
  GET  /admin/delivery/methods/:code
  POST /admin/delivery/methods/:code
  POST /admin/delivery/zones
  GET  /admin/jobs
  POST /admin/jobs/:job/retry
  GET  /admin/keys
  GET  /admin/mails
  GET  /admin/mails/:mail
  GET  /admin/markets
  POST /admin/markets
  GET  /admin/orders
  GET  /admin/orders.csv
  GET  /admin/orders/:number
  POST /admin/orders/:number/cancellation
  POST /admin/orders/:number/capture
  GET  /admin/orders/:number/mails
  POST /admin/orders/:number/mails
  GET  /admin/orders/:number/mails/letter
  POST /admin/orders/:number/mails/reach
  POST /admin/orders/:number/notes
  GET  /admin/orders/:number/refund
  POST /admin/orders/:number/refund
  POST /admin/orders/:number/returns/:return/arrival
  POST /admin/orders/:number/returns/:return/decision
  POST /admin/orders/:number/shipments
  POST /admin/orders/:number/shipments/:shipment
  POST /admin/orders/:number/transfers
  GET  /admin/orders/picking
  GET  /admin/orders/picking.csv
  GET  /admin/orders/new
  POST /admin/orders/new
  GET  /admin/orders/new/:draft
  POST /admin/orders/new/:draft
  POST /admin/orders/new/:draft/delivery
  GET  /admin/payments
  POST /admin/payments
  GET  /admin/payments.csv
  GET  /admin/payments/bank
  POST /admin/payments/bank
  POST /admin/payments/bank/record
  POST /admin/payments/discrepancies/:discrepancy
  GET  /admin/prices
  GET  /admin/prices.csv
  POST /admin/prices
  POST /admin/prices/set
  GET  /admin/products
  GET  /admin/products.csv
  GET  /admin/products/:product
  POST /admin/products/:product
  GET  /admin/products/:product/address
  POST /admin/products/:product/address
  POST /admin/products/:product/copy
  GET  /admin/products/:product/details
  POST /admin/products/:product/details
  GET  /admin/products/:product/pictures
  POST /admin/products/:product/pictures
  POST /admin/products/:product/pictures/describe
  POST /admin/products/:product/pictures/move
  POST /admin/products/:product/pictures/remove
  POST /admin/products/:product/pictures/restore
  GET  /admin/products/:product/variants
  POST /admin/products/:product/variants
  POST /admin/products/:product/variants/missing
  POST /admin/products/:product/variants/new
  POST /admin/products/:product/variants/options
  GET  /admin/products/imports
  POST /admin/products/imports
  GET  /admin/products/imports/:upload
  GET  /admin/products/imports/:upload/faults.csv
  POST /admin/products/imports/:upload
  GET  /admin/products/export.csv
  GET  /admin/products/new
  POST /admin/products/new
  GET  /admin/products/turn
  POST /admin/products/turn
  GET  /admin/promotions
  GET  /admin/promotions.csv
  GET  /admin/promotions/:promotion
  POST /admin/promotions/:promotion
  GET  /admin/promotions/:promotion/codes
  POST /admin/promotions/:promotion/codes
  GET  /admin/promotions/:promotion/codes.csv
  GET  /admin/promotions/:promotion/stop
  POST /admin/promotions/:promotion/stop
  GET  /admin/promotions/:promotion/uses
  GET  /admin/promotions/:promotion/uses.csv
  GET  /admin/promotions/new
  POST /admin/promotions/new
  GET  /admin/recommendations
  POST /admin/recommendations/choices
  POST /admin/recommendations/choices/:choice/removal
  POST /admin/recommendations/comparison
  POST /admin/recommendations/models/:model/use
  POST /admin/recommendations/trainings
  GET  /admin/recommendations.csv
  GET  /admin/returns
  GET  /admin/reviews
  POST /admin/reviews/:review
  GET  /admin/sales
  GET  /admin/sales.csv
  GET  /admin/sales/:sale
  GET  /admin/sales/:sale/end
  POST /admin/sales/:sale/end
  GET  /admin/sales/:sale/prices.csv
  GET  /admin/sales/new
  POST /admin/sales/new
  GET  /admin/search
  POST /admin/search
  GET  /admin/search.csv
  GET  /admin/staff
  POST /admin/staff/:staff/access
  GET  /admin/stock
  GET  /admin/stock.csv
  GET  /admin/stock/places
  POST /admin/stock/places
  GET  /admin/stock/:variant
  GET  /admin/stock/back-in-stock
  GET  /admin/stock/back-in-stock.csv
  POST /admin/stock/:variant
  POST /admin/stock/:variant/transfers
  GET  /admin/stock/count
  POST /admin/stock/count
  POST /admin/stock/count/set
  GET  /admin/taxes
  POST /admin/taxes
  GET  /admin/taxes.csv
  POST /admin/viewing/end
  GET  /auth/callback
  POST /back-in-stock
  GET  /back-in-stock/:key
  POST /back-in-stock/:key/confirmation
  POST /back-in-stock/:key/removal
  GET  /basket
  POST /basket/gift-card/removal
  POST /basket/lines
  POST /basket/lines/:sku
  POST /basket/lines/:sku/removal
  POST /basket/lines/:sku/saving
  POST /basket/saved/:sku
  POST /basket/saved/:sku/removal
  POST /basket/shared
  GET /basket/shared/:token
  POST /basket/shared/:token
  POST /basket/voucher
  POST /basket/voucher/removal
  GET  /categories/*path
  GET  /checkout
  GET  /checkout/address
  POST /checkout/address
  POST /checkout/address/kept
  GET  /checkout/contact
  POST /checkout/contact
  GET  /checkout/delivery
  POST /checkout/delivery
  POST /checkout/order
  GET  /checkout/payment-method
  POST /checkout/payment-method
  GET  /checkout/return
  GET  /checkout/review
  POST /consent
  GET  /email-confirmations/:key
  POST /email-confirmations/:key
  GET  /feeds/google.xml
  GET  /health/live
  GET  /health/ready
  GET  /media/*key
  GET  /orders/:number
  GET  /orders/:number/address
  POST /orders/:number/address
  GET  /orders/:number/cancellation
  POST /orders/:number/cancellation
  GET  /orders/:number/credit-notes/:creditNote
  GET  /orders/:number/credit-notes/:creditNote.pdf
  GET  /orders/:number/invoice
  GET  /orders/:number/invoice.pdf
  GET  /orders/:number/packing-slip
  GET  /orders/lookup
  POST /orders/lookup
  POST /orders/:number/payment
  POST /orders/:number/reorder
  GET  /orders/:number/returns
  POST /orders/:number/returns
  POST /preferences
  GET  /products/:slug
  GET  /products/:slug/reviews
  POST /products/:slug/reviews
  GET  /products/:slug/reviews/new
  GET  /recently-viewed
  GET  /recommendations/:placement
  POST /recommendations/:placement/dismissals
  GET  /register
  GET  /robots.txt
  GET  /search
  GET  /search/suggestions
  GET  /sign-in
  POST /sign-out
  GET  /sitemap-:part.xml
  GET  /sitemap.xml
  POST /webhooks/stripe
  GET  /wish-lists/:token
`

/** The provider's events are signed, not typed in: their body is kept as it came. */
const withoutForm = ['/webhooks/stripe']

const written = (list: { method: string; path: string }[]) =>
  list.map(({ method, path }) => `${method} ${path}`)

test('the addresses of the shop are the ones that were promised', () => {
  const lines = promised
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ +/, ' '))
  expect(written(addresses).sort(byPath)).toEqual(lines.sort(byPath))
})

test('every form has a schema of what it takes', () => {
  const posts = addresses.filter(({ method }) => method !== 'GET')
  const lacking = posts.filter(({ path, hasSchema }) => !hasSchema && !withoutForm.includes(path))
  expect(posts.length).toBeGreaterThan(8)
  expect(written(lacking)).toEqual([])
})

test('every form of the back office has a name in the audit log, which is written with the change', () => {
  const forms = addresses.filter(({ method, path }) => method === 'POST' && path.startsWith('/admin'))
  expect(forms.length).toBeGreaterThan(10)
  expect(written(forms.filter(({ action }) => action === undefined))).toEqual([])
})

test('it finds every address of an app, however deep, the forms that lack a schema, and the rights asked for', () => {
  const inner = Router()
  inner.get('/', requires('see-orders'), () => {})
  inner.post('/:id/removal', () => {})
  const outer = Router()
  outer.use('/lines', inner)
  outer
    .route('/total')
    .get(() => {})
    .post(takes(z.object({}), async () => {}))
  const app = express()
  app.use((_req, _res, next) => next())
  app.get('/', () => {})
  app.use('/basket', outer)
  app.use(outer)
  expect(addressesOf(app)).toEqual([
    { method: 'GET', path: '/', hasSchema: false, action: undefined, permissions: [] },
    {
      method: 'GET',
      path: '/basket/lines',
      hasSchema: false,
      action: undefined,
      permissions: ['see-orders'],
    },
    {
      method: 'POST',
      path: '/basket/lines/:id/removal',
      hasSchema: false,
      action: undefined,
      permissions: [],
    },
    { method: 'GET', path: '/basket/total', hasSchema: false, action: undefined, permissions: [] },
    { method: 'POST', path: '/basket/total', hasSchema: true, action: undefined, permissions: [] },
    { method: 'GET', path: '/lines', hasSchema: false, action: undefined, permissions: ['see-orders'] },
    { method: 'POST', path: '/lines/:id/removal', hasSchema: false, action: undefined, permissions: [] },
    { method: 'GET', path: '/total', hasSchema: false, action: undefined, permissions: [] },
    { method: 'POST', path: '/total', hasSchema: true, action: undefined, permissions: [] },
  ])
})

function byPath(one: string, other: string): number {
  return turned(one) < turned(other) ? -1 : 1
}

function turned(address: string): string {
  return address.split(' ').reverse().join(' ')
}
