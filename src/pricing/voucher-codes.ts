import { randomInt } from 'node:crypto'
import { rows, type Transaction, transaction } from '../platform/database.ts'
import { tidyCode } from './promotion.ts'

/** Letters and digits that nobody takes for others. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10

export const MOST_CODES = 10_000

/**
 * Makes so many codes of a promotion that count once each: what they begin with, and ten characters that nobody guesses.
 * Refuses a promotion that is not had by codes.
 */
export function makeCodes(promotionId: number, beginning: string, count: number) {
  return transaction(async (tx) => {
    const found = await rows(
      'select from pricing.promotions where id = $promotionId and by_codes for update',
      { promotionId },
      tx,
    )
    if (found.length === 0) return { refused: 'unknown' as const }
    let made = 0
    while (made < count) made += await addCodes(tx, promotionId, beginning, count - made)
    return { refused: undefined, made }
  })
}

async function addCodes(
  tx: Transaction,
  promotionId: number,
  beginning: string,
  count: number,
): Promise<number> {
  const codes = Array.from({ length: count }, () => `${tidyCode(beginning)}-${unguessable()}`)
  const added = await rows(
    `insert into pricing.voucher_codes (code, promotion_id)
     select code, $promotionId from unnest($codes::text[]) as code
     where code not in (select code from pricing.promotions where code is not null)
     on conflict do nothing returning code`,
    { promotionId, codes },
    tx,
  )
  return added.length
}

function unguessable(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

export interface VoucherCode {
  code: string
  state: 'free' | 'held' | 'used'
  orderId: number | null
}

/** The codes of a promotion after one of them, in their order. */
export function codesOf(promotionId: number, after: string, limit: number): Promise<VoucherCode[]> {
  return rows<VoucherCode>(
    `select single.code, coalesce(redemption.state, 'free') as state, redemption.order_id as "orderId"
     from pricing.voucher_codes single
     left join pricing.voucher_redemptions redemption
       on redemption.single_code = single.code and redemption.state <> 'released'
     where single.promotion_id = $promotionId and single.code > $after
     order by single.code limit $limit`,
    { promotionId, after, limit },
  )
}
