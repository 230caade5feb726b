import type { Address } from '../addresses/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { MOST_ADDRESSES } from './address-book.ts'
import { lockBook } from './lock-book.ts'

/**
 * Keeps a new address of a customer's, or writes one of theirs anew. The first is the default; the same once more is not
 * kept twice. Refuses somebody else's, and more than anybody needs.
 */
export function saveAddress(
  customerId: number,
  address: Address,
  { id, isDefault = false }: { id?: number; isDefault?: boolean } = {},
) {
  return transaction(async (tx) => {
    const kept = await lockBook(tx, customerId)
    if (id !== undefined && !kept.some((other) => other.id === id)) return { refused: 'unknown' as const }
    const same = kept.find((other) => other.id !== id && isSame(other.address, address))
    if (id === undefined && !same && kept.length >= MOST_ADDRESSES) {
      return { refused: 'full' as const, most: MOST_ADDRESSES }
    }
    const saved = same?.id ?? id
    const written = await row<{ id: number }>(
      saved === undefined
        ? 'insert into customers.addresses (customer_id, address) values ($customerId, $address) returning id'
        : 'update customers.addresses set address = $address where id = $saved and customer_id = $customerId returning id',
      { customerId, saved, address: JSON.stringify(address) },
      tx,
    )
    if (isDefault || kept.length === 0) await makeDefault(customerId, written!.id)
    return { id: written!.id, refused: undefined }

    async function makeDefault(owner: number, chosen: number) {
      const bind = { owner, chosen }
      await rows(
        'update customers.addresses set is_default = false where customer_id = $owner and is_default and id <> $chosen',
        bind,
        tx,
      )
      await rows('update customers.addresses set is_default = true where id = $chosen', bind, tx)
    }
  })
}

function isSame(one: Address, other: Address): boolean {
  const told = ({ name, line1, line2, postcode, city, region, country, phone }: Address) =>
    [name, line1, line2, postcode, city, region, country, phone].join('\n').toLowerCase()
  return told(one) === told(other)
}
