import { row, rows } from '../../src/platform/database.ts'
import { portion } from '../../src/pricing/index.ts'
import { ashasHome } from '../support/bought.ts'
import { picture } from '../support/view-models/shared.ts'

export interface Sold {
  lines: { title?: string; unitPrice: number; quantity?: number; discount?: number; rate?: number }[]
  /** `amount` is what is left to pay of it. */
  delivery?: { amount: number; rate?: number; discount?: number }
  taxIncluded?: boolean
  currency?: string
  locale?: 'en' | 'de'
  method?: 'card' | 'invoice'
  isPaid?: boolean
  visitorId?: string
  name?: string
}

const STANDARD = 190_000
const MILLION = 1_000_000
let basketId = 1_000_000

/** An order as its rows stand in the database once it is placed and, unless told otherwise, paid by card. */
export async function sold(what: Sold): Promise<{ id: number; number: string; total: number }> {
  const { taxIncluded = true, currency = 'EUR', locale = 'en', method = 'card', isPaid = true } = what
  const taxOf = (total: number, rate: number) =>
    taxIncluded ? portion(total, rate, MILLION + rate) : portion(total, rate, MILLION)
  const lines = what.lines.map(
    ({ title, unitPrice, quantity = 1, discount = 0, rate = STANDARD }, position) => {
      const total = unitPrice * quantity - discount
      return {
        position,
        sku: `SKU-${position}`,
        title: title ?? `Thing ${position}`,
        unitPrice,
        quantity,
        discount,
        rate,
        total,
        tax: taxOf(total, rate),
      }
    },
  )
  const { amount = 0, rate = STANDARD, discount = 0 } = what.delivery ?? {}
  const delivery = what.delivery && {
    code: 'standard',
    amount,
    discount,
    taxRate: rate,
    tax: taxOf(amount, rate),
  }
  const parts = [...lines, ...(delivery ? [{ total: amount, tax: delivery.tax }] : [])]
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0)
  const total = parts.reduce((sum, part) => sum + part.total + (taxIncluded ? 0 : part.tax), 0)
  const quote = {
    currency,
    country: 'DE',
    region: '',
    taxIncluded,
    lines: [],
    subtotal,
    discount: 0,
    discounts: [],
    delivery,
    taxes: [],
    tax: 0,
    total,
    steps: stepsOf(lines),
  }
  const order = await row<{ id: number; number: string }>(
    `insert into orders.orders (basket_id, state, visitor_id, email, locale, payment_method, delivery_address, delivery,
       currency, subtotal, delivery_amount, tax, total, quote, held_until, placed_at, tax_included)
     values ($basketId, $state, $visitorId, 'asha@example.com', $locale, $method, $address, $delivery, $currency,
       $subtotal, $amount, 0, $total, $quote, now(), '2026-11-20T12:32:00Z', $taxIncluded)
     returning id, number`,
    {
      basketId: ++basketId,
      state: isPaid ? 'paid' : 'awaiting_payment',
      visitorId: what.visitorId ?? '0b0e7a52-6c0a-4b0e-9a39-6f7a3a3d9a10',
      locale,
      method,
      address: JSON.stringify({ ...ashasHome, name: what.name ?? ashasHome.name }),
      delivery: JSON.stringify({
        code: 'standard',
        name: { en: 'Standard delivery', de: 'Standardversand' },
        first: '2026-11-24',
        last: '2026-11-26',
      }),
      currency,
      subtotal,
      amount,
      total,
      quote: JSON.stringify(quote),
      taxIncluded,
    },
  )
  const { id, number } = order!
  await rows(
    `insert into orders.order_lines (order_id, position, variant_id, sku, title, option_text, picture, slug, quantity,
       unit_price, discount, tax_rate, tax, total)
     select $id, position, position, sku, title, '', $picture, 'a-thing', quantity, "unitPrice", discount, rate, tax, total
     from jsonb_to_recordset($lines) as line (position integer, sku text, title text, quantity integer,
       "unitPrice" bigint, discount bigint, rate integer, tax bigint, total bigint)`,
    { id, lines: JSON.stringify(lines), picture: JSON.stringify(picture('mug-oat', 'A mug')) },
  )
  await rows(
    `insert into payments.payments (order_id, method, state, currency, amount, captured, provider_reference)
     values ($id, $method, $state, $currency, $total, $captured, $reference)`,
    {
      id,
      method,
      currency,
      total,
      state: isPaid ? 'captured' : 'pending',
      captured: isPaid ? total : 0,
      reference: method === 'card' && isPaid ? `pi_${id}` : null,
    },
  )
  for (const state of ['awaiting_payment', ...(isPaid ? ['paid'] : [])]) {
    await rows(
      `insert into orders.order_events (order_id, kind, state, actor) values ($id, $kind, $state, 'test')`,
      { id, kind: state === 'paid' ? 'paid' : 'placed', state },
    )
  }
  return { id, number, total }
}

let reason = 0

/** Money that went back for an order, or for a payment that was not its own. */
export async function paidBack(
  order: { id: number },
  amount: number,
  reference: string | null = `pi_${order.id}`,
  state = 'succeeded',
) {
  const refund = await row<{ id: number }>(
    `insert into payments.refunds (order_id, amount, currency, reason, payment_reference, state)
     values ($id, $amount, 'EUR', $reason, $reference, $state) returning id`,
    { id: order.id, amount, reason: `because ${++reason}`, reference, state },
  )
  return refund!.id
}

function stepsOf(lines: { sku: string; unitPrice: number; quantity: number; total: number }[]) {
  return lines.map(({ sku, unitPrice, quantity, total }) => ({
    rule: 'line',
    subject: sku,
    from: unitPrice,
    quantity,
    amount: total,
  }))
}
