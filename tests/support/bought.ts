import { randomUUID } from 'node:crypto'
import { holdStock } from '../../src/inventory/index.ts'
import { writeOrder } from '../../src/orders/index.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { quoteOf } from './quotes.ts'
import { type ProductName, products, variantId } from './shop.ts'
import { picture } from './view-models/shared.ts'

let basketId = 2_000_000

interface Wanted {
  method?: 'card' | 'invoice'
  delivery?: number
  locale?: 'en' | 'de'
}

/** An order that waits for its payment, of these products in these quantities, in the order in which they are named. */
export async function placed(goods: Partial<Record<ProductName, number>>, wanted: Wanted = {}) {
  const { method = 'card', delivery = 0, locale = 'en' } = wanted
  const lines = (Object.entries(goods) as [ProductName, number][]).map(([name, quantity]) => ({
    variantId: variantId(products[name]),
    sku: products[name].sku,
    title: products[name].title,
    slug: products[name].slug,
    unitPrice: products[name].euros,
    quantity,
  }))
  const standard = {
    code: 'standard',
    name: { en: 'Standard' },
    amount: delivery,
    gramsTo: 1_000_000,
    valueFrom: 0,
    freeFrom: null,
    daysFrom: 2,
    daysTo: 3,
  }
  const priced = quoteOf(lines, { deliveryRates: [standard] })
  const visitorId = randomUUID()
  const order = await transaction(async (tx) => {
    const written = await writeOrder(tx, {
      basketId: ++basketId,
      visitorId,
      email: 'asha@example.com',
      locale,
      paymentMethod: method,
      address: ashasHome,
      delivery: { code: 'standard', name: { en: 'Standard' }, first: '2026-11-24', last: '2026-11-25' },
      quote: priced,
      credits: [],
      lines: lines.map(({ variantId, title, slug }) => ({
        variantId,
        title,
        optionText: '',
        slug,
        picture: picture('mug-oat', title),
      })),
      holdSeconds: 33 * 60,
    })
    const held = await holdStock(tx, written.id, priced.lines, written.heldUntil)
    if (held.refused) throw new Error('There are not so many')
    return written
  })
  return { ...order, visitorId, total: priced.total }
}

type Placed = Awaited<ReturnType<typeof placed>>

/** The provider says that the order is paid, on the page that was opened for it when there is one. */
export function pays(
  order: Pick<Placed, 'id' | 'total'> & { session?: string },
  event = `evt_${order.id}`,
): Promise<unknown> {
  return recordPayment(
    {
      eventId: event,
      kind: 'succeeded',
      orderId: order.id,
      session: order.session ?? `cs_${order.id}`,
      reference: `pi_${order.id}`,
      amount: order.total,
      currency: 'EUR',
      body: {},
    },
    'provider',
  )
}

/** The same order, paid. */
export async function bought(goods: Partial<Record<ProductName, number>>, wanted: Wanted = {}) {
  const order = await placed(goods, wanted)
  if (wanted.method !== 'invoice') {
    await pays(order)
    return order
  }
  await recordPayment(
    {
      eventId: `transfer_${order.id}`,
      kind: 'succeeded',
      orderId: order.id,
      session: `transfer_${order.id}`,
      reference: null,
      amount: order.total,
      currency: 'EUR',
      body: {},
    },
    'provider',
  )
  return order
}

export const ashasHome = {
  name: 'Asha Rao',
  line1: 'Torstraße 1',
  line2: '',
  postcode: '10119',
  city: 'Berlin',
  region: '',
  country: 'DE',
  phone: '',
}

/** The state of an order, which must be the one that its events lead to, one allowed step after the other. */
export async function stateOf({ id }: { id: number }): Promise<string> {
  const order = await row<{ state: string }>('select state from orders.orders where id = $id', { id })
  const events = await rows<{ state: string }>(
    'select state from orders.order_events where order_id = $id order by id',
    { id },
  )
  if (events.at(-1)?.state !== order?.state) {
    throw new Error(`The order is ${order?.state}, its events lead to ${events.at(-1)?.state}`)
  }
  return order!.state
}

/** The kinds of an order's events, in order. */
export async function eventsOf({ id }: { id: number }): Promise<string[]> {
  const events = await rows<{ kind: string }>(
    'select kind from orders.order_events where order_id = $id order by id',
    { id },
  )
  return events.map(({ kind }) => kind)
}

/** What there is of a product and what of it is held; its movements must add up to it. */
export async function stockOf({ sku }: { sku: string }) {
  const stock = await row<{ on_hand: number; held: number; moved: number }>(
    `select on_hand, held, (select coalesce(sum(delta), 0) from ledger.stock_movements where sku = $sku) as moved
     from ledger.stock where sku = $sku`,
    { sku },
  )
  if (stock!.moved !== stock!.on_hand) throw new Error(`${sku}: movements come to ${stock!.moved}`)
  return { onHand: stock!.on_hand, held: stock!.held }
}

/** Every refund of an order, by its amount and state. */
export const refundsOf = ({ number }: { number: string }) =>
  rows<{ amount: number; state: string }>(
    'select amount, state from ledger.refunds where order_number = $number order by at, amount',
    { number },
  )

/** How many jobs of a kind wait. */
export const jobsOf = async (task: string) =>
  (await rows('select 1 from ledger.jobs where task = $task', { task })).length

/** With what the jobs of a kind wait, the oldest first. */
export const payloadsOf = async <Payload>(task: string): Promise<Payload[]> => {
  const waiting = await rows<{ payload: Payload }>(
    `select payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = $task order by job.id`,
    { task },
  )
  return waiting.map(({ payload }) => payload)
}

/** The outcome of a change that is not expected to be refused. */
export async function done<T>(change: Promise<T>): Promise<Exclude<T, { refused: string }>> {
  const outcome = await change
  const { refused } = outcome as { refused?: string }
  if (refused) throw new Error(`refused: ${refused}`)
  return outcome as Exclude<T, { refused: string }>
}
