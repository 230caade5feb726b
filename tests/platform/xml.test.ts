import { expect, test } from 'vitest'
import { escapeXml, xmlElement } from '../../src/platform/xml.ts'

test('signs of XML are escaped, and what it has no place for is left out', () => {
  expect(escapeXml(`<a href="b">'&'</a>`)).toBe('&lt;a href=&quot;b&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;')
  expect(escapeXml('a\u0000\u0008\u000b\ufffe\uffffb\tc\nd\re')).toBe('ab\tc\nd\re')
  expect(escapeXml('half \ud83e of a pair, \u{1F9C2} whole')).toBe('half  of a pair, \u{1F9C2} whole')
})

test('an element without a text is none', () => {
  expect(xmlElement('g:title', 'Salt & pepper')).toBe('<g:title>Salt &amp; pepper</g:title>\n')
  expect(xmlElement('g:title', '')).toBe('')
  expect(xmlElement('g:title', undefined)).toBe('')
})
