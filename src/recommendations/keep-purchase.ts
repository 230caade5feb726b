import { productsOfVariants } from '../catalogue/index.ts'
import { keepDeeds } from './keep-deeds.ts'

/** What was bought: by whom, when, and for how much a line, in minor units of the currency (ISO 4217). */
export interface BoughtGoods {
  visitorId: string
  at: Date
  currency: string
  lines: { variantId: number; total: number }[]
}

/** Keeps what somebody has bought as something that they have done, once it is paid. */
export async function keepPurchase({ visitorId, at, currency, lines }: BoughtGoods): Promise<void> {
  const products = await productsOfVariants(lines.map(({ variantId }) => variantId))
  await keepDeeds(
    lines.flatMap(({ variantId, total }) => {
      const productId = products.get(variantId)
      if (productId === undefined) return []
      return [{ kind: 'purchase' as const, visitorId, at, productId, amount: total, currency }]
    }),
  )
}
