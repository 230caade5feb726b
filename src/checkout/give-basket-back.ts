import { giveBack } from '../basket/index.ts'
import { transaction } from '../platform/database.ts'

/** An order came to nothing: what it was placed from is in its owner's basket again. */
export function giveBasketBack({
  basketId,
  visitorId,
}: {
  basketId: number
  visitorId: string
}): Promise<void> {
  return transaction((tx) => giveBack(tx, basketId, visitorId))
}
