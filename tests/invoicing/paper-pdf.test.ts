import { buffer } from 'node:stream/consumers'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import type { Invoice } from '../../src/invoicing/invoice.ts'
import { paperOf } from '../../src/invoicing/paper.ts'
import { paperPdf } from '../../src/invoicing/paper-pdf.ts'
import { runsOf } from '../../src/invoicing/typefaces.ts'
import { letter } from '../look-of-checkout/preview-app.ts'
import {
  creditNote,
  german,
  invoice,
  specimens,
  taxOnTop,
  untaxed,
} from '../support/view-models/invoicing.ts'
import { printed, tidy } from './printed.ts'

const fileOf = (shown: Invoice) => buffer(paperPdf(paperOf(shown)))
const readAloud = async (shown: Invoice) => printed(await fileOf(shown))

const all: [string, Invoice][] = [
  ['an invoice', invoice()],
  ['an invoice in German', german],
  ['an invoice with the tax on top', taxOnTop],
  ['an invoice without tax', untaxed],
  ['a credit note', creditNote()],
]

describe.each(all)('%s as PDF', (_what, shown) => {
  test('says what it is: tagged, titled, in its language, with the date of its issue', async () => {
    const pdf = await readAloud(shown)
    const { title } = paperOf(shown)
    expect(pdf.isTagged).toBe(true)
    expect(pdf.conformance).toBe('1')
    expect(pdf.info).toMatchObject({ Title: title, Author: 'Purveyor', Language: shown.snapshot.locale })
    expect(pdf.info.CreationDate).toBe('D:20261120123600Z')
    expect(pdf.hasTitleShown).toBe(true)
    expect(pdf.textOf('H1')).toEqual([title])
  })

  test('has real tables: named columns and rows, and every figure in its cell', async () => {
    const pdf = await readAloud(shown)
    const { goods, taxes } = paperOf(shown)
    const tables = [goods, taxes]
    expect(pdf.textOf('Caption')).toEqual(tables.map(({ caption }) => tidy(caption)))
    expect(pdf.textOf('TH')).toEqual(
      tables.flatMap(({ columns, rows }) =>
        [...columns, ...rows.map(({ name, detail }) => tidy(`${name} ${detail}`))].map(tidy),
      ),
    )
    expect(pdf.textOf('TD')).toEqual(
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).map(tidy),
    )
  })

  test('has every word of the page, in its order', async () => {
    const pdf = await readAloud(shown)
    const paper = paperOf(shown)
    const inOrder = [
      paper.sender,
      ...paper.recipient.lines,
      ...paper.facts.flatMap(({ label, text }) => [label, text]),
      paper.title,
      ...paper.goods.rows.flatMap(({ name, cells }) => [name, ...cells]),
      ...paper.sums.flatMap(({ label, text }) => [label, text]),
      paper.total.label,
      paper.total.text,
      ...paper.taxes.rows.flatMap(({ name, cells }) => [name, ...cells]),
      ...paper.notes,
      ...paper.foot.flatMap(({ label, lines }) => [label, ...lines]),
    ]
    let from = 0
    const heard = pdf.words.replaceAll(' ', '')
    for (const words of inOrder) {
      const at = heard.indexOf(words.replace(/\s/g, ''), from)
      expect(at, words).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  test('is the same file each time', async () => {
    expect((await fileOf(shown)).equals(await fileOf(shown))).toBe(true)
  })
})

test.each([invoice(), german, creditNote()])(
  'every amount on the page is in the PDF, and no other',
  async (shown) => {
    const specimen = specimens.find(
      ({ model }) => JSON.stringify(model.paper) === JSON.stringify(paperOf(shown)),
    )!
    const page = load(letter(specimen, shown.snapshot.locale))
    page('.no-print, .paper-label').remove()
    const amounts = (text: string) =>
      (text.match(/-?€[\d.,]+|-?[\d.,]+\s€/g) ?? []).map((amount) => amount.replace(/\s/g, ' ')).sort()
    const inHtml = amounts(
      page('main')
        .html()!
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&nbsp;', ' '),
    )
    const pdf = await readAloud(shown)
    expect(inHtml.length).toBeGreaterThan(5)
    expect(amounts(pdf.parts.map(({ text }) => text).join('  '))).toEqual(inHtml)
  },
)

test('a long invoice goes on over pages; rows stay whole, and page numbers are for the eye alone', async () => {
  const one = invoice().snapshot.lines
  const long = invoice({ lines: Array.from({ length: 20 }).flatMap(() => one) })
  const pdf = await readAloud(long)
  expect(pdf.pages).toBeGreaterThan(2)
  expect(pdf.textOf('TD').filter(Boolean)).toHaveLength(61 * 5 + 3 * 3)
  expect(pdf.words).not.toMatch(/Page \d of/)
  expect(pdf.textOf('H1').filter(Boolean)).toHaveLength(1)
})

test('ten lines fit on one sheet', async () => {
  const one = invoice().snapshot.lines[0]!
  expect((await readAloud(invoice({ lines: Array.from({ length: 10 }, () => one) }))).pages).toBe(1)
})

describe('names in other scripts', () => {
  test.each(['Łukasz Žižek', 'Дмитрий Ωμέγα', '東京都渋谷区', 'Nguyễn Thị Hồng'])(
    '%s is written, and found again',
    async (name) => {
      const pdf = await readAloud(invoice({ buyer: { lines: [name], email: '' } }))
      expect(pdf.words.normalize('NFC').replaceAll(' ', '')).toContain(
        name.normalize('NFC').replaceAll(' ', ''),
      )
    },
  )

  test('a letter that no typeface has is set as a blank of printers, never as nothing', () => {
    expect(runsOf('A😀B', 'text').map(({ text }) => text)).toEqual(['A', '〓', 'B'])
  })

  test('what nobody sees is left out', () => {
    expect(runsOf('A\u200b\u0007B', 'text').map(({ text }) => text)).toEqual(['AB'])
  })
})
