import { describe, expect, test } from 'vitest'
import { catalogues } from '../../src/platform/messages.ts'

const folders = ['basket', 'checkout', 'orders', 'emails']

describe.each(folders)('the words of %s', (folder) => {
  test('are there in both languages', () => {
    expect(keysOf('de', folder)).toEqual(keysOf('en', folder))
    expect(keysOf('en', folder)).not.toEqual([])
  })

  test('tell the same values in both languages', () => {
    expect(valuesOf('de', folder)).toEqual(valuesOf('en', folder))
  })
})

function keysOf(locale: 'en' | 'de', folder: string): string[] {
  return Object.keys(catalogues[locale]).filter((key) => key.startsWith(`${folder}.`))
}

function valuesOf(locale: 'en' | 'de', folder: string) {
  return keysOf(locale, folder).map((key) => [key, valuesIn(catalogues[locale][key]!)])
}

/** The names in `{braces}`, leaving out the words that a plural chooses from: `one {Sold}`. */
function valuesIn(message: string): (string | undefined)[] {
  const named = [...message.matchAll(/(?<!(?:=\d+|\bone|\bother) )\{(\w+)[,}]/g)].map(([, name]) => name)
  return [...new Set(named)].sort()
}
