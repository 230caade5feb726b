import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueCreditNote, issueInvoice } from '../../src/invoicing/index.ts'
import { signedOrderPath } from '../../src/orders/index.ts'
import { seller } from '../../src/orders/seller.ts'
import { locales } from '../../src/platform/locale.ts'
import { catalogues } from '../../src/platform/messages.ts'
import { listeningShop } from '../catalogue/listening-shop.ts'
import { openShop, products } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { printed } from './printed.ts'
import { paidBack, sold } from './sold.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
beforeAll(async () => {
  shop = await listeningShop()
})
afterAll(() => shop.close())
beforeEach(openShop)

const year = new Date().getFullYear()
const goods = { lines: [{ title: 'Oat mug', unitPrice: 2400, quantity: 2 }], delivery: { amount: 390 } }

/** A shopper with an order of their own. */
async function asha(more = {}): Promise<{ asha: Shopper; order: Awaited<ReturnType<typeof sold>> }> {
  const shopper = shop.shopper()
  await shopper.adds(products.mug)
  const visitorId = shopper.jar.get('visitor')!
  return { asha: shopper, order: await sold({ ...goods, visitorId, ...more }) }
}

const file = (shopper: Shopper, path: string) =>
  fetch(shop.url + path, {
    redirect: 'manual',
    headers: { cookie: [...shopper.jar].map((pair) => pair.join('=')).join('; ') },
  })

describe('the invoice of an order', () => {
  test('is one link away from the order, on paper and as PDF', async () => {
    const { asha: shopper, order } = await asha()
    await issueInvoice(order.id)
    const page = await shopper.gets(`/orders/${order.number}`)
    const link = page.$('a:contains("Invoice")').attr('href')!
    const invoice = await shopper.gets(link)
    expect([invoice.status, invoice.heading()]).toEqual([200, `Invoice ${year}-00001`])
    expect(invoice.$('.paper-total').text()).toContain('€51.90')
    const pdf = await file(shopper, invoice.$('a:contains("PDF")').attr('href')!)
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ])
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="invoice-${year}-00001.pdf"`)
    const read = await printed(await pdf.bytes())
    expect(read.textOf('H1')).toEqual([`Invoice ${year}-00001`])
  })

  test('is in the language of the order, wherever one asks for it', async () => {
    const { asha: shopper, order } = await asha({ locale: 'de' })
    await issueInvoice(order.id)
    const invoice = await shopper.gets(`/orders/${order.number}/invoice`)
    expect(new URL(invoice.address).pathname).toBe(`/de/orders/${order.number}/invoice`)
    expect([invoice.heading(), invoice.$('html').attr('lang')]).toEqual([`Rechnung ${year}-00001`, 'de'])
  })

  test.each([
    [true, 'we are writing the invoice'],
    [false, 'as soon as the order is paid'],
  ])('that is not there yet is said to be so (paid: %s)', async (isPaid, sentence) => {
    const { asha: shopper, order } = await asha({ isPaid })
    for (const path of ['invoice', 'invoice.pdf']) {
      const page = await shopper.gets(`/orders/${order.number}/${path}`)
      expect(page.status).toBe(200)
      expect(page.$('main').text()).toContain(sentence)
    }
  })

  test('lists the credit notes, each a page and a PDF of its own', async () => {
    const { asha: shopper, order } = await asha()
    await issueCreditNote(await paidBack(order, 1000))
    const invoice = await shopper.gets(`/orders/${order.number}/invoice`)
    const note = await shopper.gets(invoice.$('a[href*="credit-notes"]').attr('href')!)
    expect(note.heading()).toBe(`Credit note C${year}-00001`)
    expect(note.$('main').text()).toContain(`${year}-00001`)
    const pdf = await file(shopper, `/orders/${order.number}/credit-notes/C${year}-00001.pdf`)
    expect((await printed(await pdf.bytes())).textOf('H1')).toEqual([`Credit note C${year}-00001`])
    for (const number of [`C${year}-00002`, `${year}-00001`]) {
      expect((await shopper.gets(`/orders/${order.number}/credit-notes/${number}`)).status).toBe(404)
    }
  })
})

test('the packing slip says what is in the parcel, and no price', async () => {
  const { asha: shopper, order } = await asha()
  const slip = await shopper.gets(`/orders/${order.number}/packing-slip`)
  expect(slip.heading()).toBe(`Packing slip ${order.number}`)
  expect(slip.$('tbody tr').text()).toMatch(/Oat mug[\s\S]*SKU-0[\s\S]*2/)
  expect(slip.$('main').text()).not.toMatch(/€|24\.00/)
})

describe('what is printed of an order', () => {
  const paths = [
    '',
    '/invoice',
    '/invoice.pdf',
    `/credit-notes/C${year}-00001`,
    `/credit-notes/C${year}-00001.pdf`,
    '/packing-slip',
  ]

  test.each(paths)(
    '%s is shown to nobody else, who is told the same of an order that is not there',
    async (path) => {
      const { order } = await asha()
      await issueCreditNote(await paidBack(order, 100))
      const stranger = shop.shopper()
      const theirs = await stranger.gets(`/orders/${order.number}${path}`)
      const nobodys = await stranger.gets(`/orders/P-999999${path}`)
      expect([theirs.status, nobodys.status]).toEqual([404, 404])
      expect(theirs.html.replaceAll(order.number, 'P-999999')).toBe(nobodys.html)
      expect(theirs.$('main a[href="/orders/lookup"]').text()).toBe('Track an order')
    },
  )

  test('opens by the signed link of a mail', async () => {
    const { order } = await asha()
    await issueInvoice(order.id)
    const guest = shop.shopper()
    const signed = signedOrderPath(order.number).replace(order.number, `${order.number}/invoice`)
    const invoice = await guest.gets(signed)
    expect(new URL(invoice.address).search).toBe('')
    expect(invoice.heading()).toBe(`Invoice ${year}-00001`)
    expect((await guest.gets(`/orders/${order.number}`)).status).toBe(200)
  })
})

test.each(locales)('the foot of every page in %s names the seller of the invoices', (locale) => {
  const imprint = catalogues[locale]['layouts.imprint']
  for (const part of [seller.name, seller.street, seller.city]) expect(imprint).toContain(part)
  expect(catalogues[locale]['layouts.help.address']).toBe(seller.email)
})
