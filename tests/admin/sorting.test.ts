import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { row } from '../../src/platform/database.ts'
import { bought } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { multitude } from './multitude.ts'
import { openOffice } from './office.ts'

const COUNT = 120

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
  await openShop()
  const { id: orderId } = await bought({ mug: 1 })
  const product = await row<{ id: number }>(`select id from catalogue.products where slug = 'oat-mug'`)
  await multitude({ orderId, productId: product!.id }, 1, COUNT)
  staff = await office.staff()
})
afterAll(() => office.close())

/** What stands in one column of a list, on all its pages, and how the head of that column says it is sorted. */
async function wholeColumn(list: string, heading: string, sort: string) {
  const cells: string[] = []
  const sorts = new Set<string | undefined>()
  const links = new Set<string>()
  for (let address: string | undefined = `${list}?sort=${sort}`; address; ) {
    const page = await staff.gets(address)
    expect([address, page.status]).toEqual([address, 200])
    const heads = page.$('thead th').toArray()
    const index = heads.findIndex((head) => page.$(head).text().trim() === heading)
    expect(heads[index], heading).toBeDefined()
    sorts.add(page.$(heads[index]!).attr('aria-sort'))
    expect(page.$('[aria-sort]')).toHaveLength(1)
    for (const line of page.$('tbody tr').toArray()) {
      const cell = page.$(line).children().eq(index)
      cells.push(cell.find('time').attr('datetime') ?? cell.find('.muted').text() ?? '')
      if (!cell.find('time, .muted').length) cells[cells.length - 1] = cell.text().trim()
      links.add(page.$(line).find('a').attr('href') ?? `${page.$(line).text()} ${cells.length}`)
    }
    address = page.$('main a.button:contains("Next page")').attr('href')
  }
  return { cells, sorts: [...sorts], lines: links.size }
}

const plain = (text: string): string | number => text.toLowerCase()
const amount = (text: string): string | number => Number(text.replace(/[^\d.]/g, ''))

describe.each([
  ['/admin/orders', 'placed', 'Placed', plain],
  ['/admin/orders', 'total', 'Total', amount],
  ['/admin/orders', 'customer', 'Customer', plain],
  ['/admin/products', 'title', 'Product', plain],
  ['/admin/products', 'brand', 'Brand', plain],
  ['/admin/products', 'changed', 'Changed', plain],
  ['/admin/customers', 'email', 'Customer', plain],
  ['/admin/customers', 'name', 'Full name', plain],
  ['/admin/stock', 'sku', 'SKU', plain],
  ['/admin/audit', 'at', 'When', plain],
] as const)('%s by %s', (list, column, heading, keyOf) => {
  test.each(['ascending', 'descending'] as const)('%s: every row once, over all pages', async (way) => {
    const sort = way === 'ascending' ? column : `-${column}`
    const { cells, sorts, lines } = await wholeColumn(list, heading, sort)
    expect(cells.length).toBeGreaterThanOrEqual(COUNT)
    expect(lines).toBe(cells.length)
    expect(sorts).toEqual([way])
    const keys = cells.map(keyOf)
    const isSorted = keys.every((key, index) => {
      const last = keys[index - 1]
      return last === undefined || (way === 'ascending' ? last <= key : last >= key)
    })
    expect(isSorted ? 'sorted' : keys.slice(0, 12)).toBe('sorted')
  })
})

test.each([
  'sort=zeppelin',
  'sort=-total&behind=x',
  'sort=total&behind=1~zeppelin',
  'behind=1~1~1',
  `behind=${'9'.repeat(15)}~${'9'.repeat(40)}`,
  'sort[]=total',
])('an address that was written by hand (%s) shows the list', async (query) => {
  expect((await staff.gets(`/admin/orders?${query}`)).status).toBe(200)
})

test('a press on the heading turns the order round, keeps what is asked for, and the file is sorted alike', async () => {
  const page = await staff.gets('/admin/products?q=mug&sort=title')
  const turned = page.$('[aria-sort="ascending"] a').attr('href')
  expect(turned).toBe('/admin/products?q=mug&sort=-title')
  const back = await staff.gets(turned!)
  const titles = back
    .$('tbody th')
    .map((_, cell) => back.$(cell).text().trim())
    .get()
  const file = await staff.gets(back.$('a[href*=".csv"]').attr('href')!)
  const inFile = file.html
    .split('\n')
    .slice(1, 1 + titles.length)
    .map((line) => line.split(',')[1]!.replaceAll('"', ''))
  expect(inFile).toEqual(titles)
})
