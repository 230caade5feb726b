import { expect, test } from 'vitest'
import { catalogues, translator } from '../../src/platform/messages.ts'

const [en, de] = [translator('en'), translator('de')]

test('a message is given in the language that is asked for', () => {
  expect(en('layouts.languages')).toBe('Language')
  expect(de('layouts.languages')).toBe('Sprache')
})

test('a message has its values and its plural', () => {
  expect(en('shared.form.errors', { count: 1 })).toBe('One thing needs your attention')
  expect(en('shared.form.errors', { count: 3 })).toBe('3 things need your attention')
})

test('numbers in a message are written as in its language', () => {
  expect(en('catalogue.listing.count', { count: 1234 })).toContain('1,234')
  expect(de('catalogue.listing.count', { count: 1234 })).toContain('1.234')
})

test('a key that nobody has written is an error, not a blank on a page', () => {
  expect(() => en('basket.no-such-message')).toThrow('"basket.no-such-message"')
  expect(() => de('basket.no-such-message')).toThrow('"basket.no-such-message"')
})

test('a message without one of its values is an error', () => {
  expect(() => en('shared.form.errors')).toThrow()
})

test('what German lacks is said in English', () => {
  catalogues.en['layouts.only-english'] = 'Only {what} here'
  expect(de('layouts.only-english', { what: 'English' })).toBe('Only English here')
})
