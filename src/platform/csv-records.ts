/** A record of a CSV file as it is written, without the end of its line, and the line on which it begins. */
export interface CsvRecord {
  line: number
  text: string
}

/** What cannot be read on from here, and where. */
export class Unreadable extends Error {
  readonly line: number

  constructor(line: number, sentence: string) {
    super(sentence)
    this.line = line
  }
}

const LONGEST_RECORD = 2_000_000

/**
 * Cuts a CSV file into its records as it streams by: a line ends a record unless it ends inside a quoted cell. A mark
 * within a bare cell quotes nothing, so that it spoils its own row alone. Lines that are empty are counted and left out.
 * @throws Unreadable where a record never ends.
 */
export async function* recordsIn(
  chunks: AsyncIterable<string> | Iterable<string>,
  separator = ',',
): AsyncGenerator<CsvRecord[]> {
  const cutter = new Cutter(separator)
  for await (const chunk of chunks) yield cutter.cut(chunk)
  yield cutter.rest()
}

class Cutter {
  readonly #separator: string
  #text = ''
  #isQuoted = false
  /** Where the last quoted cell was closed, unless the next mark shows that it goes on. */
  #closedAt = Number.NEGATIVE_INFINITY
  /** Up to where the text has been looked at. */
  #seen = 0
  #firstLine = 1
  #line = 1
  #isFirst = true

  constructor(separator: string) {
    this.#separator = separator
  }

  cut(chunk: string): CsvRecord[] {
    this.#text += this.#isFirst && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk
    this.#isFirst = false
    return this.#records(false)
  }

  rest(): CsvRecord[] {
    const records = this.#records(true)
    if (this.#isQuoted)
      throw new Unreadable(this.#firstLine, 'A quotation mark that opens in this row is never closed.')
    if (this.#text !== '') records.push({ line: this.#firstLine, text: this.#text })
    return records
  }

  #records(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    const signs = /["\n]|\r\n?/g
    let start = 0
    signs.lastIndex = this.#seen
    for (let sign = signs.exec(this.#text); sign; sign = signs.exec(this.#text)) {
      if (sign[0] === '\r' && !isLast && signs.lastIndex === this.#text.length) {
        signs.lastIndex -= 1
        break
      }
      if (sign[0] === '"') this.#takeMark(sign.index, start)
      else if (this.#isQuoted) this.#line += 1
      else {
        this.#line += 1
        if (sign.index > start)
          records.push({ line: this.#firstLine, text: this.#text.slice(start, sign.index) })
        start = signs.lastIndex
        this.#firstLine = this.#line
      }
    }
    this.#keep(start)
    return records
  }

  #takeMark(at: number, start: number): void {
    const isFirst = at === start || this.#text[at - 1] === this.#separator
    if (this.#isQuoted) this.#closedAt = at
    if (this.#isQuoted || isFirst || this.#closedAt === at - 1) this.#isQuoted = !this.#isQuoted
  }

  #keep(start: number): void {
    this.#closedAt = this.#closedAt >= start ? this.#closedAt - start : Number.NEGATIVE_INFINITY
    const isHalfEnd = this.#text.endsWith('\r')
    this.#text = this.#text.slice(start)
    this.#seen = Math.max(0, this.#text.length - (isHalfEnd ? 1 : 0))
    if (this.#text.length > LONGEST_RECORD)
      throw new Unreadable(this.#firstLine, 'The row is too long: is a quotation mark not closed?')
  }
}
