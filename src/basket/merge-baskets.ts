import type { Owner } from '../identity/index.ts'
import { rows, transaction } from '../platform/database.ts'
import { MOST_LINES, openBasket, touch } from './basket.ts'

/**
 * Somebody turns out to be somebody else, who may have a basket already: what the first has goes there. Of each variant
 * the larger quantity counts, for both may have put in the same thing; codes, gift cards and what is kept for later go along. Lines
 * beyond the most that a basket takes are kept for later. The first one's basket is empty afterwards.
 */
export function mergeBaskets(from: Owner, to: Owner): Promise<void> {
  return transaction(async (tx) => {
    if (from.visitorId === to.visitorId) return
    const [fromId, toId] = await inOrder([from, to], (owner) => openBasket(tx, owner))
    const bind = { fromId: fromId!, toId: toId!, from: from.visitorId, to: to.visitorId }
    for (const statement of MERGING) await rows(statement, bind, tx)
    await touch(tx, bind.fromId)
    await touch(tx, bind.toId)
  })
}

/** Both are locked, always in the same order, so that two tabs that merge do not wait for each other. */
async function inOrder<T>(owners: Owner[], lock: (owner: Owner) => Promise<T>): Promise<T[]> {
  const locked = new Map<string, T>()
  for (const owner of owners.toSorted((a, b) => (a.visitorId < b.visitorId ? -1 : 1)))
    locked.set(owner.visitorId, await lock(owner))
  return owners.map(({ visitorId }) => locked.get(visitorId)!)
}

const MERGING = [
  `insert into basket.basket_lines (basket_id, variant_id, quantity, seen_amount, seen_currency, added_at)
   select $toId, variant_id, quantity, seen_amount, seen_currency, added_at
   from basket.basket_lines where basket_id = $fromId
   on conflict (basket_id, variant_id) do update set quantity = greatest(basket_lines.quantity, excluded.quantity)`,
  'delete from basket.basket_lines where basket_id = $fromId',
  `with beyond as (
     delete from basket.basket_lines line using (
       select variant_id from basket.basket_lines where basket_id = $toId
       order by added_at desc, variant_id offset ${MOST_LINES}) late
     where line.basket_id = $toId and line.variant_id = late.variant_id
     returning line.variant_id, line.quantity)
   insert into basket.saved_lines (visitor_id, variant_id, quantity) select $to, variant_id, quantity from beyond
   on conflict do nothing`,
  `insert into basket.basket_vouchers (basket_id, code, added_at)
   select $toId, code, added_at from basket.basket_vouchers where basket_id = $fromId on conflict do nothing`,
  'delete from basket.basket_vouchers where basket_id = $fromId',
  `insert into basket.basket_cards (basket_id, account_id, added_at)
   select $toId, account_id, added_at from basket.basket_cards where basket_id = $fromId on conflict do nothing`,
  'delete from basket.basket_cards where basket_id = $fromId',
  `insert into basket.saved_lines (visitor_id, variant_id, quantity, saved_at)
   select $to, variant_id, quantity, saved_at from basket.saved_lines where visitor_id = $from on conflict do nothing`,
  'delete from basket.saved_lines where visitor_id = $from',
  'update basket.shared_baskets set visitor_id = $to where visitor_id = $from',
]
