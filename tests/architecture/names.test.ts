import { expect, test } from 'vitest'
import { nameBreaches, nestedFolders, wordBreaches } from '../support/house/names.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = readTree(['src'], '.ts', '.mjs')
const files = readTree(['src', 'views', 'migrations', 'public/css'], '')

test('every file has a kebab-case name with a noun in it', () => {
  expect(nameBreaches(files)).toEqual([])
})

test.each([
  ['src/basket/addLine.ts', "a file's name is kebab-case"],
  ['views/basket/_Lines.eta', "a file's name is kebab-case"],
  ['src/basket/helpers.ts', '"helpers.ts" is no noun of the shop'],
  ['src/basket/services/lines.ts', '"services" is no noun of the shop'],
  ['src/orders/types.d.ts', '"types.d.ts" is no noun of the shop'],
])('it notices the name of %s', (path, why) => {
  expect(nameBreaches(made({ [path]: '' }))).toEqual([`${path}: ${why}`])
})

test('a module is flat', () => {
  expect(nestedFolders(sources)).toEqual([])
})

test('it notices a folder inside a module, but lets the few that are larger have theirs', () => {
  const tree = made({
    'src/basket/lines/add-line.ts': '',
    'src/recommendations/engine/scores.ts': '',
    'src/commands/demo/drawings/mug.ts': '',
    'src/platform/aws/s3.ts': '',
    'src/sandbox/payments/api.ts': '',
  })
  expect(nestedFolders(tree)).toEqual([
    'src/basket/lines/add-line.ts: basket is flat, without folders inside',
  ])
})

test('identifiers use the words of the house, but where we speak to Amazon or play the payment provider', () => {
  const others = /^src\/(sandbox\/payments|platform\/aws)\//
  const ours = new Map([...sources].filter(([path]) => !others.test(path)))
  expect(wordBreaches(ours)).toEqual([])
})

test.each([
  ['const cartTotal = 1', 'cartTotal says "cart", the house says basket'],
  ['class ShoppingCart {}', 'ShoppingCart says "cart", the house says basket'],
  ['for (const lineItem of order.lines) ship(lineItem)', 'lineItem says "line item", the house says line'],
  [
    'import { formHelpers } from "./forms.ts"',
    'formHelpers says "helper", the house says the noun that it belongs to',
  ],
  ['class PriceManager {}', 'PriceManager says "manager", the house says the noun that it belongs to'],
  ['class StoreImpl {}', 'StoreImpl says "impl", the house says what sets it apart'],
])('it notices the word in %s', (source, why) => {
  expect(wordBreaches(made({ 'src/basket/x.ts': source }))).toEqual([`src/basket/x.ts: ${why}`])
})

test('it minds names, not comments, texts or the words of others', () => {
  const source = `// a cart\nconst sentence = 'helper'\nconst cartography = { line_items: [] }\nimplement()`
  expect(wordBreaches(made({ 'src/basket/x.ts': source }))).toEqual([])
})
