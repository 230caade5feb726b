import type { Supply } from '../inventory/index.ts'
import { rows } from '../platform/database.ts'
import type { Locality } from './locality.ts'

/** A variant that its product offers, with what it costs in one currency and how many can be sold. */
export interface OfferedVariant extends Supply {
  sku: string
  barcode: string | null
  /** The ids of its option values, by the option's number. */
  values: Partial<Record<number, number>>
  price: number | null
  was: number | null
  /** Which of the product's pictures shows it. */
  pictureId: number | null
}

/** The variants of a product, in their order. */
export function offeredVariants(productId: number, { currency }: Locality): Promise<OfferedVariant[]> {
  return rows<OfferedVariant>(
    `select variant.sku, variant.barcode, price.amount as price, price.compare_at as was,
       coalesce(stock.available, 0) as available, coalesce(stock.at_once, 0) as "atOnce",
       stock.restocked_on::text as "restockedOn", variant.picture_id as "pictureId",
       (select coalesce(jsonb_object_agg(chosen.number, chosen.option_value_id), '{}')
        from catalogue.variant_option_values chosen where chosen.variant_id = variant.id) as values
     from catalogue.variants variant
     left join lateral catalogue.price_of(variant.id, $currency) price on true
     left join inventory.availability stock on stock.variant_id = variant.id
     where variant.product_id = $productId and variant.retired_at is null
     order by variant.position, variant.id`,
    { productId, currency },
  )
}
