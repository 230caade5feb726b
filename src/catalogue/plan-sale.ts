import { patientTransaction, row, rows, type Transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { listSoon } from './list-soon.ts'
import { SALE_PRICES, type SaleTerms } from './sale-prices.ts'

/**
 * Makes the prices of a sale, which come and go by the clock; one that was to begin earlier begins now. Where another
 * price begins at the same moment, that one stays. Under the same key, once. Refuses a sale of nothing.
 */
export function planSale(name: string, terms: SaleTerms, key: string) {
  return patientTransaction(async (tx) => {
    const made = await saleMadeWith(tx, key)
    if (made) return { refused: undefined, id: made.id }
    const { now } = (await row<{ now: Date }>('select now() as now', [], tx))!
    const begun = { ...terms, startsAt: terms.startsAt < now ? now : terms.startsAt }
    const sale = await row<{ id: number }>(
      `insert into catalogue.sales (name, share, category_ids, product_ids, starts_at, ends_at, made_with)
       values ($name, $share, $categoryIds, $productIds, $startsAt, $endsAt, $key) returning id`,
      { name, ...begun, key },
      tx,
    )
    const saleId = sale!.id
    const priced = await rows<{ variantId: number }>(
      `insert into catalogue.prices (variant_id, currency, amount, compare_at, valid_from, valid_until, sale_id)
       select variant_id, currency, amount, was, $startsAt::timestamptz, $endsAt::timestamptz, $saleId::bigint from (${SALE_PRICES}) price
       on conflict (variant_id, currency, valid_from) do nothing
       returning variant_id as "variantId"`,
      { ...begun, saleId },
      tx,
    )
    if (priced.length === 0) return { refused: 'nothing' as const }
    await listSale(saleId, tx)
    return { refused: undefined, id: saleId }
  })
}

/** Ends a sale now; of one that has not begun nothing stays. Ended already, it stays as it is. Refuses one that is not there. */
export function endSale(saleId: number) {
  return patientTransaction(async (tx) => {
    const sale = await row<{ isOver: boolean }>(
      `select coalesce(stopped_at, ends_at) <= now() as "isOver" from catalogue.sales where id = $saleId for update`,
      { saleId },
      tx,
    )
    if (!sale) return { refused: 'unknown' as const }
    if (sale.isOver) return { refused: undefined }
    await rows('update catalogue.sales set stopped_at = now() where id = $saleId', { saleId }, tx)
    await rows(
      `update catalogue.prices set valid_until = now()
       where sale_id = $saleId and valid_from < now() and valid_until > now()`,
      { saleId },
      tx,
    )
    await listSale(saleId, tx)
    await rows('delete from catalogue.prices where sale_id = $saleId and valid_from >= now()', { saleId }, tx)
    return { refused: undefined }
  })
}

/** The sale that a form has made, as the audit log keeps it. Whoever sends the same form meanwhile waits. */
export async function saleMadeWith(tx: Transaction, key: string) {
  await oneAtATime(tx, key)
  return row<{ id: number }>(
    `select id, name, share, category_ids as categories, product_ids as products, starts_at as "startsAt",
       ends_at as "endsAt" from catalogue.sales where made_with = $key`,
    { key },
    tx,
  )
}

/** When a sale ends, as the audit log keeps it. */
export function saleStateOf(tx: Transaction, saleId: number) {
  return row<{ name: string }>(
    `select name, share, ends_at as "endsAt", stopped_at as "stoppedAt" from catalogue.sales
     where id = $saleId for update`,
    { saleId },
    tx,
  )
}

/** Lists what the sale touches again, and sees to it that the clock does when it begins and ends. */
async function listSale(saleId: number, tx: Transaction): Promise<void> {
  const touched = await rows<{ id: number }>(
    `select distinct variant.product_id as id from catalogue.prices price
     join catalogue.variants variant on variant.id = price.variant_id where price.sale_id = $saleId`,
    { saleId },
    tx,
  )
  await listSoon(
    touched.map(({ id }) => id),
    tx,
  )
}
