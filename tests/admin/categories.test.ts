import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rows } from '../../src/platform/database.ts'
import { openShop } from '../support/shop.ts'
import { type ShopPage, type Shopper, shopperAt } from '../support/shopper.ts'
import { drawn } from './drawn.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  await rows(`update catalogue.categories set parent_id = null, slug = 'kitchen', path = 'kitchen', name = '{"en": "Kitchen"}'
    where id in (select category_id from catalogue.products)`)
  await rows(`delete from catalogue.categories where path <> 'kitchen'`)
  await rows('delete from catalogue.former_paths')
  staff = await office.staff()
})
afterAll(() => office.close())

const make = async (name: string, parent = '', german = '') =>
  staff.presses(await staff.gets('/admin/categories/new'), 'Make the category', {
    ...{ 'name-en': name, 'name-de': german, parent },
  })
const idOf = (page: ShopPage) => page.address.split('/').at(-1)!
const tree = async () => {
  const page = await staff.gets('/admin/categories')
  return page
    .$('tbody tr')
    .toArray()
    .map((line) => page.$(line).find('td').first().text())
}
const inShop = (path: string) => shopperAt(office.url).gets(path)

test('a category is made, described, seen in the shop, put in order and moved below another', async () => {
  const garden = await make('Garden', '', 'Garten')
  expect(garden.alert()).toContain('The category is made')
  const described = await staff.presses(garden, 'Save', { 'description-de': 'Für draußen.' })
  expect(described.alert()).toContain('The category is saved')
  const seen = await inShop('/de/categories/garden')
  expect(seen.heading()).toContain('Garten')
  expect(seen.$('main').text()).toContain('Für draußen.')
  expect(seen.$('nav').text()).toContain('Garten')
  const pots = await make('Pots & planters', idOf(garden))
  expect(await tree()).toEqual(['kitchen', 'garden', 'garden/pots-planters'])
  const ordered = await staff.presses(await staff.gets('/admin/categories'), 'Up Garden')
  expect(ordered.alert()).toContain('The order is changed')
  expect(await tree()).toEqual(['garden', 'garden/pots-planters', 'kitchen'])
  const kitchen = await staff.gets(
    `/admin/categories/${(await staff.gets('/admin/categories')).$('a:contains("Kitchen")').attr('href')!.split('/').at(-1)}`,
  )
  await staff.presses(pots, 'Move', { parent: idOf(kitchen), slug: 'pots' })
  expect(await tree()).toEqual(['garden', 'kitchen', 'kitchen/pots'])
  expect(new URL((await inShop('/categories/garden/pots-planters')).address).pathname).toBe(
    '/categories/kitchen/pots',
  )
  expect((await logged()).map(({ action }) => action)).toEqual([
    ...['category-made', 'category-edited', 'category-made', 'category-ordered', 'category-moved'],
  ])
})

test('one that is renamed is found by its new name, with what is in it', async () => {
  const page = await staff.gets('/admin/categories')
  const kitchen = await staff.gets(String(page.$('a:contains("Kitchen")').attr('href')))
  await staff.presses(kitchen, 'Save', { 'name-en': 'Scullery' })
  expect((await inShop('/search?q=scullery')).$('main').text()).toContain('Oat mug')
  const late = await staff.presses(kitchen, 'Save', { 'name-en': 'Larder' })
  expect([late.status, late.alert()]).toEqual([409, expect.stringContaining('Somebody else has changed')])
  expect(late.$('#name-en').attr('value')).toBe('Larder')
})

test('its picture is hung with words, described anew and taken away', async () => {
  const garden = await make('Garden')
  const wordless = await staff.uploads(garden, 'Save the picture', {}, [await drawn('#446622')])
  expect([wordless.status, wordless.alert()]).toEqual([
    422,
    expect.stringContaining('Enter what the picture shows'),
  ])
  const none = await staff.uploads(garden, 'Save the picture', { 'alt-en': 'Pots' }, [])
  expect(none.alert()).toContain('Choose a picture')
  const hung = await staff.uploads(garden, 'Save the picture', { 'alt-en': 'Pots' }, [await drawn('#446622')])
  expect(hung.$('main img').attr('alt')).toBe('Pots')
  const said = await staff.uploads(hung, 'Save the picture', { 'alt-en': 'Three pots' }, [])
  expect(said.$('main img').attr('alt')).toBe('Three pots')
  const bare = await staff.uploads(said, 'Save the picture', { gone: 'yes' }, [])
  expect(bare.$('main img')).toHaveLength(0)
})

test('it is removed when it is empty, and not before', async () => {
  const garden = await make('Garden')
  const pots = await make('Pots', idOf(garden))
  const full = await staff.gets(`/admin/categories/${idOf(garden)}/removal`)
  expect(full.$('main').text()).toContain('one part')
  expect(full.$('main form button')).toHaveLength(0)
  expect((await staff.posts(full.address, {})).status).toBe(409)
  const empty = await staff.gets(`/admin/categories/${idOf(pots)}/removal`)
  expect((await staff.presses(empty, 'Remove it')).alert()).toContain('The category is removed')
  expect(await tree()).toEqual(['kitchen', 'garden'])
})

test.each([
  [{ 'name-en': ' ' }, 422, 'Enter the name in English'],
  [{ 'name-en': 'Kitchen' }, 409, 'There is a category with this address there'],
])('it is not made from %j', async (typed, status, sentence) => {
  const page = await staff.gets('/admin/categories/new')
  const refused = await staff.presses(page, 'Make the category', typed)
  expect([refused.status, refused.alert()]).toEqual([status, expect.stringContaining(sentence)])
})

test('it does not go into itself, nor to an address that is none', async () => {
  const garden = await make('Garden')
  const pots = await make('Pots', idOf(garden))
  const inside = await staff.presses(garden, 'Move', { parent: idOf(pots), slug: 'garden' })
  expect([inside.status, inside.alert()]).toEqual([
    409,
    expect.stringContaining('cannot be a part of itself'),
  ])
  expect((await staff.presses(garden, 'Move', { slug: 'Garden!' })).status).toBe(422)
})
