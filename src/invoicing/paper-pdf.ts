import { translator } from '../platform/messages.ts'
import type { Paper } from './paper.ts'
import { ink, letters } from './pdf-ink.ts'
import { decorate, heightOf, LEADING, newPdf, type Pdf, textWidth, write } from './pdf-sheet.ts'
import { drawTable, EDGE, type Flow, FOOT, turnPage, WIDTH } from './pdf-table.ts'

/** The paper as a tagged PDF, to be read as a stream. */
export function paperPdf(paper: Paper): Pdf {
  const { title, author, locale, issuedAt: at } = paper
  const pdf = newPdf({ title, author, locale, at })
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const flow: Flow = { pdf, root, title, y: EDGE }
  pdf.addPage()
  drawBrand(flow, author)
  drawHead(flow, paper)
  say(flow, 'H1', title, letters.title, { before: 18, after: 4 })
  drawTable(flow, paper.goods)
  drawSums(flow, paper)
  drawTable(flow, paper.taxes)
  for (const note of paper.notes) say(flow, 'P', note, letters.text, { before: 8, after: 0 })
  drawFoot(flow, paper)
  root.end()
  numberPages(pdf, paper)
  pdf.end()
  return pdf
}

function drawBrand(flow: Flow, name: string): void {
  const { pdf } = flow
  decorate(pdf, () => {
    pdf
      .save()
      .translate(EDGE - 4, EDGE - 4)
      .scale(0.8)
    pdf.path('M5 4h12v20.5a4.5 4.5 0 0 1-4.5 4.5h-3A4.5 4.5 0 0 1 5 24.5z').fill(ink.accent)
    pdf.path('M16 5.8h5a5.7 5.7 0 0 1 0 11.4h-5').lineWidth(3.6).stroke(ink.accent)
    pdf.restore()
  })
  tag(flow, 'P', () => write(pdf, name, letters.brand, { x: EDGE + 26, y: EDGE - 5, width: WIDTH / 2 }))
  flow.y += 40
}

/** Where the window of an envelope is, and beside it what the bookkeeping looks for. */
function drawHead(flow: Flow, { sender, recipient, facts }: Paper): void {
  const { pdf, y: top } = flow
  const half = WIDTH * 0.48
  const left = { x: EDGE, width: half }
  const right = { x: EDGE + WIDTH - half + 10, width: half - 10 }
  const column = [
    [sender, letters.tiny],
    [recipient.label, letters.label],
    ...recipient.lines.map((line) => [line, letters.text] as const),
  ] as const
  let y = top
  for (const [text, setting] of column) {
    const at = { ...left, y }
    y = heightOf(pdf, text, setting, half) + y + (setting === letters.tiny ? 10 : 0)
    tag(flow, 'P', () => write(pdf, text, setting, at))
  }
  const list = pdf.struct('L')
  flow.root.add(list)
  let factY = top + 14
  for (const { label, text } of facts) {
    const item = pdf.struct('LI')
    list.add(item)
    const named = textWidth(pdf, label, letters.label) + 12
    const beside = { x: right.x + named, y: factY, width: right.width - named }
    const at = { ...right, y: factY }
    item.add(pdf.struct('Lbl', {}, () => write(pdf, label, letters.label, at)))
    item.add(pdf.struct('LBody', {}, () => write(pdf, text, letters.figures, beside)))
    factY += heightOf(pdf, text, letters.figures, beside.width)
  }
  flow.y = Math.max(y, factY)
}

function drawSums(flow: Flow, { sums, total }: Paper): void {
  const { pdf } = flow
  const width = 220
  const x = EDGE + WIDTH - width
  flow.y += 6
  for (const sum of [...sums, total]) {
    const setting = sum === total ? letters.total : letters.figures
    turnPage(flow, setting.size * 2)
    const at = { x, y: flow.y, width }
    tag(flow, 'P', () => {
      write(pdf, `${sum.label} `, { ...setting, align: 'start' }, at)
      flow.y = write(pdf, sum.text, setting, at)
    })
  }
  decorate(pdf, () =>
    pdf
      .moveTo(x, flow.y + 4)
      .lineTo(EDGE + WIDTH, flow.y + 4)
      .lineWidth(1.5)
      .stroke(ink.accent),
  )
  flow.y += 14
}

/** At the bottom of the last page. */
function drawFoot(flow: Flow, { foot }: Paper): void {
  const { pdf } = flow
  const lines = Math.max(...foot.map((column) => column.lines.length))
  const height = (lines + 1) * letters.tiny.size * LEADING + 10
  turnPage(flow, height)
  const y = FOOT - height
  decorate(pdf, () =>
    pdf
      .moveTo(EDGE, y)
      .lineTo(EDGE + WIDTH, y)
      .lineWidth(0.5)
      .stroke(ink.line),
  )
  for (const [index, { label, lines }] of foot.entries()) {
    const at = { x: EDGE + (index * WIDTH) / foot.length, width: WIDTH / foot.length - 10 }
    const at0 = { ...at, y: y + 8 }
    let next = at0.y
    tag(flow, 'P', () => {
      next = write(pdf, label, letters.tiny, at0)
    })
    for (const line of lines) {
      tag(flow, 'P', () => {
        next = write(pdf, line, letters.foot, { ...at, y: next })
      })
    }
  }
}

function say(
  flow: Flow,
  type: string,
  text: string,
  setting: Parameters<typeof write>[2],
  space: { before: number; after: number },
): void {
  const { pdf } = flow
  flow.y += space.before
  turnPage(flow, heightOf(pdf, text, setting, WIDTH))
  tag(flow, type, () => {
    flow.y = write(pdf, text, setting, { x: EDGE, y: flow.y, width: WIDTH }) + space.after
  })
}

function tag({ pdf, root }: Flow, type: string, draw: () => void): void {
  root.add(pdf.struct(type, {}, draw))
}

function numberPages(pdf: Pdf, { locale }: Paper): void {
  const { count } = pdf.bufferedPageRange()
  if (count === 1) return
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    const text = translator(locale)('invoicing.page', { page: page + 1, count })
    const x = EDGE + WIDTH - textWidth(pdf, text, letters.tiny)
    decorate(pdf, () => write(pdf, text, letters.tiny, { x, y: FOOT + 6, width: WIDTH }), 'Pagination')
  }
}
