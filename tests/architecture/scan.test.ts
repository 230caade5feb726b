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
  const source = `tell(a.sql\`b \${c({ d: \`e \${'f'} g\` })} h \\\` \\\${i}\`, j)`
  const { templates, strings, code } = scan(source)
  expect(templates).toEqual([
    { tag: 'a.sql', text: `b … h \\\` \\\${i}`, holes: [`c({ d: \`e \${'f'} g\` })`] },
    { tag: '', text: 'e … g', holes: ["'f'"] },
  ])
  expect(strings).toEqual(['f'])
  expect(code.match(/\b[a-z]\b/g)?.join('')).toBe('acdj')
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
