import type { Transaction } from '../platform/database.ts'
import { suppliesOf } from './supply.ts'

/** How many of each variant can be sold now, by variant id; unknown ones are 0. */
export async function availabilityOf(variantIds: number[], tx?: Transaction): Promise<Map<number, number>> {
  const supplies = await suppliesOf(variantIds, tx)
  return new Map([...supplies].map(([id, { available }]) => [id, available]))
}
