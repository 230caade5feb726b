import { holdStock } from '../../src/inventory/index.ts'
import { writeOrder } from '../../src/orders/index.ts'
import type { PaymentFacts, PaymentMethod } from '../../src/payments/index.ts'
import { transaction } from '../../src/platform/database.ts'
import { ashasHome } from './bought.ts'
import { quoteOf } from './quotes.ts'
import { variantId } from './shop.ts'

let basketId = 0

/** An order for one piece that waits for its payment, by card unless it is said otherwise. */
export async function placedOrder(
  product: { sku: string; euros: number },
  holdSeconds = 60,
  paymentMethod: PaymentMethod = 'card',
) {
  const line = {
    variantId: variantId(product),
    sku: product.sku,
    unitPrice: product.euros,
    quantity: 1,
  }
  const priced = quoteOf([line])
  const order = await transaction(async (tx) => {
    const written = await writeOrder(tx, {
      basketId: ++basketId,
      visitorId: '0b0e7a52-6c0a-4b0e-9a39-6f7a3a3d9a10',
      email: 'asha@example.com',
      locale: 'en',
      paymentMethod,
      address: ashasHome,
      delivery: { code: 'standard', name: { en: 'Standard' }, first: '2026-11-24', last: '2026-11-25' },
      quote: priced,
      credits: [],
      lines: [{ variantId: line.variantId, title: 'A thing', optionText: '', slug: 'a-thing', picture: {} }],
      holdSeconds,
    })
    await holdStock(tx, written.id, priced.lines, written.heldUntil)
    return written
  })
  return { ...order, total: product.euros }
}

/** The provider's word that an order was paid as it should be, or as `changed` says. */
export function paidFacts(
  order: { id: number; total: number },
  changed: Partial<PaymentFacts> = {},
): PaymentFacts {
  return {
    eventId: `evt_${order.id}`,
    kind: 'succeeded',
    orderId: order.id,
    session: `cs_${order.id}`,
    reference: `pi_${order.id}`,
    amount: order.total,
    currency: 'EUR',
    body: {},
    ...changed,
  }
}
