import type { Seller } from '../orders/index.ts'
import type { PaymentMethod } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import type { Quote } from '../pricing/index.ts'
import type { TakenNumber } from './take-number.ts'
import type { TaxRow } from './tax-rows.ts'

export type InvoiceKind = 'invoice' | 'credit_note'

/** One thing that is charged or credited; amounts in minor units, without their tax where that comes on top. */
export interface InvoiceLine {
  title: string
  optionText: string
  sku: string
  quantity: number
  unitPrice: number
  discount: number
  taxRate: number
  total: number
}

/** Everything that is printed, as it was on the day: nothing is looked up again later. Amounts in minor units. */
export interface Snapshot {
  locale: Locale
  currency: string
  seller: Seller
  buyer: { lines: string[]; email: string }
  order: { number: string; placedAt: string; paidAt: string }
  paymentMethod: PaymentMethod
  /** What gift cards paid of the total; unknown where there were none yet. */
  credit?: number
  delivery: { name: string; first: string; last: string }
  taxIncluded: boolean
  lines: InvoiceLine[]
  /** The delivery's price, null where an invoice has none and on credit notes. */
  deliveryLine: InvoiceLine | null
  taxes: TaxRow[]
  total: number
  /** How the total came about, on invoices. */
  quote: Quote | null
  /** The invoice that a credit note takes back, in part or whole. */
  corrects: { number: string; issuedAt: string } | null
}

/** An invoice or a credit note. It is never changed: what was wrong is corrected by another one. */
export interface Invoice {
  number: string
  kind: InvoiceKind
  orderId: number
  /** The refund that a credit note is about, null on invoices. */
  refundId: number | null
  issuedAt: Date
  snapshot: Snapshot
  refused?: undefined
}

const columns = `number, kind, order_id as "orderId", refund_id as "refundId", issued_at as "issuedAt", snapshot`

/** Writes it under its number; undefined when the order (or the refund) has its own already. */
export function writeInvoice(
  tx: Transaction,
  taken: TakenNumber,
  { orderId, refundId, snapshot }: { orderId: number; refundId?: number; snapshot: Snapshot },
): Promise<Invoice | undefined> {
  return row<Invoice>(
    `insert into invoicing.invoices
       (number, kind, year, position, order_id, refund_id, currency, total, snapshot, issued_at)
     values ($number, $kind, $year, $position, $orderId, $refundId, $currency, $total, $snapshot, $at)
     on conflict do nothing returning ${columns}`,
    {
      ...taken,
      orderId,
      refundId: refundId ?? null,
      currency: snapshot.currency,
      total: snapshot.total,
      snapshot: JSON.stringify(snapshot),
    },
    tx,
  )
}

/** The invoice of an order first, then its credit notes, in the order in which they were issued. */
export function invoicesOf(orderId: number, tx?: Transaction): Promise<Invoice[]> {
  return rows<Invoice>(
    `select ${columns} from invoicing.invoices where order_id = $orderId
     order by kind desc, year, position`,
    { orderId },
    tx,
  )
}

/** Lets nobody else write credit notes to this invoice until the end of the transaction. */
export async function lockInvoice(tx: Transaction, number: string): Promise<void> {
  await rows('select 1 from invoicing.invoices where number = $number for update', { number }, tx)
}
