import type { Address } from '../addresses/index.ts'
import { createPayment, type PaymentMethod } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import type { Locale, Localised } from '../platform/locale.ts'
import { publish } from '../platform/queue.ts'
import type { Quote } from '../pricing/index.ts'
import { noteEvent } from './order-states.ts'

/** What an order is written from: nothing of it is looked up again later. */
export interface NewOrder {
  basketId: number
  visitorId: string
  /** Of who is signed in. */
  customerId?: number | undefined
  email: string
  locale: Locale
  address: Address
  delivery: { code: string; name: Localised; first: string; last: string }
  paymentMethod: PaymentMethod
  quote: Quote
  /** What accounts pay of the total; amounts in minor units. */
  credits: { accountId: number; amount: number }[]
  lines: { variantId: number; title: string; optionText: string; slug: string; picture: unknown }[]
  /** For how long the goods are held for it, by the database's clock. */
  holdSeconds: number
}

export interface WrittenOrder {
  id: number
  number: string
  heldUntil: Date
}

/** Writes an order with its lines, its first event and its pending payment. The basket becomes an order once. */
export async function writeOrder(tx: Transaction, order: NewOrder): Promise<WrittenOrder> {
  const written = await insertOrder(tx, order)
  await insertLines(tx, written.id, order)
  await noteEvent(tx, written.id, 'awaiting_payment', { kind: 'placed', actor: 'shopper' })
  const { currency, total } = order.quote
  const amount = total - creditOf(order)
  await createPayment(tx, { orderId: written.id, method: order.paymentMethod, currency, amount })
  await publish(tx, 'order.placed', { orderId: written.id, paymentMethod: order.paymentMethod })
  return written
}

function creditOf({ credits }: NewOrder): number {
  return credits.reduce((sum, { amount }) => sum + amount, 0)
}

async function insertOrder(tx: Transaction, order: NewOrder): Promise<WrittenOrder> {
  const { quote } = order
  const written = await row<WrittenOrder>(
    `insert into orders.orders (basket_id, visitor_id, customer_id, email, locale, payment_method, delivery_address, delivery,
       currency, tax_included, subtotal, discount, delivery_amount, tax, total, credit, quote, held_until)
     values ($basketId, $visitorId, $customerId, $email, $locale, $paymentMethod, $address, $delivery,
       $currency, $taxIncluded, $subtotal, $discount, $deliveryAmount, $tax, $total, $credit, $quote, now() + make_interval(secs => $holdSeconds))
     returning id, number, held_until as "heldUntil"`,
    {
      basketId: order.basketId,
      visitorId: order.visitorId,
      customerId: order.customerId ?? null,
      email: order.email,
      locale: order.locale,
      paymentMethod: order.paymentMethod,
      address: JSON.stringify(order.address),
      delivery: JSON.stringify(order.delivery),
      currency: quote.currency,
      taxIncluded: quote.taxIncluded,
      subtotal: quote.subtotal,
      discount: quote.discount,
      deliveryAmount: quote.delivery?.amount ?? 0,
      tax: quote.tax,
      total: quote.total,
      credit: creditOf(order),
      quote: JSON.stringify(quote),
      holdSeconds: order.holdSeconds,
    },
    tx,
  )
  return written!
}

async function insertLines(tx: Transaction, orderId: number, order: NewOrder): Promise<void> {
  const lines = order.quote.lines.map((priced, position) => ({
    ...priced,
    ...order.lines.find((line) => line.variantId === priced.variantId),
    position,
  }))
  await rows(
    `insert into orders.order_lines (order_id, position, variant_id, sku, title, option_text, picture, slug, quantity,
       unit_price, discount, tax_rate, tax, total)
     select $orderId, line.position, line."variantId", line.sku, line.title, line."optionText", line.picture, line.slug,
       line.quantity, line."unitPrice", line.discount, line."taxRate", line.tax, line.total
     from jsonb_to_recordset($lines) as line (position integer, "variantId" bigint, sku text, title text,
       "optionText" text, picture jsonb, slug text, quantity integer, "unitPrice" bigint, discount bigint, "taxRate" integer, tax bigint,
       total bigint)`,
    { orderId, lines: JSON.stringify(lines) },
    tx,
  )
}
