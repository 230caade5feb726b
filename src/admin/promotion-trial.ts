import { z } from 'zod'
import { findVariants, variantsCalled } from '../catalogue/index.ts'
import { currencies } from '../platform/money.ts'
import { deliveryCountries, homeCountryOf, tryPromotion } from '../pricing/index.ts'
import { wishesIn } from './wishes-in.ts'

const asked = z.object({
  basket: z.string().max(4_000).catch(''),
  currency: z.enum(currencies).catch('EUR'),
  country: z.string().length(2).optional().catch(undefined),
})

/**
 * A promotion tried against a basket as somebody types it, `MUG-OAT x 2` a line: what it would come to, and which lines name
 * nothing that has a price. Nothing is written.
 */
export async function promotionTrial(promotionId: number, query: unknown) {
  const { basket, currency, country: wanted } = asked.parse(query)
  const countries = await deliveryCountries(currency)
  const country = wanted && countries.includes(wanted) ? wanted : homeCountryOf(currency)
  const given = { basket, currency, country, countries }
  const wishes = wishesIn(basket)
  if (wishes.length === 0) return { ...given, unknown: [], trial: undefined }
  const ids = await variantsCalled(wishes.map(({ sku }) => sku))
  const variants = await findVariants([...ids.values()], { locale: 'en', currency })
  const lines = wishes.flatMap(({ sku, quantity }) => {
    const variant = variants.find(({ id }) => id === ids.get(sku.toLowerCase()))
    if (!variant?.price) return []
    const { id: variantId, price, productId, categoryIds, taxClass, weightGrams } = variant
    return [
      {
        variantId,
        sku: variant.sku,
        productId,
        categoryIds,
        taxClass,
        weightGrams,
        unitPrice: price.amount,
        quantity,
      },
    ]
  })
  const unknown = wishes.filter(
    ({ sku }) => !lines.some((line) => line.sku.toLowerCase() === sku.toLowerCase()),
  )
  const trial =
    lines.length > 0 ? await tryPromotion(promotionId, { currency, country, region: '', lines }) : undefined
  return { ...given, unknown: unknown.map(({ sku }) => sku), trial }
}
