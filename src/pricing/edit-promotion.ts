import { row, rows, sqlStateOf, type Transaction, transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { tidyCode } from './promotion.ts'
import type { PromotionDraft } from './save-promotion.ts'

/** All that staff say of a promotion; `isByCodes` when it is had by codes that count once each. */
export type PromotionEdit = PromotionDraft & { isByCodes: boolean; startsAt: Date }

type Outcome = { refused: undefined; id: number } | { refused: 'unknown' | 'changed' | 'code-taken' }

const UNIQUE_VIOLATION = '23505'

/** Makes a promotion; under the same key, once. Refuses a code that another one has. */
export function createPromotion(edit: PromotionEdit, key: string): Promise<Outcome> {
  return unlessTaken(() =>
    transaction(async (tx): Promise<Outcome> => {
      await oneAtATime(tx, key)
      const made = await madeWith(tx, key)
      if (made) return { refused: undefined, id: made.id }
      if (await isSingleCode(tx, edit.code)) return { refused: 'code-taken' }
      const saved = await row<{ id: number }>(
        `insert into pricing.promotions (${COLUMNS}, made_with) select given.*, $key ${GIVEN} returning id`,
        { given: givenOf(edit), key },
        tx,
      )
      return { refused: undefined, id: saved!.id }
    }),
  )
}

/**
 * Makes a promotion what somebody has typed who saw it in this version; how often it was used stays. Refuses when it was
 * changed meanwhile, when it is not there, and a code that another one has.
 */
export function editPromotion(id: number, version: number, edit: PromotionEdit): Promise<Outcome> {
  return unlessTaken(() =>
    transaction(async (tx): Promise<Outcome> => {
      const locked = await lockPromotion(tx, id)
      if (!locked) return { refused: 'unknown' }
      if (locked.version !== version) return { refused: 'changed' }
      if (await isSingleCode(tx, edit.code)) return { refused: 'code-taken' }
      await rows(
        `update pricing.promotions set (${COLUMNS}, version) = (select given.*, version + 1 ${GIVEN}) where id = $id`,
        { given: givenOf(edit), id },
        tx,
      )
      return { refused: undefined, id }
    }),
  )
}

/** Stops a promotion, or lets it go on; orders that have used it keep what it took off. Refuses one that is not there. */
export function stopPromotion(id: number, isStopped: boolean): Promise<Outcome> {
  return transaction(async (tx): Promise<Outcome> => {
    if (!(await lockPromotion(tx, id))) return { refused: 'unknown' }
    await rows(
      `update pricing.promotions set stopped_at = case when $isStopped then coalesce(stopped_at, now()) end,
         version = version + 1
       where id = $id and (stopped_at is not null) <> $isStopped`,
      { id, isStopped },
      tx,
    )
    return { refused: undefined, id }
  })
}

/** How a promotion is, as the audit log keeps it. Locks it. */
export async function promotionStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  await lockPromotion(tx, id)
  return row<{ id: number }>(
    `select ${COLUMNS}, stopped_at, (select count(*)::integer from pricing.voucher_codes where promotion_id = id) as codes
     from pricing.promotions where id = $id`,
    { id },
    tx,
  )
}

/** The promotion that a form has made, as the audit log keeps it. Whoever sends the same form meanwhile waits. */
export async function promotionMadeWith(tx: Transaction, key: string): Promise<object | undefined> {
  await oneAtATime(tx, key)
  const made = await madeWith(tx, key)
  return made && promotionStateOf(tx, made.id)
}

function madeWith(tx: Transaction, key: string) {
  return row<{ id: number }>('select id from pricing.promotions where made_with = $key', { key }, tx)
}

function lockPromotion(tx: Transaction, id: number) {
  return row<{ version: number }>(
    'select version from pricing.promotions where id = $id for update',
    { id },
    tx,
  )
}

async function isSingleCode(tx: Transaction, code: string | undefined): Promise<boolean> {
  const found =
    code && (await row('select from pricing.voucher_codes where code = $code', { code: tidyCode(code) }, tx))
  return Boolean(found)
}

async function unlessTaken(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return { refused: 'code-taken' }
    throw error
  }
}

function givenOf(edit: PromotionEdit): string {
  return JSON.stringify({ ...edit, code: edit.code && tidyCode(edit.code) })
}

const COLUMNS = `name, code, by_codes, kind, share, amounts, buy, free, category_ids, product_ids, minimums, is_for_first_order,
  combines, priority, limit_in_all, limit_each, starts_at, ends_at`

const GIVEN = `from jsonb_to_record($given) as given (name jsonb, code text, "isByCodes" boolean, kind text,
  share integer, amounts jsonb, buy integer, free integer, "categoryIds" bigint[], "productIds" bigint[], minimums jsonb,
  "isForFirstOrder" boolean, combines boolean, priority integer, "limitInAll" integer, "limitEach" integer,
  "startsAt" timestamptz, "endsAt" timestamptz)`
