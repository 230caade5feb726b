import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { row } from '../../src/platform/database.ts'
import {
  recordSearch,
  recountWords,
  saveSynonyms,
  searchesView,
  suggestWords,
  understand,
} from '../../src/search/index.ts'
import { slipsBetween } from '../../src/search/nearest-word.ts'
import { plain } from '../../src/search/plain-words.ts'
import { emptySearch, find, keep, thing } from './documents.ts'

beforeAll(async () => {
  await emptySearch()
  const names = [
    'Oak bowl',
    'Beech bowl',
    'Oak table',
    'Crème jug',
    'Lampshade',
    'Lamp',
    'Teapot',
    'Bowling ball',
    'Mug',
  ]
  await keep(...names.map((name, index) => thing(index + 1, { name })))
  await saveSynonyms('en', [
    ['teapot', 'tea pot', 'kettle'],
    ['sofa', 'couch'],
  ])
  await recountWords()
})

const search = async (query: string, manner = {}) => {
  const { words } = await understand(query, 'en', manner)
  return words === undefined
    ? []
    : (await find({ shelf: 0, words, order: 'relevance' })).ids.toSorted((a, b) => a - b)
}

describe('what is typed', () => {
  test('may end in the middle of a word', async () => {
    expect(await search('oak tab')).toEqual([3])
    expect(await search('lamp')).toEqual([5, 6])
    expect(await search('la')).toEqual([5, 6])
  })

  test.each([
    ['bowel', 'bowl', [1, 2, 8]],
    ['bowll', 'bowl', [1, 2, 8]],
    ['mgu', 'mug', [9]],
    ['mgu oka', 'mug oak', []],
    ['creme jgu', 'creme jug', [4]],
    ['lampshed', 'lampshade', [5]],
    ['BOWEL, please', 'bowl, please', []],
  ])('%s is taken for %s', async (typed, meant, found) => {
    expect((await understand(typed, 'en')).correction).toBe(meant)
    expect(await search(typed)).toEqual(found)
  })

  test('is taken as it is when that is wished, when it is known, or when nothing is like it', async () => {
    expect(await understand('bowel', 'en', { exactly: true })).toMatchObject({ correction: undefined })
    expect(await search('bowel', { exactly: true })).toEqual([])
    expect((await understand('bowls', 'en')).correction).toBeUndefined()
    expect((await understand('zeppelin', 'en')).correction).toBeUndefined()
    expect((await understand('x1-99', 'en')).correction).toBeUndefined()
  })

  test('finds what means the same', async () => {
    expect(await search('kettle')).toEqual([7])
    expect(await search('tea pot')).toEqual([])
    expect((await understand('kettle', 'en')).words).toBe('(kettle | teapot | tea <-> pot)')
    expect((await understand('couch', 'en')).correction).toBeUndefined()
  })

  test('has no words where there are none to look for', async () => {
    for (const query of ['', ' ', '!!!', 'the', '& | ! :*']) {
      expect((await understand(query, 'en')).words).toBeUndefined()
    }
  })

  test('is never an error, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (query) => {
        await search(query)
      }),
      { numRuns: 100 },
    )
  })
})

test('words are proposed from their beginning, the most used first', async () => {
  expect(await suggestWords('oak bo', 'en', 5)).toEqual(['oak bowl'])
  expect(await suggestWords('o', 'en', 5)).toEqual(['oak'])
  expect(await suggestWords('oak ', 'en', 5)).toEqual([])
})

test('words are plain in the same way here and in the database', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 20 }), async (text) => {
      fc.pre(!text.includes('\0'))
      const found = await row<{ plain: string }>('select search.plain($text) as plain', { text })
      expect(found!.plain.normalize('NFKD')).toBe(plain(text).normalize('NFKD'))
    }),
    { numRuns: 200, examples: [['ÄÖÜß'], ['Ærø'], ['crème brûlée'], ['ﬁn'], ['İstanbul'], ['ΟΔΟΣ']] },
  )
})

test('slips are counted alike both ways, and none is needed for the same word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a))
      expect(slipsBetween(a, b) === 0).toBe(a === b)
      expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
  expect(slipsBetween('mgu', 'mug')).toBe(1)
  expect(slipsBetween('', 'mug')).toBe(3)
})

test('staff see what was looked for, and what in vain', async () => {
  await recordSearch({ query: 'Mug', locale: 'en', found: 1 })
  await recordSearch({ query: 'mug', locale: 'en', found: 2 })
  await recordSearch({ query: 'zeppelin', locale: 'en', found: 0 })
  await recordSearch({ query: 'bowel', locale: 'en', found: 3, correction: 'bowl' })
  const all = await searchesView({ days: 1, inVain: false, count: 10 })
  expect(all[0]).toEqual({ locale: 'en', query: 'mug', shownFor: '', times: 2, found: 2 })
  expect(all).toContainEqual({ locale: 'en', query: 'bowel', shownFor: 'bowl', times: 1, found: 3 })
  const inVain = await searchesView({ days: 1, inVain: true, count: 10 })
  expect(inVain.map(({ query }) => query)).toEqual(['zeppelin'])
})
