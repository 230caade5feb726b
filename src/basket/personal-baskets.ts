import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** What somebody meant to buy. A basket that became an order stays, as nobody's. */
export const personalBaskets: PersonalData = {
  name: 'baskets',
  collect: ({ visitorId }) =>
    rows(
      `select basket.state, basket.updated_at as "updatedAt",
         (select coalesce(jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity, 'addedAt', added_at)), '[]')
          from basket.basket_lines where basket_id = basket.id) as lines,
         null as "keptAs" from basket.baskets basket where visitor_id = $visitorId
       union all select 'kept', shared_at, lines, kept_as from basket.shared_baskets where visitor_id = $visitorId
       union all select 'for later', max(saved_at),
         jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity)), null
         from basket.saved_lines where visitor_id = $visitorId having count(*) > 0`,
      { visitorId },
    ),
  erase: async (tx, { visitorId }) => {
    for (const statement of ERASING) await rows(statement, { visitorId }, tx)
  },
}

const OPEN = `(select id from basket.baskets where visitor_id = $visitorId and state = 'open')`
const ERASING = [
  `delete from basket.basket_lines where basket_id in ${OPEN}`,
  `delete from basket.basket_vouchers where basket_id in ${OPEN}`,
  `delete from basket.basket_cards where basket_id in ${OPEN}`,
  'delete from basket.saved_lines where visitor_id = $visitorId',
  'delete from basket.shared_baskets where visitor_id = $visitorId',
  'delete from basket.additions where visitor_id = $visitorId',
  'update basket.baskets set visitor_id = gen_random_uuid() where visitor_id = $visitorId',
]

/** The ids of every basket of somebody's, also of those that became orders. */
export async function basketIdsOf(visitorId: string): Promise<number[]> {
  const found = await rows<{ id: number }>(
    'select id from basket.baskets where visitor_id = $visitorId order by id',
    { visitorId },
  )
  return found.map(({ id }) => id)
}
