import { expect, test } from 'vitest'
import { keyBreaches } from '../support/house/message-keys.ts'
import { catalogueBreaches, catalogueOf } from '../support/house/messages.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = new Map([...readTree(['src'], '.ts')].filter(([path]) => !path.startsWith('src/sandbox/')))
const templates = readTree(['views'], '.eta')
const catalogues = readTree(['views'], '.json')

test('both languages say the same things with the same arguments', () => {
  expect(catalogueBreaches(catalogues)).toEqual([])
})

test('it notices what only one language says, a key of another folder, and other arguments', () => {
  const tree = made({
    'views/basket/messages.en.json': JSON.stringify({
      'basket.heading': 'Basket',
      'basket.lines': '{count, plural, one {# line for {name}} other {# lines}}',
      'basket.total': 'Total {total}',
      'basket.blank': ' ',
      'basket.same': '{a} before {b, number}',
      'orders.heading': 'Order',
    }),
    'views/basket/messages.de.json': JSON.stringify({
      'basket.lines': '{count} Zeilen',
      'basket.total': 'Summe {sum}',
      'basket.blank': 'leer',
      'basket.same': '{b, number} nach {a}',
      'orders.heading': 'Bestellung',
      'basket.nur': 'nur hier',
    }),
  })
  expect(catalogueBreaches(tree)).toEqual([
    'views/basket/messages.en.json: "basket.heading" has no German',
    'views/basket/messages.de.json: "basket.nur" has no English',
    'views/basket/messages.en.json: "orders.heading" begins with another folder\'s name',
    'views/basket/messages.de.json: "orders.heading" begins with another folder\'s name',
    'views/basket/messages.en.json: "basket.blank" says nothing',
    'views/basket/messages.en.json: "basket.lines" needs count, name, in German count',
    'views/basket/messages.en.json: "basket.total" needs total, in German sum',
  ])
})

test('every message that is asked for is there, and every one that is there is asked for', () => {
  expect(keyBreaches(catalogueOf(catalogues, 'en'), sources, templates)).toEqual([])
})

test('it notices a key that is missing and one that is left over', () => {
  const catalogue = catalogueOf(
    made({
      'views/basket/messages.en.json': JSON.stringify({
        'basket.heading': '',
        'basket.refused.short': '',
        'basket.old': '',
      }),
    }),
    'en',
  )
  const code = made({
    'src/basket/routes.ts': `form.refuse(\`basket.refused.\${outcome.refused}\`); notify({ key: 'basket.added' })`,
  })
  const views = made({
    'views/basket/show.eta': `<h1><%= t('basket.heading') %></h1><%= t(\`basket.change.\${it.kind}\`) %> basket.old`,
  })
  expect(keyBreaches(catalogue, code, views)).toEqual([
    'src/basket/routes.ts: no message has the key "basket.added"',
    'views/basket/show.eta: no message has the key "basket.change.…"',
    'views/basket/messages.en.json: nobody asks for "basket.old"',
  ])
})
