import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAmount } from '../../src/payments/bank-amount.ts'
import { readDay } from '../../src/payments/bank-day.ts'
import { row, rows } from '../../src/platform/database.ts'
import { root } from '../support/house/tree.ts'
import { placedOrder } from '../support/orders.ts'
import { openShop, products } from '../support/shop.ts'

let folder: string
beforeEach(async () => {
  await openShop()
  folder = await mkdtemp(join(tmpdir(), 'transfers-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** `npm run import -- transfers` on a file with this content. */
async function imports(content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, 'bank.csv')
  await writeFile(file, content)
  return new Promise<{ code: number; words: string }>((resolve) => {
    execFile(
      process.execPath,
      ['src/commands/import.ts', 'transfers', file, ...options],
      { cwd: root },
      (error, words, faults) => resolve({ code: Number(error?.code ?? 0), words: words + faults }),
    )
  })
}

const stateOf = async (order: { id: number }) =>
  (await row<{ state: string }>('select state from orders.orders where id = $id', { id: order.id }))!.state

const german = (lines: string[]) =>
  [
    'Umsatzanzeige;Girokonto',
    'Zeitraum;01.11.2026 bis 26.11.2026',
    '',
    '"Umsatz-ID";"Buchungstag";"Auftraggeber / Empfänger";"Verwendungszweck";"Betrag (EUR)";"Währung"',
    ...lines,
    '',
  ].join('\r\n')

describe('a list of the bank', () => {
  test('pays the orders that it names, says so line by line, and counts once however often it is read', async () => {
    const mug = await placedOrder(products.mug, 60, 'invoice')
    const lamp = await placedOrder(products.lastLamp, 60, 'invoice')
    const list = german([
      `"A1";"26.11.2026";"Jörg Müller";"Bestellung ${mug.number}, danke";"24,00";"EUR"`,
      `"A2";"26.11.26";"Asha Rao";"P${lamp.number.slice(2)}";"1.490,00";"EUR"`,
      '"A3";"25.11.2026";"Strom AG";"Abschlag";"-80,00";"EUR"',
      '"A4";"25.11.2026";"Unbekannt";"ohne Zweck";"5,00";"EUR"',
      '"A5";"31.11.2026";"Unbekannt";"ohne Tag";"5,00";"EUR"',
    ])
    const windows = Uint8Array.from([...list].map((sign) => sign.charCodeAt(0)))

    const dry = await imports(windows, '--dry-run')
    expect(dry.words).toContain(`line 5: 24.00 EUR pays ${mug.number}`)
    expect(await stateOf(mug)).toBe('awaiting_payment')
    expect(await rows('select 1 from payments.transfers')).toEqual([])

    const first = await imports(windows)
    expect(first.words).toContain(`line 5: 24.00 EUR pays ${mug.number}`)
    expect(first.words).toContain(`line 6: 1490.00 EUR is more than its order costs (${lamp.number})`)
    expect(first.words).toContain('line 8: 5.00 EUR names no order of ours')
    expect(first.words).toContain('line 9: The date "31.11.2026" cannot be read.')
    expect(first.words).toContain('1 transfers in order, 2 to look at, 1 not read, 1 went out.')
    expect(first.code).toBe(1)
    expect(await stateOf(mug)).toBe('paid')
    expect(await stateOf(lamp)).toBe('awaiting_payment')
    expect(await rows(`select sender, booked_on::text from payments.transfers where line_id = 'A1'`)).toEqual(
      [{ sender: 'Jörg Müller', booked_on: '2026-11-26' }],
    )

    const second = await imports(windows)
    expect(second.words).toContain(`line 5: 24.00 EUR was read before: ${mug.number}`)
    expect(await rows('select 1 from payments.transfers')).toHaveLength(3)
  })

  test('may be English, with commas and line feeds in its cells', async () => {
    const mug = await placedOrder(products.mug, 60, 'invoice')
    const list = `\uFEFFDate,Amount,Currency,Purpose,Sender,Line ID\n2026-11-26,"24.00",EUR,"For my mug,\n${mug.number}",Asha,x-1\n`
    const { words, code } = await imports(list)
    expect(words).toContain(`24.00 EUR pays ${mug.number}`)
    expect(code).toBe(0)
    expect(await stateOf(mug)).toBe('paid')
  })

  test('without the headings that are needed is refused as a whole', async () => {
    const { words, code } = await imports('Name;Geld\nAsha;24,00\n')
    expect(words).toContain('No row has the headings')
    expect(code).toBe(1)
  })
})

describe('what banks write', () => {
  test.each([
    ['24,00', 2400],
    ['24.00', 2400],
    ['+12,5', 1250],
    ['-12,50', -1250],
    ['−12,50', -1250],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567,89', 123_456_789],
    ['1.234', 123_400],
    ['1 234,56 EUR', 123_456],
    ["1'234.50", 123_450],
    ['48 €', 4800],
    ['1,2,3', undefined],
    ['1.23.456', undefined],
    ['1.234.56', undefined],
    ['12,345,6', undefined],
    ['twelve', undefined],
    ['', undefined],
    ['12,3456', undefined],
  ])('the amount %j is %s', (text, amount) => {
    expect(readAmount(text, 'EUR')).toBe(amount)
  })

  test('an amount is read back however it was written, in every currency', () => {
    const written = fc.tuple(
      fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((amount) => amount !== 0),
      fc.constantFrom('EUR', 'GBP', 'USD', 'JPY'),
      fc.constantFrom('de-DE', 'en-GB', 'de-CH', 'fr-FR'),
    )
    fc.assert(
      fc.property(written, ([amount, currency, locale]) => {
        const decimals = currency === 'JPY' ? 0 : 2
        const shown = new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(amount / 10 ** decimals)
        expect(readAmount(shown, currency), shown).toBe(amount)
      }),
    )
  })

  test.each([
    ['2026-11-26', '2026-11-26'],
    ['26.11.2026', '2026-11-26'],
    ['6.1.26', '2026-01-06'],
    ['26/11/2026', '2026-11-26'],
    ['29.02.2027', undefined],
    ['11/26/2026', undefined],
    ['today', undefined],
  ])('the day %j is %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
})
