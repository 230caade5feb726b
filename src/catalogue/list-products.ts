import { rows, type Transaction, transaction } from '../platform/database.ts'
import { removeDocuments, saveDocuments } from '../search/index.ts'
import { documentsOf } from './product-documents.ts'

/**
 * Works out again what lists and search show of the products: what they cost now, whether there are any, and
 * whether they are on show at all. To be called whenever something of that has changed.
 */
export async function listProducts(productIds: number[], tx: Transaction): Promise<void> {
  if (productIds.length === 0) return
  await lockProducts(productIds, tx)
  await saveOffers(productIds, tx)
  const documents = await documentsOf(productIds, tx)
  await saveDocuments(documents, tx)
  const listed = new Set(documents.map(({ id }) => id))
  await removeDocuments(
    productIds.filter((id) => !listed.has(id)),
    tx,
  )
}

/** Who changes a product meanwhile is waited for: what is worked out from what stood there before would stay. */
async function lockProducts(productIds: number[], tx: Transaction): Promise<void> {
  await rows(
    'select id from catalogue.products where id = any($productIds::bigint[]) order by id for update',
    { productIds },
    tx,
  )
}

/** The same for the products of these variants, when their stock has moved. */
export function listVariants(variantIds: number[]): Promise<void> {
  return transaction(async (tx) => {
    const products = await rows<{ id: number }>(
      `select distinct product_id as id from catalogue.variants where id = any($variantIds::bigint[]) order by id`,
      { variantIds },
      tx,
    )
    await listProducts(
      products.map(({ id }) => id),
      tx,
    )
  })
}

const AT_A_TIME = 200

/** The same for all products of which a price or the publication has begun or ended since. */
export async function listTurnedProducts(): Promise<void> {
  while ((await listSome()) === AT_A_TIME);
}

function listSome(): Promise<number> {
  return transaction(async (tx) => {
    const turned = await rows<{ id: number }>(
      `select id from catalogue.products where turns_at <= now()
       order by turns_at limit ${AT_A_TIME} for update skip locked`,
      [],
      tx,
    )
    await listProducts(
      turned.map(({ id }) => id),
      tx,
    )
    return turned.length
  })
}

/** What each product costs now in each currency, by its cheapest variant, and when that will be different. */
async function saveOffers(productIds: number[], tx: Transaction): Promise<void> {
  await rows(
    `with now_price as (
       select distinct on (variant.id, price.currency)
         variant.product_id, variant.position, price.currency, price.amount, price.compare_at
       from catalogue.variants variant join catalogue.prices price on price.variant_id = variant.id
       where variant.product_id = any($productIds::bigint[]) and variant.retired_at is null
         and price.valid_from <= statement_timestamp() and statement_timestamp() < price.valid_until
       order by variant.id, price.currency, price.valid_from desc),
     offer as materialized (
       select product_id, currency, min(amount) as lowest, max(amount) as highest,
         (array_agg(compare_at order by amount, position))[1] as was, count(*) as variant_count
       from now_price group by product_id, currency),
     removed as (
       delete from catalogue.offers
       where product_id = any($productIds::bigint[])
         and (product_id, currency) not in (select product_id, currency from offer)),
     turning as (
       update catalogue.products product set turns_at = next.moment
       from (
         select id, (
           select min(moment) from (
             select published_at union all select withdrawn_at
             union all
             select unnest(array[price.valid_from, price.valid_until])
             from catalogue.variants variant join catalogue.prices price on price.variant_id = variant.id
             where variant.product_id = turned.id and variant.retired_at is null
           ) as turns(moment) where moment > statement_timestamp() and isfinite(moment)) as moment
         from catalogue.products turned where turned.id = any($productIds::bigint[])
       ) next
       where product.id = next.id and product.id = any($productIds::bigint[])
         and product.turns_at is distinct from next."moment")
     insert into catalogue.offers as offers (product_id, currency, lowest, highest, was, variant_count)
     select product_id, currency, lowest, highest, was, variant_count from offer
     on conflict (product_id, currency) do update set lowest = excluded.lowest, highest = excluded.highest,
       was = excluded.was, variant_count = excluded.variant_count
     where (offers.lowest, offers.highest, offers.was, offers.variant_count)
       is distinct from (excluded.lowest, excluded.highest, excluded.was, excluded.variant_count)`,
    { productIds },
    tx,
  )
}
