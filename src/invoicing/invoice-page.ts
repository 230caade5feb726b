import { money } from '../platform/money.ts'
import { type Invoice, invoicesOf } from './invoice.ts'
import { paperOf } from './paper.ts'

/** An order's invoice, or with a number one of its credit notes; undefined while there is none. */
export async function findInvoice(orderId: number, creditNote?: string): Promise<Invoice | undefined> {
  const invoices = await invoicesOf(orderId)
  return creditNote === undefined
    ? invoices.find(({ kind }) => kind === 'invoice')
    : invoices.find(({ kind, number }) => kind === 'credit_note' && number === creditNote)
}

/** An invoice as its page shows it, with the credit notes that correct it; a credit note has none. */
export async function invoicePage(invoice: Invoice) {
  const { kind, orderId, snapshot } = invoice
  const issued = kind === 'invoice' ? await invoicesOf(orderId) : []
  return {
    paper: paperOf(invoice),
    order: snapshot.order.number,
    quote: snapshot.quote,
    titles: Object.fromEntries(snapshot.lines.map(({ sku, title }) => [sku, title])),
    creditNotes: issued
      .filter((other) => other.kind === 'credit_note')
      .map(({ number, issuedAt, snapshot: { total, currency } }) => ({
        number,
        issuedAt,
        total: money(total, currency),
      })),
  }
}
