import type { Invoice, Snapshot } from '../../../src/invoicing/invoice.ts'
import { packingSlip } from '../../../src/invoicing/packing-slip.ts'
import { paperOf } from '../../../src/invoicing/paper.ts'
import { seller } from '../../../src/orders/seller.ts'
import { portion } from '../../../src/pricing/index.ts'
import { order } from './orders.ts'
import { EUR, type Specimen } from './shared.ts'

const line = (title: string, sku: string, quantity: number, unitPrice: number, more = {}) => ({
  title,
  optionText: '',
  sku,
  quantity,
  unitPrice,
  discount: 0,
  taxRate: 190_000,
  total: quantity * unitPrice,
  ...more,
})

const taxRow = (rate: number, gross: number) => {
  const tax = portion(gross, rate, 1_000_000 + rate)
  return { rate, net: gross - tax, tax, gross }
}

/** Two mugs at a discount, a notebook at the lower rate, a lamp, and their delivery. */
export const invoice = (more: Partial<Snapshot> = {}): Invoice => ({
  number: '2026-00001',
  kind: 'invoice',
  orderId: 1,
  refundId: null,
  issuedAt: new Date('2026-11-20T12:36:00Z'),
  snapshot: {
    locale: 'en',
    currency: 'EUR',
    seller,
    buyer: { lines: ['Asha Rao', 'Torstraße 1', '10119 Berlin', 'Germany'], email: 'asha@example.com' },
    order: { number: 'P-1001', placedAt: '2026-11-20T12:32:00Z', paidAt: '2026-11-20T12:35:00Z' },
    paymentMethod: 'card',
    delivery: { name: 'Standard delivery', first: '2026-11-24', last: '2026-11-26' },
    taxIncluded: true,
    lines: [
      line('Oat mug', 'MUG-OAT', 2, 2400, { optionText: 'Oat · 300 ml', discount: 480, total: 4320 }),
      line('Notebook of a hundred pages', 'NOTE-A5', 3, 1250, { taxRate: 70_000 }),
      line('Last lamp', 'LAMP-LAST', 1, 14_900),
    ],
    deliveryLine: line('Standard delivery', '', 1, 390),
    taxes: [taxRow(190_000, 19_610), taxRow(70_000, 3_750)],
    total: 23_360,
    quote: order().quote,
    corrects: null,
    ...more,
  },
})

/** What goes back of it: a part, shared over its rates, or the lamp. */
export const creditNote = (more: Partial<Snapshot> = {}): Invoice => ({
  ...invoice({
    lines: [],
    deliveryLine: null,
    taxes: [taxRow(190_000, 839), taxRow(70_000, 161)],
    total: 1000,
    quote: null,
    corrects: { number: '2026-00001', issuedAt: '2026-11-20T12:36:00Z' },
    ...more,
  }),
  number: 'C2026-00001',
  kind: 'credit_note',
  refundId: 1,
})

export const german = invoice({
  locale: 'de',
  buyer: {
    lines: [
      'Łukasz Žižek',
      '東京都渋谷区神宮前 1-2-3',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsstraße 12',
      'Deutschland',
    ],
    email: '',
  },
})

/** Sold to where the tax comes on top of the price. */
export const taxOnTop = invoice({
  currency: 'USD',
  taxIncluded: false,
  lines: [line('Oat mug', 'MUG-OAT', 1, 10_000, { taxRate: 82_500 })],
  deliveryLine: null,
  taxes: [{ rate: 82_500, net: 10_000, tax: 825, gross: 10_825 }],
  total: 10_825,
})

/** Nothing is collected where it goes. */
export const untaxed = invoice({
  currency: 'JPY',
  lines: [line('Oat mug', 'MUG-OAT', 1, 3_900, { taxRate: 0 })],
  deliveryLine: null,
  taxes: [taxRow(0, 3_900)],
  total: 3_900,
})

const show = (shown: Invoice, query = '', creditNotes: object[] = []): Specimen => {
  const path =
    shown.kind === 'invoice' ? '/orders/P-1001/invoice' : `/orders/P-1001/credit-notes/${shown.number}`
  const titles = Object.fromEntries(shown.snapshot.lines.map(({ sku, title }) => [sku, title]))
  return {
    address: path + query,
    view: 'invoicing/show',
    model: { paper: paperOf(shown), order: 'P-1001', path, quote: shown.snapshot.quote, titles, creditNotes },
  }
}

const parcel = { order: 'P-1001', address: german.snapshot.buyer.lines, lines: invoice().snapshot.lines }

export const specimens: Specimen[] = [
  show(invoice()),
  show(german, '?german'),
  show(taxOnTop, '?on-top'),
  show(untaxed, '?untaxed'),
  show(invoice(), '?credited', [
    { number: 'C2026-00001', issuedAt: new Date('2026-11-24T09:00:00Z'), total: EUR(1000) },
  ]),
  show(creditNote()),
  show(creditNote({ lines: [line('Last lamp', 'LAMP-LAST', 1, 1000)] }), '?lines'),
  {
    address: '/orders/P-1002/invoice',
    view: 'invoicing/not-issued',
    model: { order: 'P-1002', isPaid: false },
  },
  {
    address: '/orders/P-1003/invoice',
    view: 'invoicing/not-issued',
    model: { order: 'P-1003', isPaid: true },
  },
  {
    address: '/orders/P-1001/packing-slip',
    view: 'invoicing/packing-slip',
    model: packingSlip({ ...parcel, shipmentNumber: '' }),
  },
  {
    address: '/orders/P-1001/packing-slip?shipment',
    view: 'invoicing/packing-slip',
    model: packingSlip({ ...parcel, shipmentNumber: 'S-7' }),
  },
]
