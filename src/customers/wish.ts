import { randomBytes } from 'node:crypto'
import type { Owner } from '../identity/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { MOST_WISHES } from './wish-list.ts'

const TOKEN_BYTES = 16

/** Puts a product onto somebody's wish list, or takes it off. Refuses more than `MOST_WISHES`. */
export function wish({ visitorId }: Owner, productId: number, isWanted: boolean) {
  return transaction(async (tx) => {
    const bind = { visitorId, productId }
    if (!isWanted) {
      await rows(
        'delete from customers.wishes where visitor_id = $visitorId and product_id = $productId',
        bind,
        tx,
      )
      return { refused: undefined }
    }
    await rows(
      `insert into customers.wishes (visitor_id, product_id) values ($visitorId, $productId) on conflict do nothing`,
      bind,
      tx,
    )
    const { count } = (await row<{ count: number }>(
      'select count(*)::integer as count from customers.wishes where visitor_id = $visitorId',
      { visitorId },
      tx,
    ))!
    return count > MOST_WISHES ? { refused: 'full' as const, most: MOST_WISHES } : { refused: undefined }
  })
}

/** Lets others see the wish list, under a token that nobody guesses; or nobody any more. */
export function shareWishes({ visitorId }: Owner, isShared: boolean): Promise<void> {
  return transaction(async (tx) => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    if (isShared) {
      await rows(
        `insert into customers.shared_wishes (visitor_id, token) values ($visitorId, $token) on conflict do nothing`,
        { visitorId, token },
        tx,
      )
    } else await rows('delete from customers.shared_wishes where visitor_id = $visitorId', { visitorId }, tx)
  })
}

/** What a visitor wished for is the customer's now. */
export function mergeWishes(from: Owner, to: Owner): Promise<void> {
  return transaction(async (tx) => {
    const bind = { from: from.visitorId, to: to.visitorId }
    await rows(
      `insert into customers.wishes (visitor_id, product_id, wished_at)
       select $to, product_id, wished_at from customers.wishes where visitor_id = $from on conflict do nothing`,
      bind,
      tx,
    )
    await rows('delete from customers.wishes where visitor_id = $from', bind, tx)
    await rows(
      `update customers.shared_wishes shared set visitor_id = $to where visitor_id = $from
         and not exists (select from customers.shared_wishes other where other.visitor_id = $to)`,
      bind,
      tx,
    )
  })
}
