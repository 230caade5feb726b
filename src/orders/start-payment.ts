import { extendHolds } from '../inventory/index.ts'
import { getPayment, type Stripe, startSession } from '../payments/index.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { addressIn } from '../platform/locale.ts'
import { translator } from '../platform/messages.ts'
import { closePaymentPage } from './close-payment-page.ts'
import { lockOrder, type Order } from './order.ts'

const MINUTE_MS = 60_000
/** The provider's page lives at least half an hour; the goods are held a little longer than it does. */
export const HOLD_SECONDS = 33 * 60
const PAGE_CLOSES_EARLIER_MS = MINUTE_MS
const SHORTEST_PAGE_MS = 30 * MINUTE_MS + 10_000

/**
 * The address of the page where a shopper pays for an order, or undefined when there is nothing to pay. From
 * there they come back to `origin`, where their cookies are. Called with no transaction open: it asks the provider.
 * @throws the provider's error; the order stays as it is and can be paid later.
 */
export async function startPayment(
  stripe: Stripe,
  orderId: number,
  origin: string,
): Promise<string | undefined> {
  const order = await holdLongEnough(orderId)
  if (!order) return undefined
  const { email, locale, currency, number } = order
  const back = (path: string) => origin + addressIn(locale, path)
  const address = await startSession(stripe, {
    orderId,
    number,
    description: translator(locale)('orders.reference', { number }),
    email,
    locale,
    currency,
    lines: await payableLines(order),
    expiresAt: pageDeadline(order),
    successAddress: `${back('/checkout/return')}?session={CHECKOUT_SESSION_ID}`,
    cancelAddress: back(`/orders/${number}`),
  })
  if (await isStillToBePaid(orderId)) return address
  await closePaymentPage(stripe, { orderId })
  return undefined
}

/** It may have been cancelled while the provider was asked for a page, too early for that page to be closed. */
async function isStillToBePaid(orderId: number): Promise<boolean> {
  const order = await row<{ state: string }>('select state from orders.orders where id = $orderId', {
    orderId,
  })
  return order?.state === 'awaiting_payment'
}

/** The order, if it can be paid by card, with its goods held for as long as the provider's page will live. */
function holdLongEnough(orderId: number): Promise<Order | undefined> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order?.state !== 'awaiting_payment' || order.paymentMethod !== 'card' || order.hasLapsed)
      return undefined
    const hasPage = (await getPayment(orderId, tx)).address !== null
    if (hasPage || pageDeadline(order).getTime() - Date.now() > SHORTEST_PAGE_MS) return order
    const extended = await row<{ heldUntil: Date }>(
      `update orders.orders set held_until = now() + make_interval(secs => $seconds) where id = $orderId
       returning held_until as "heldUntil"`,
      { seconds: HOLD_SECONDS, orderId },
      tx,
    )
    const { heldUntil } = extended!
    await extendHolds(tx, orderId, heldUntil)
    return { ...order, heldUntil }
  })
}

function pageDeadline(order: Order): Date {
  return new Date(order.heldUntil.getTime() - PAGE_CLOSES_EARLIER_MS)
}

/**
 * What the payment page lists; it adds up to what is to be paid. What was taken off, or comes on top, is in the lines;
 * where a gift card pays a part of the order, it is one line.
 */
async function payableLines({ id, locale, number, total }: Order) {
  const t = translator(locale)
  const { amount: due } = await getPayment(id)
  if (due < total) return [{ name: t('orders.reference', { number }), quantity: 1, unitAmount: due }]
  const [lines, delivery] = await Promise.all([
    rows<PayableLine>(
      `select concat_ws(', ', title, nullif(option_text, '')) as name, quantity, unit_price as "unitPrice",
         line.total + case when tax_included then 0 else line.tax end as amount
       from orders.order_lines line join orders.orders on id = order_id where order_id = $id order by position`,
      { id },
    ),
    row<{ amount: number }>(
      `select delivery_amount + case when tax_included then 0 else coalesce((quote -> 'delivery' ->> 'tax')::bigint, 0) end
         as amount
       from orders.orders where id = $id`,
      { id },
    ),
  ])
  const goods = lines.map(({ name, quantity, unitPrice, amount }) =>
    amount === unitPrice * quantity
      ? { name, quantity, unitAmount: unitPrice }
      : { name: t('orders.line.several', { quantity, name }), quantity: 1, unitAmount: amount },
  )
  const sent = { name: t('orders.delivery'), quantity: 1, unitAmount: delivery!.amount }
  return [...goods, sent].filter(({ unitAmount }) => unitAmount > 0)
}

interface PayableLine {
  name: string
  quantity: number
  unitPrice: number
  /** What is to be paid for all of it. */
  amount: number
}
