import type { Address } from '../addresses/index.ts'
import type { PaymentMethod } from '../payments/index.ts'
import { row, rows } from '../platform/database.ts'
import type { Locale, Localised } from '../platform/locale.ts'
import type { Quote } from '../pricing/index.ts'

/** An order as the books need it: what was stored, nothing computed again. Amounts in minor units of its currency. */
export interface OrderRecord {
  id: number
  number: string
  email: string
  locale: Locale
  placedAt: Date
  /** When it became paid, null for an order that never was. */
  paidAt: Date | null
  paymentMethod: PaymentMethod
  currency: string
  /** The amounts of lines and delivery contain their tax; else it comes on top. */
  taxIncluded: boolean
  deliveryAmount: number
  total: number
  /** What accounts paid of it. */
  credit: number
  address: Address
  delivery: { name: Localised; first: string; last: string }
  quote: Quote
  lines: OrderRecordLine[]
}

export interface OrderRecordLine {
  sku: string
  title: string
  optionText: string
  quantity: number
  unitPrice: number
  discount: number
  /** Parts per million. */
  taxRate: number
  tax: number
  total: number
}

/** @throws Error for an order that is not there. */
export async function getOrderRecord(orderId: number): Promise<OrderRecord> {
  const [order, lines] = await Promise.all([
    row<Omit<OrderRecord, 'lines'>>(
      `select id, number, email, locale, placed_at as "placedAt", payment_method as "paymentMethod", currency,
         tax_included as "taxIncluded", delivery_amount as "deliveryAmount", total, credit, delivery_address as address,
         delivery, quote,
         (select min(at) from orders.order_events where order_id = $orderId and state = 'paid') as "paidAt"
       from orders.orders where id = $orderId`,
      { orderId },
    ),
    rows<OrderRecordLine>(
      `select sku, title, option_text as "optionText", quantity, unit_price as "unitPrice", discount,
         tax_rate as "taxRate", tax, total
       from orders.order_lines where order_id = $orderId order by position`,
      { orderId },
    ),
  ])
  if (!order) throw new Error(`There is no order ${orderId}`)
  return { ...order, lines }
}
