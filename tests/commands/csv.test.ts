import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, recordOf } from '../../src/platform/csv-cells.ts'
import { type CsvRecord, recordsIn } from '../../src/platform/csv-records.ts'

async function read(...chunks: string[]): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const some of recordsIn(
    (async function* () {
      yield* chunks
    })(),
  ))
    records.push(...some)
  return records
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', '\n', '\r', ' ', '水', '😀') })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })

describe('a file of cells', () => {
  test('is read as it was written, wherever it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
        const text = rows.map(recordOf).join('')
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_none, index) =>
          text.slice(index * size, (index + 1) * size),
        )
        const records = await read(...pieces)
        expect(records.map((record) => cellsOf(record.text))).toEqual(
          rows.map((cells) => ({ cells, isSound: true })),
        )
        const lines = rows.map((_none, index) => linesIn(rows.slice(0, index).map(recordOf).join('')) + 1)
        expect(records.map(({ line }) => line)).toEqual(lines)
      }),
    )
  })

  test.each([
    [
      '\uFEFFa,b\r\nc,d',
      [
        [1, 'a,b'],
        [2, 'c,d'],
      ],
    ],
    [
      'a\r\n\r\n\n"x\r\ny"\rz',
      [
        [1, 'a'],
        [4, '"x\r\ny"'],
        [6, 'z'],
      ],
    ],
    ['\n\na', [[3, 'a']]],
    [
      '5" nail,b\nc\n"x""\ny"\nz',
      [
        [1, '5" nail,b'],
        [2, 'c'],
        [3, '"x""\ny"'],
        [5, 'z'],
      ],
    ],
    ['', []],
  ])('%j has these records on these lines', async (text, expected) => {
    expect((await read(text)).map(({ line, text }) => [line, text])).toEqual(expected)
    expect((await read(...text)).map(({ line, text }) => [line, text])).toEqual(expected)
  })

  test.each([
    ['a,"b"c,d', ['a']],
    ['a,b"c",d', ['a']],
    ['a,"b', ['a']],
  ])('%j is not sound, and gives the cells before', (text, cells) => {
    expect(cellsOf(text)).toEqual({ cells, isSound: false })
  })

  test('a mark that is never closed is refused with the line on which it opens', async () => {
    await expect(read('a,b\nc,"d\ne,f\n')).rejects.toMatchObject({ line: 2 })
  })
})

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
