import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { invoicesOf } from '../../src/invoicing/invoice.ts'
import { issueCreditNote } from '../../src/invoicing/issue-credit-note.ts'
import { creditRows, sumOf, type TaxRow, taxRowsLeft } from '../../src/invoicing/tax-rows.ts'
import { rows } from '../../src/platform/database.ts'
import { portion } from '../../src/pricing/index.ts'
import { openShop } from '../support/shop.ts'
import { paidBack, sold } from './sold.ts'

beforeEach(openShop)

const year = new Date().getFullYear()
const twoRates = {
  lines: [
    { unitPrice: 2400, quantity: 2 },
    { unitPrice: 1500, rate: 70_000 },
  ],
  delivery: { amount: 390 },
}

describe('a credit note', () => {
  test('is issued once for a refund that succeeded, and names the invoice that it corrects', async () => {
    const order = await sold(twoRates)
    const refund = await paidBack(order, 1000)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => issueCreditNote(refund)))
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(1)
    expect((await issueCreditNote(refund)).refused).toBe('issued_before')
    const [invoice, note, ...more] = await invoicesOf(order.id)
    expect(more).toEqual([])
    expect([invoice!.number, note!.number]).toEqual([`${year}-00001`, `C${year}-00001`])
    expect(note!.snapshot).toMatchObject({
      total: 1000,
      corrects: { number: invoice!.number, issuedAt: invoice!.issuedAt.toISOString() },
      taxes: [
        { rate: 190_000, net: 652, tax: 124, gross: 776 },
        { rate: 70_000, net: 209, tax: 15, gross: 224 },
      ],
    })
  })

  test('issues the invoice before it, should that not be there yet', async () => {
    const order = await sold(twoRates)
    await issueCreditNote(await paidBack(order, order.total))
    const [invoice, note] = await invoicesOf(order.id)
    expect(note!.snapshot.taxes).toEqual(invoice!.snapshot.taxes)
  })

  test.each([
    ['for an order that was never paid', { isPaid: false }, undefined, 'succeeded', 'not_invoiced'],
    ['for a payment that was not the one of the order', {}, 'pi_other', 'succeeded', 'not_invoiced'],
    ['before the money has gone back', {}, undefined, 'requested', 'not_paid_back'],
  ])('is not issued %s', async (_what, more, reference, state, refused) => {
    const order = await sold({ ...twoRates, ...more })
    const refund = await paidBack(order, 100, reference, state)
    expect(await issueCreditNote(refund)).toEqual({ refused })
    expect(await rows(`select 1 from invoicing.invoices where kind = 'credit_note'`)).toEqual([])
  })

  test('of an order that is paid by transfer is issued as well', async () => {
    const order = await sold({ ...twoRates, method: 'invoice' })
    expect((await issueCreditNote(await paidBack(order, 500, null))).refused).toBeUndefined()
  })

  test('takes the rates of the goods that go back, where they are known', async () => {
    const order = await sold(twoRates)
    const book = {
      title: 'A book',
      optionText: '',
      sku: 'BOOK',
      quantity: 1,
      unitPrice: 1500,
      discount: 0,
      taxRate: 70_000,
      total: 1500,
    }
    await issueCreditNote(await paidBack(order, 1500), [book])
    const [, note] = await invoicesOf(order.id)
    expect(note!.snapshot.taxes).toEqual([{ rate: 70_000, net: 1402, tax: 98, gross: 1500 }])
    expect(note!.snapshot.lines).toEqual([book])
  })

  test('several at once take together what was charged, and not a cent more', async () => {
    const order = await sold(twoRates)
    const refunds = await Promise.all(
      [1000, 2000, 33, order.total - 3033].map((amount) => paidBack(order, amount)),
    )
    await Promise.all(refunds.map((refund) => issueCreditNote(refund)))
    const [invoice, ...notes] = await invoicesOf(order.id)
    expect(notes.map(({ number }) => number)).toEqual([1, 2, 3, 4].map((place) => `C${year}-0000${place}`))
    const left = taxRowsLeft(
      invoice!.snapshot.taxes,
      notes.flatMap(({ snapshot }) => snapshot.taxes),
    )
    expect(sumOf(left)).toEqual({ net: 0, tax: 0, gross: 0 })
    await expect(paidBack(order, 1).then((refund) => issueCreditNote(refund))).rejects.toThrow(RangeError)
  })
})

const taxRow = fc.record({
  rate: fc.constantFrom(0, 70_000, 81_000, 190_000, 255_000),
  gross: fc.integer({ min: 0, max: 10_000_000 }),
})
const invoiced = fc
  .uniqueArray(taxRow, { selector: ({ rate }) => rate, minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts.map(({ rate, gross }): TaxRow => {
      const tax = portion(gross, rate, 1_000_000 + rate)
      return { rate, net: gross - tax, tax, gross }
    }),
  )
  .filter((parts) => sumOf(parts).gross > 0)

describe('what goes back at each rate', () => {
  test('adds up to the refund, is never more than was charged, and comes to exactly that in the end', () => {
    fc.assert(
      fc.property(
        invoiced,
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { maxLength: 5 }),
        (taxes, shares) => {
          let left = taxes
          for (const share of [...shares, 1]) {
            const amount = Math.ceil(sumOf(left).gross * share)
            if (amount === 0) continue
            const back = creditRows(amount, left)
            expect(sumOf(back).gross).toBe(amount)
            for (const { net, tax, gross } of back) expect(net + tax).toBe(gross)
            left = taxRowsLeft(left, back)
            for (const { net, tax, gross } of left)
              expect(Math.min(net, tax, gross)).toBeGreaterThanOrEqual(0)
          }
          expect(sumOf(left)).toEqual({ net: 0, tax: 0, gross: 0 })
        },
      ),
    )
  })

  test('is shared, when the goods that go back were partly paid back before', () => {
    const left = [
      { rate: 190_000, net: 100, tax: 19, gross: 119 },
      { rate: 70_000, net: 50, tax: 3, gross: 53 },
    ]
    const back = creditRows(100, left, new Map([[70_000, 100]]))
    expect(sumOf(back).gross).toBe(100)
    expect(back).toHaveLength(2)
  })
})
