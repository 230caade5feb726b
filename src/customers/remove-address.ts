import { row, rows, transaction } from '../platform/database.ts'
import { lockBook } from './lock-book.ts'

/** Takes an address out of a customer's book; for a day it can be put back. Another one becomes the default. */
export function removeAddress(customerId: number, id: number) {
  return transaction(async (tx) => {
    const kept = await lockBook(tx, customerId)
    const removed = kept.find((address) => address.id === id)
    if (!removed) return { refused: 'unknown' as const }
    await rows(
      `delete from customers.addresses where customer_id = $customerId and removed_at < now() - interval '1 day'`,
      { customerId },
      tx,
    )
    await rows(
      'update customers.addresses set removed_at = now(), is_default = false where id = $id',
      { id },
      tx,
    )
    const next = kept.find((address) => address.id !== id)
    if (removed.isDefault && next) {
      await rows('update customers.addresses set is_default = true where id = $id', { id: next.id }, tx)
    }
    return { removed, refused: undefined }
  })
}

/** Puts back an address that was taken out within the last day. */
export function restoreAddress(customerId: number, id: number) {
  return transaction(async (tx) => {
    const others = await lockBook(tx, customerId)
    const restored = await row<{ id: number }>(
      `update customers.addresses set removed_at = null, is_default = $isOnly
       where customer_id = $customerId and id = $id and removed_at > now() - interval '1 day' returning id`,
      { customerId, id, isOnly: others.length === 0 },
      tx,
    )
    return restored ? { id, refused: undefined } : { refused: 'unknown' as const }
  })
}
