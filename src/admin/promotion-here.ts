import type { Request } from 'express'
import { z } from 'zod'
import { NotFound } from '../platform/errors.ts'
import { officePromotion, promotionStateOf } from '../pricing/index.ts'
import type { Change } from './change.ts'

/** The promotion that an address of the office names. */
export async function promotionHere(req: Request) {
  const promotion = await officePromotion(promotionIdIn(req))
  if (!promotion) throw new NotFound('promotion')
  return promotion
}

export function promotionIdIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.promotion)
}

/** Who may change a promotion, and what the log keeps of it. */
export function promotionChange(action: string): Change {
  return {
    ...{ right: 'edit-prices', action },
    subject: (req) => `promotion ${req.params.promotion}`,
    state: (tx, req) => promotionStateOf(tx, promotionIdIn(req)),
  }
}
