import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTemplates } from '../../src/platform/views.ts'

const folder = mkdtempSync(join(tmpdir(), 'purveyor-views-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = { t: (key: string) => `[${key}]`, url: () => '', asset: () => '', format: {} }

test('a partial shows what it is handed, and the ambient page', () => {
  const render = templates({
    'basket/show': "<% /* */ %><%~ include('/basket/_line', { line: it.first }) %>",
    'basket/_line': "<%= t('basket.line') %> <%= it.line.title %>",
  })
  expect(render('basket/show', { first: { title: 'Mug' }, page })).toBe('[basket.line] Mug')
})

test('a partial does not see what its page was handed', () => {
  const render = templates({
    'basket/show': "<%= it.total %><%~ include('/basket/_line') %>",
    'basket/_line': '<%= it.total %>',
  })
  expect(() => render('basket/show', { total: 1, page })).toThrow(
    '_line reads "total", which it was not handed',
  )
})

test('neither does one two steps down', () => {
  const render = templates({
    'basket/show': "<%~ include('/basket/_lines', { lines: [1] }) %>",
    'basket/_lines': "<%~ include('/basket/_line', { line: it.lines[0] }) %>",
    'basket/_line': '<%= it.line %><%= it.lines %>',
  })
  expect(() => render('basket/show', { page })).toThrow('_line reads "lines"')
})

test('an input that is missing is an error, one that is nothing is not', () => {
  const render = templates({ 'basket/_notice': '<p><% if (it.text) { %><%= it.text %><% } %></p>' })
  expect(() => render('basket/_notice', { page })).toThrow('basket/_notice reads "text"')
  expect(render('basket/_notice', { text: undefined, page })).toBe('<p></p>')
})

test('a layout is handed its own inputs and the body, not the inputs of the page', () => {
  const views = {
    'basket/show': "<% layout('/layouts/shop', { title: 'Basket' }) %><p><%= it.total %></p>",
    'layouts/shop': '<title><%= it.title %></title><%~ it.body %>',
  }
  expect(templates(views)('basket/show', { total: 1, page })).toBe('<title>Basket</title><p>1</p>')
  const leaking = templates({ ...views, 'layouts/shop': '<%= it.total %><%~ it.body %>' })
  expect(() => leaking('basket/show', { total: 1, page })).toThrow('reads "total"')
})

test('what is shown is escaped', () => {
  const render = templates({ 'basket/_title': '<p title="<%= it.title %>"><%= it.title %></p>' })
  const shown = render('basket/_title', { title: `"><script>'&`, page })
  expect(shown).toBe('<p title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</p>')
})

test('data cannot change how a template is rendered', () => {
  const render = templates({ 'basket/_title': '<%= it.title %>' })
  const hostile = { title: 'Mug', settings: { 'view options': { useWith: true } }, varName: 'x', page }
  expect(render('basket/_title', hostile)).toBe('Mug')
})

function templates(views: Record<string, string>) {
  const place = mkdtempSync(join(folder, 'views-'))
  for (const [name, source] of Object.entries(views)) {
    mkdirSync(join(place, dirname(name)), { recursive: true })
    writeFileSync(join(place, `${name}.eta`), source)
  }
  return createTemplates(place)
}
