import { row, rows } from '../../src/platform/database.ts'
import { variantId } from '../support/shop.ts'

/** The product of a variant of the small shop. */
export async function productId(product: { sku: string }): Promise<number> {
  const found = await row<{ id: number }>('select product_id as id from catalogue.variants where id = $id', {
    id: variantId(product),
  })
  return found!.id
}

/** Visits that have ended, each with views of these products one after another; of nobody. */
export async function plantVisits(count: number, productIds: number[], ago = '2 hours'): Promise<void> {
  await rows(
    `with visit as (
       insert into recommendations.visits (began_at, last_at)
       select at, at + interval '1 minute' from (
         select now() - $ago::interval - interval '1 minute' - make_interval(secs => number * 0.01) as at
         from generate_series(1, $count::integer) as number) planted
       returning id, began_at)
     insert into recommendations.events (visit_id, at, kind, product_id)
     select visit.id, visit.began_at + make_interval(secs => step.place::integer), 'view', step.product_id
     from visit cross join unnest($productIds::bigint[]) with ordinality as step(product_id, place)`,
    { count, productIds, ago },
  )
}
