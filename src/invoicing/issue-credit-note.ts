import { getRefund } from '../payments/index.ts'
import { transaction } from '../platform/database.ts'
import {
  type Invoice,
  type InvoiceLine,
  invoicesOf,
  lockInvoice,
  type Snapshot,
  writeInvoice,
} from './invoice.ts'
import { issueInvoice } from './issue-invoice.ts'
import { takeNumber } from './take-number.ts'
import { creditRows, type TaxRow, taxRowsLeft } from './tax-rows.ts'

/**
 * Issues the credit note of a refund that succeeded, once however often it is asked. `lines` says which goods go back,
 * with what is paid back for each as `total`, tax contained; without them the amount is shared over the order's rates.
 * Refuses for money that never counted for the order: it was not invoiced either.
 * @throws RangeError when more would be credited than was invoiced.
 */
export async function issueCreditNote(refundId: number, lines: InvoiceLine[] = []) {
  const { orderId, amount, state, isOfOrder } = await getRefund(refundId)
  if (state !== 'succeeded') return { refused: 'not_paid_back' as const }
  if (!isOfOrder || (await issueInvoice(orderId)).refused === 'not_paid') {
    return { refused: 'not_invoiced' as const }
  }
  const [{ number }] = (await invoicesOf(orderId)) as [Invoice]
  return transaction(async (tx) => {
    await lockInvoice(tx, number)
    const [invoice, ...earlier] = (await invoicesOf(orderId, tx)) as [Invoice, ...Invoice[]]
    if (earlier.some((note) => note.refundId === refundId)) return { refused: 'issued_before' as const }
    const left = taxRowsLeft(
      invoice.snapshot.taxes,
      earlier.flatMap(({ snapshot }) => snapshot.taxes),
    )
    const snapshot = snapshotOf(invoice, amount, creditRows(amount, left, grossByRate(lines)), lines)
    const taken = await takeNumber(tx, 'credit_note')
    return (
      (await writeInvoice(tx, taken, { orderId, refundId, snapshot })) ?? {
        refused: 'issued_before' as const,
      }
    )
  })
}

function snapshotOf(invoice: Invoice, total: number, taxes: TaxRow[], lines: InvoiceLine[]): Snapshot {
  return {
    ...invoice.snapshot,
    taxIncluded: true,
    lines,
    deliveryLine: null,
    taxes,
    total,
    quote: null,
    corrects: { number: invoice.number, issuedAt: invoice.issuedAt.toISOString() },
  }
}

function grossByRate(lines: InvoiceLine[]): Map<number, number> | undefined {
  if (lines.length === 0) return undefined
  const byRate = new Map<number, number>()
  for (const { taxRate, total } of lines) byRate.set(taxRate, (byRate.get(taxRate) ?? 0) + total)
  return byRate
}
