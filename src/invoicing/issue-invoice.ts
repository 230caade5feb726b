import { addressLines } from '../addresses/index.ts'
import { getOrderRecord, type OrderRecord, seller } from '../orders/index.ts'
import { transaction } from '../platform/database.ts'
import { inLocale } from '../platform/locale.ts'
import { type InvoiceLine, type Snapshot, writeInvoice } from './invoice.ts'
import { takeNumber } from './take-number.ts'
import { taxRowsOf } from './tax-rows.ts'

/** Issues the invoice of a paid order, once however often it is asked. Refuses for an order that was never paid. */
export async function issueInvoice(orderId: number) {
  const order = await getOrderRecord(orderId)
  if (!order.paidAt) return { refused: 'not_paid' as const }
  const snapshot = snapshotOf(order, order.paidAt)
  return transaction(async (tx) => {
    const taken = await takeNumber(tx, 'invoice')
    return (await writeInvoice(tx, taken, { orderId, snapshot })) ?? { refused: 'issued_before' as const }
  })
}

function snapshotOf(order: OrderRecord, paidAt: Date): Snapshot {
  const { locale, currency, total, credit, taxIncluded, quote, delivery } = order
  return {
    locale,
    currency,
    seller,
    buyer: { lines: addressLines(order.address, locale), email: order.email },
    order: { number: order.number, placedAt: order.placedAt.toISOString(), paidAt: paidAt.toISOString() },
    paymentMethod: order.paymentMethod,
    credit,
    delivery: { name: inLocale(delivery.name, locale), first: delivery.first, last: delivery.last },
    taxIncluded,
    lines: order.lines.map(({ tax: _contained, ...line }) => line),
    deliveryLine: deliveryLineOf(order),
    taxes: taxRowsOf(order),
    total,
    quote,
    corrects: null,
  }
}

function deliveryLineOf({ quote, delivery, deliveryAmount, locale }: OrderRecord): InvoiceLine | null {
  if (!quote.delivery) return null
  const { discount = 0, taxRate } = quote.delivery
  return {
    title: inLocale(delivery.name, locale),
    optionText: '',
    sku: '',
    quantity: 1,
    unitPrice: deliveryAmount + discount,
    discount,
    taxRate,
    total: deliveryAmount,
  }
}
