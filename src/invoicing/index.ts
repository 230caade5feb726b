/**
 * Owns invoices and credit notes, numbered without a gap, and what is printed with an order. It does not own
 * orders or refunds: it writes down once what those came to.
 */

export { issueCreditNote } from './issue-credit-note.ts'
export { issueInvoice } from './issue-invoice.ts'
export { personalInvoices } from './personal-invoices.ts'
export { invoicingRoutes } from './routes.ts'
