import type { PaymentMethod } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import type { OrderState } from './order-states.ts'

/** What every change of an order needs to know of it. */
export interface Order {
  id: number
  number: string
  basketId: number
  visitorId: string
  state: OrderState
  email: string
  locale: Locale
  paymentMethod: PaymentMethod
  currency: string
  total: number
  /** Until when the goods are held for an order that is not paid. */
  heldUntil: Date
  /** That time has passed, by the database's clock. */
  hasLapsed: boolean
}

const columns = `id, number, basket_id as "basketId", visitor_id as "visitorId", state, email, locale,
  payment_method as "paymentMethod", currency, total, held_until as "heldUntil", held_until < now() as "hasLapsed"`

/** Locks an order until the end of the transaction. */
export function lockOrder(tx: Transaction, orderId: number): Promise<Order | undefined> {
  return row<Order>(`select ${columns} from orders.orders where id = $orderId for update`, { orderId }, tx)
}

/** The one order that a basket became, if it did and if it is the visitor's. */
export function findOrderOfBasket(basketId: number, visitorId: string): Promise<Order | undefined> {
  return row<Order>(
    `select ${columns} from orders.orders where basket_id = $basketId and visitor_id = $visitorId`,
    { basketId, visitorId },
  )
}

/** Whether somebody, by their visit or their e-mail, has an order that came or may come to something. */
export async function hasOrdered(visitorId: string, email: string | null): Promise<boolean> {
  const found = await row(
    `select from orders.orders
     where (visitor_id = $visitorId or lower(email) = lower($email)) and state not in ('cancelled', 'expired') limit 1`,
    { visitorId, email },
  )
  return found !== undefined
}

/** The newest order of a visitor that still waits to be paid by card, or undefined. */
export function findUnpaidOrder(visitorId: string): Promise<Pick<Order, 'number'> | undefined> {
  return row(
    `select number from orders.orders
     where visitor_id = $visitorId and state = 'awaiting_payment' and payment_method = 'card'
     order by id desc limit 1`,
    { visitorId },
  )
}

/** How a customer has paid last, or undefined before their first order that had to be paid. */
export async function lastPaymentMethod(customerId: number): Promise<PaymentMethod | undefined> {
  const last = await row<{ paymentMethod: PaymentMethod }>(
    `select payment_method as "paymentMethod" from orders.orders
     where customer_id = $customerId and payment_method <> 'none' order by id desc limit 1`,
    { customerId },
  )
  return last?.paymentMethod
}

/** The ids of a customer's orders. */
export async function orderIdsOf(customerId: number): Promise<number[]> {
  const found = await rows<{ id: number }>(
    'select id from orders.orders where customer_id = $customerId order by id',
    { customerId },
  )
  return found.map(({ id }) => id)
}

/** Whose order a number is, or undefined. */
export function findOrder(number: string): Promise<Pick<Order, 'id' | 'visitorId'> | undefined> {
  return row('select id, visitor_id as "visitorId" from orders.orders where number = $number', { number })
}
