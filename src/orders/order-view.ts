import { type Address, addressLines } from '../addresses/index.ts'
import { type OrderCredit, orderCredits } from '../credit/index.ts'
import { awaitedBy } from '../inventory/index.ts'
import { getPayment, type Payment } from '../payments/index.ts'
import { row, rows } from '../platform/database.ts'
import { inLocale, type Locale, type Localised } from '../platform/locale.ts'
import { type Money, money } from '../platform/money.ts'
import { type BillRow, billOf, type Quote } from '../pricing/index.ts'
import { RETURN_DAYS } from './line-counts.ts'
import type { OrderState } from './order-states.ts'
import { type ParcelView, parcelsView } from './parcels-view.ts'
import { type RefundView, refundsView } from './refunds-view.ts'
import { type ReturnView, returnsView } from './returns-view.ts'
import { type Seller, seller } from './seller.ts'
import { type TimelineEntry, timelineView } from './timeline-view.ts'

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
  /** What gift cards pay of it, and what is left to pay then. */
  credits: { codeEnd: string; amount: Money }[]
  due: Money
  /** The rows above the total. */
  bill: BillRow[]
  /** As it was shown when the order was placed, with its steps. */
  quote: Quote
  address: string[]
  delivery: { name: string; first: string; last: string }
  /** Its money has come, comes when the goods leave, or there is none to come. */
  payment: { method: Payment['method']; state: Payment['state']; charge: 'now' | 'later' | 'none' }
  /** The account that a transfer goes to. */
  transferTo: Seller['bank']
  /** It can be paid by card now. */
  canPay: boolean
  /** What of its payment has not gone back and is not asked to. */
  left: Money
  /** What the shopper may do with it now. */
  may: { cancel: boolean; changeAddress: boolean; sendBack: boolean; reorder: boolean }
  parcels: ParcelView[]
  returns: ReturnView[]
  refunds: RefundView[]
  timeline: TimelineEntry[]
}

interface OrderViewLine {
  variantId: number
  sku: string
  slug: string
  title: string
  optionText: string
  picture: unknown
  quantity: number
  unitPrice: Money
  total: Money
  /** So many have yet to come; an ISO date, where it is known. */
  awaited: { quantity: number; restockedOn: string | null } | null
}

/** Reads an order for its shopper; without a language, in the one in which it was placed. */
export async function orderView(orderId: number, wanted?: Locale): Promise<OrderView> {
  const [order, lines, payment, awaited, credits, parcels, returns, refunds, timeline] = await Promise.all([
    readOrder(orderId),
    readLines(orderId),
    getPayment(orderId),
    awaitedBy(orderId),
    orderCredits(orderId),
    parcelsView(orderId),
    returnsView(orderId),
    refundsView(orderId),
    timelineView(orderId),
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
      awaited: awaited.find(({ variantId }) => variantId === line.variantId) ?? null,
    })),
    total: inCurrency(order.total),
    bill: billOf(quote, locale),
    quote,
    address: addressLines(address, locale),
    delivery: { name: inLocale(delivery.name, locale), first: delivery.first, last: delivery.last },
    payment: { method: payment.method, state: payment.state, charge: chargeOf(payment) },
    transferTo: seller.bank,
    canPay: order.state === 'awaiting_payment' && payment.method === 'card',
    ...{ credits: creditsView(credits, currency), due: inCurrency(payment.amount) },
    left: inCurrency(payment.captured + spentOf(payment, credits) - refundedOf(refunds)),
    may: possibilities(order.state, parcels),
    parcels,
    returns,
    refunds,
    timeline,
  }
}

function chargeOf({ method, state }: Payment): OrderView['payment']['charge'] {
  if (method === 'none') return 'none'
  return state === 'authorised' ? 'later' : 'now'
}

function creditsView(credits: OrderCredit[], currency: string): OrderView['credits'] {
  return credits.map(({ codeEnd, wanted }) => ({ codeEnd, amount: money(wanted, currency) }))
}

/** What accounts have paid, once the order counts as paid. */
function spentOf({ state }: Payment, credits: OrderCredit[]): number {
  return state === 'pending' ? 0 : credits.reduce((sum, { spent }) => sum + spent, 0)
}

function refundedOf(refunds: RefundView[]): number {
  return refunds.reduce((sum, refund) => sum + (refund.isOfOrder ? refund.amount.amount : 0), 0)
}

const DAY_MS = 86_400_000

function possibilities(state: OrderState, parcels: ParcelView[]): OrderView['may'] {
  const isWaiting = state === 'awaiting_payment' || state === 'paid'
  const isRecent = (at: Date | null) => at !== null && Date.now() - at.getTime() < RETURN_DAYS * DAY_MS
  return {
    cancel: isWaiting,
    changeAddress: isWaiting && parcels.length === 0,
    sendBack: parcels.some((parcel) => parcel.state !== 'lost' && isRecent(parcel.shippedAt)),
    reorder: state !== 'awaiting_payment',
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
  return rows<Omit<OrderViewLine, 'unitPrice' | 'total' | 'awaited'> & { unitPrice: number; total: number }>(
    `select variant_id as "variantId", sku, slug, title, option_text as "optionText", picture, quantity, unit_price as "unitPrice", total
     from orders.order_lines where order_id = $orderId order by position`,
    { orderId },
  )
}
