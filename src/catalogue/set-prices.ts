import { rows, type Transaction, transaction } from '../platform/database.ts'
import type { Currency } from '../platform/money.ts'
import { draftOf } from './draft-of.ts'
import { withPrices } from './edit-product.ts'
import { saveProducts } from './save-product.ts'
import { productsNamed } from './whole-products.ts'

/** The price of a variant that always holds, in minor units; `compareAt` is what it was before, if that is said. */
export interface StandingPrice {
  variantId: number
  currency: Currency
  amount: number
  compareAt: number | null
}

export interface NamedPrice extends StandingPrice {
  sku: string
  title: string
}

/** A price to be set, and what stood there when somebody looked; null for none. */
export interface NewPrice extends StandingPrice {
  seen: Pick<StandingPrice, 'amount' | 'compareAt'> | null
}

/**
 * Sets these prices and no others; those of sales stay as they are. Refuses when one was changed since somebody looked.
 * Sent twice, the second changes nothing. @returns how many products they are of.
 */
export function setPrices(prices: NewPrice[]) {
  return transaction(async (tx) => {
    const variantIds = [...new Set(prices.map(({ variantId }) => variantId))]
    const named = await lockVariants(tx, variantIds)
    const standing = new Map(
      (await standingPrices({ variantIds }, tx)).map((price) => [nameOf(price), sayPrice(price)]),
    )
    const isAnother = (price: NewPrice) => {
      const now = standing.get(nameOf(price)) ?? sayPrice(null)
      return now !== sayPrice(price.seen) && now !== sayPrice(price)
    }
    if (prices.some(isAnother)) return { refused: 'changed' as const }
    const skus = new Map(named.map(({ id, sku }) => [id, sku]))
    const typed = prices.flatMap(({ variantId, currency, amount, compareAt }) => {
      const sku = skus.get(variantId)
      return sku ? [{ sku, currency, amount, ...(compareAt !== null && { compareAt }) }] : []
    })
    const wholes = await productsNamed([...new Set(named.map(({ slug }) => slug))], tx)
    const saved = await saveProducts(
      [...wholes.values()].map((whole) => withPrices(draftOf(whole), typed)),
      tx,
    )
    if (saved.refused) throw new Error(`Products were refused: ${saved.refused}`)
    return { count: saved.products.length }
  })
}

const nameOf = ({ variantId, currency }: StandingPrice) => `${variantId} ${currency}`
const sayPrice = (price: Pick<StandingPrice, 'amount' | 'compareAt'> | null) =>
  price ? `${price.amount} ${price.compareAt}` : ''

/** The prices of these variants, as the audit log keeps them. Locks their products. */
export async function pricesState(tx: Transaction, variantIds: number[]): Promise<object> {
  await lockVariants(tx, variantIds)
  const found = await standingPrices({ variantIds }, tx)
  return Object.fromEntries(
    found.map(({ sku, currency, amount, compareAt }) => [`${sku} ${currency}`, { amount, compareAt }]),
  )
}

/** Prices that always hold, by the order in which their goods came into the shop; of all variants, or of these. */
export function standingPrices(
  { variantIds = null, limit = null }: { variantIds?: number[] | null; limit?: number | null },
  tx?: Transaction,
): Promise<NamedPrice[]> {
  return rows<NamedPrice>(
    `select variant.id as "variantId", variant.sku, product.title ->> 'en' as title, price.currency, price.amount,
       price.compare_at as "compareAt"
     from catalogue.prices price
     join catalogue.variants variant on variant.id = price.variant_id and variant.retired_at is null
     join catalogue.products product on product.id = variant.product_id
     where price.valid_from = '-infinity' and ($variantIds::bigint[] is null or variant.id = any($variantIds::bigint[]))
     order by variant.id, price.currency limit $limit`,
    { variantIds, limit },
    tx,
  )
}

function lockVariants(tx: Transaction, variantIds: number[]) {
  return rows<{ id: number; sku: string; slug: string }>(
    `select variant.id, variant.sku, product.slug from catalogue.products product
     join catalogue.variants variant on variant.product_id = product.id and variant.retired_at is null
     where variant.id = any($variantIds::bigint[]) order by product.slug for update of product`,
    { variantIds },
    tx,
  )
}
