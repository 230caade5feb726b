import { type Request, type Response, Router } from 'express'
import { forOwnOrder, getOrderRecord, type OwnOrder } from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { addressIn, type Locale } from '../platform/locale.ts'
import { sendStream } from '../platform/send-stream.ts'
import type { Invoice } from './invoice.ts'
import { findInvoice, invoicePage } from './invoice-page.ts'
import { packingSlip, wholeOrder } from './packing-slip.ts'
import { paperOf } from './paper.ts'
import { paperPdf } from './paper-pdf.ts'

/** What can be printed of an order, in the order's language: invoice, credit notes, packing slip. */
export function invoicingRoutes(): Router {
  const routes = Router()

  routes.get(
    '/orders/:number/invoice',
    forOwnOrder(async (req, res, order) => {
      const invoice = await findInvoice(order.id)
      await (invoice ? showInvoice(req, res, invoice) : sayNotIssued(res, order))
    }),
  )

  routes.get(
    '/orders/:number/invoice.pdf',
    forOwnOrder(async (req, res, order) => {
      const invoice = await findInvoice(order.id)
      if (!invoice) return res.redirect(303, req.addressTo(`/orders/${order.number}/invoice`))
      await sendPdf(res, invoice)
    }),
  )

  routes.get(
    '/orders/:number/credit-notes/:creditNote.pdf',
    forOwnOrder(async (req, res, order) => sendPdf(res, await creditNote(req, order))),
  )

  routes.get(
    '/orders/:number/credit-notes/:creditNote',
    forOwnOrder(async (req, res, order) => showInvoice(req, res, await creditNote(req, order))),
  )

  routes.get(
    '/orders/:number/packing-slip',
    forOwnOrder(async (req, res, { id }) => {
      const order = await getOrderRecord(id)
      if (leadToLanguage(req, res, order.locale)) return
      await res.page('invoicing/packing-slip', packingSlip(wholeOrder(order)))
    }),
  )
  return routes
}

async function showInvoice(req: Request, res: Response, invoice: Invoice): Promise<void> {
  if (leadToLanguage(req, res, invoice.snapshot.locale)) return
  await res.page('invoicing/show', { ...(await invoicePage(invoice)), path: req.path })
}

async function sayNotIssued(res: Response, { id, number }: OwnOrder): Promise<void> {
  const { paidAt } = await getOrderRecord(id)
  await res.page('invoicing/not-issued', { order: number, isPaid: paidAt !== null })
}

async function creditNote(req: Request, { id }: OwnOrder): Promise<Invoice> {
  const found = await findInvoice(id, String(req.params.creditNote))
  if (!found) throw new NotFound('credit note')
  return found
}

async function sendPdf(res: Response, invoice: Invoice): Promise<void> {
  res.set({
    'Cache-Control': 'private, no-store',
    'Content-Disposition': `attachment; filename="${invoice.kind.replace('_', '-')}-${invoice.number}.pdf"`,
  })
  await sendStream(res, 'application/pdf', paperPdf(paperOf(invoice)))
}

/** Paper is in the language of its order, and has its address there. */
function leadToLanguage(req: Request, res: Response, locale: Locale): boolean {
  if (req.locale === locale) return false
  res.redirect(303, addressIn(locale, req.path))
  return true
}
