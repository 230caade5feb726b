import { expect, test } from 'vitest'
import { codeIn, scan } from '../support/house/scan.ts'
import { readTree } from '../support/house/tree.ts'

test('names are told from comments, texts and regular expressions', () => {
  const source = `
    const a = 'x // no comment' // b
    /* c */ const d = /['"\`{]/.test(e) ? f / 2 / g : "it's"
    const h = [/[/'"]/g, 1]
  `
  const { code, strings } = scan(source)
  expect(code.match(/\b[a-z]\b/g)?.join('')).toBe('adefgh')
  expect(strings).toEqual(['x // no comment', "it's"])
})

test('a template is its tag, its text and its holes, however deep they go', () => {
  const { templates, strings, code } = scan("tell(a.sql`a ${b({ c: `d ${'e'} f` })} g \\` \\${h}`, i)")
  expect(templates).toEqual([
    { tag: 'a.sql', text: 'a ${} g \\` \\${h}', holes: ["b({ c: `d ${'e'} f` })"] },
    { tag: '', text: 'd ${} f', holes: ["'e'"] },
  ])
  expect(strings).toEqual(['e'])
  expect(code).toContain('tell(')
  expect(code).toContain(', i)')
})

test('the code inside a template is found in its tags', () => {
  expect(codeIn(`<p><%= t('a') %> it's</p><%~ include('/b') %>`)).toBe(" t('a') \n; include('/b') ")
})

test('every source of ours is read to its end', () => {
  const misread = [...readTree(['src', 'tests'], '.ts')].filter(([, source]) => {
    const count = (sign: string) => scan(source).code.split(sign).length - 1
    return count('{') !== count('}') || count('(') !== count(')') || count('`') % 2 !== 0
  })
  expect(misread.map(([path]) => path)).toEqual([])
})
