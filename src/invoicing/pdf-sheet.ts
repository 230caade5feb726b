import PDFDocument from 'pdfkit'
import { type Run, runsOf, type Style } from './typefaces.ts'

export type Pdf = PDFKit.PDFDocument

/** How words are set: points, a colour, and where they stand in their column. */
export interface Setting {
  style: Style
  size: number
  colour: string
  align?: 'start' | 'end'
}

interface Line {
  runs: Run[]
  width: number
}

export const LEADING = 1.35
/** Figures of one width, and letters as one glyph each: the parts of one that is put together would read as nothing. */
const SHAPING = { features: { tnum: true, ccmp: false } as never }

/**
 * An empty tagged document: PDF/UA as far as the library goes, so that a screen reader has title, language, headings and
 * tables. Made twice from the same paper it is the same to the byte.
 */
export function newPdf(about: { title: string; author: string; locale: string; at: Date }): Pdf {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: about.locale,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    info: { Title: about.title, Author: about.author, Creator: about.author, CreationDate: about.at },
  })
}

/** Breaks a text into lines that fit a width. */
export function linesOf(pdf: Pdf, text: string, setting: Setting, width: number): Line[] {
  const lines: Line[] = []
  let words: string[] = []
  const measure = (of: string[]) => widthOf(pdf, runsOf(of.join(' '), setting.style), setting)
  const close = () => {
    if (words.length === 0) return
    lines.push({ runs: runsOf(words.join(' '), setting.style), width: measure(words) })
    words = []
  }
  for (const word of text.split(' ').flatMap((each) => fitting(pdf, each, setting, width))) {
    if (words.length > 0 && measure([...words, word]) > width) close()
    words.push(word)
  }
  close()
  return lines
}

/** How high a text stands in a column of that width. */
export function heightOf(pdf: Pdf, text: string, setting: Setting, width: number): number {
  return linesOf(pdf, text, setting, width).length * setting.size * LEADING
}

/** How wide a text is on one line. */
export function textWidth(pdf: Pdf, text: string, setting: Setting): number {
  return widthOf(pdf, runsOf(text, setting.style), setting)
}

/** Sets a text at a place; gives where the next one below it begins. */
export function write(
  pdf: Pdf,
  text: string,
  setting: Setting,
  at: { x: number; y: number; width: number },
): number {
  let { y } = at
  for (const line of linesOf(pdf, text, setting, at.width)) {
    let x = setting.align === 'end' ? at.x + at.width - line.width : at.x
    const baseline = y + setting.size * (LEADING / 2 + 0.35)
    for (const { text: words, typeface } of withSpace(line.runs)) {
      pdf
        .registerFont(typeface.name, typeface.file)
        .font(typeface.name)
        .fontSize(setting.size)
        .fillColor(setting.colour)
      pdf.text(words, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...SHAPING })
      x += pdf.widthOfString(words, SHAPING)
    }
    y += setting.size * LEADING
  }
  return y
}

/** Draws something that says nothing: screen readers pass it over. */
export function decorate(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}

/** A line ends with a space, so that whoever reads on does not join its last word to the next. */
function withSpace(runs: Run[]): Run[] {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: `${run.text} ` } : run))
}

/** A word that is wider than its column comes in pieces. */
function fitting(pdf: Pdf, word: string, setting: Setting, width: number): string[] {
  if (textWidth(pdf, word, setting) <= width) return [word]
  const pieces = ['']
  for (const character of word) {
    const longer = pieces.at(-1) + character
    if (textWidth(pdf, longer, setting) > width && pieces.at(-1) !== '') pieces.push(character)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

function widthOf(pdf: Pdf, runs: Run[], { size }: Setting): number {
  return runs.reduce((width, { text, typeface }) => {
    pdf.registerFont(typeface.name, typeface.file).font(typeface.name).fontSize(size)
    return width + pdf.widthOfString(text, SHAPING)
  }, 0)
}
