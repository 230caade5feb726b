import { getPayment, type Payment } from '../payments/index.ts'
import { row, rows } from '../platform/database.ts'
import { inLocale, type Locale, type Localised } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import { type BillRow, billOf, type Quote } from '../pricing/index.ts'
import { type Address, addressLines } from './address.ts'
import type { OrderState } from './order-states.ts'

/** An order as the shopper sees it, on its page and in its mails. */
export interface OrderView {
  id: number
  number: string
  state: OrderState
  email: string
  locale: Locale
  placedAt: Date
  heldUntil: Date
  lines: OrderViewLine[]
  total: Money
  /** The rows above the total. */
  bill: BillRow[]
  /** As it was shown when the order was placed, with its steps. */
  quote: Quote
  address: string[]
  delivery: { name: string; first: string; last: string }
  payment: { method: Payment['method']; state: Payment['state'] }
  /** It can be paid by card now. */
  canPay: boolean
  timeline: { kind: string; at: Date }[]
}

interface OrderViewLine {
  sku: string
  slug: string
  title: string
  optionText: string
  picture: unknown
  quantity: number
  unitPrice: Money
  total: Money
}

/** Reads an order for its shopper; without a language, in the one in which it was placed. */
export async function orderView(orderId: number, wanted?: Locale): Promise<OrderView> {
  const [order, lines, timeline, payment] = await Promise.all([
    readOrder(orderId),
    readLines(orderId),
    rows<{ kind: string; at: Date }>(
      `select kind, at from orders.order_events where order_id = $orderId and kind <> all('{payment_in_question,disputed}') order by id`,
      { orderId },
    ),
    getPayment(orderId),
  ])
  const { currency, address, delivery, quote } = order
  const locale = wanted ?? order.locale
  const inCurrency = (amount: number) => money(amount, currency)
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    email: order.email,
    locale: order.locale,
    placedAt: order.placedAt,
    heldUntil: order.heldUntil,
    lines: lines.map((line) => ({
      ...line,
      unitPrice: inCurrency(line.unitPrice),
      total: inCurrency(line.total),
    })),
    total: inCurrency(order.total),
    bill: billOf(quote, locale),
    quote,
    address: addressLines(address, locale),
    delivery: { name: inLocale(delivery.name, locale), first: delivery.first, last: delivery.last },
    payment: { method: payment.method, state: payment.state },
    canPay: order.state === 'awaiting_payment' && payment.method === 'card',
    timeline,
  }
}

interface OrderRow {
  id: number
  number: string
  state: OrderState
  email: string
  locale: Locale
  placedAt: Date
  heldUntil: Date
  currency: string
  total: number
  address: Address
  delivery: { name: Localised; first: string; last: string }
  quote: Quote
}

async function readOrder(orderId: number): Promise<OrderRow> {
  const order = await row<OrderRow>(
    `select id, number, state, email, locale, placed_at as "placedAt", held_until as "heldUntil", currency, total,
       delivery_address as address, delivery, quote
     from orders.orders where id = $orderId`,
    { orderId },
  )
  if (!order) throw new Error(`There is no order ${orderId}`)
  return order
}

function readLines(orderId: number) {
  return rows<Omit<OrderViewLine, 'unitPrice' | 'total'> & { unitPrice: number; total: number }>(
    `select sku, slug, title, option_text as "optionText", picture, quantity, unit_price as "unitPrice", total
     from orders.order_lines where order_id = $orderId order by position`,
    { orderId },
  )
}
