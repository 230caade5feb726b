import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rows } from '../../src/platform/database.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  staff = await office.staff('orders@example.com')
  await rows(`delete from inventory.locations where code <> 'main'`)
})
afterAll(() => office.close())

const annex = { code: 'annex', name: 'Annex', country: 'fr', position: '2' }
const levels = () =>
  rows<{ code: string; onHand: number }>(
    `select place.code, on_hand as "onHand" from inventory.location_levels level
     join inventory.locations place on place.id = level.location_id
     where variant_id = $id and on_hand > 0 order by place.position`,
    { id: variantId(products.mug) },
  )
const opensAnnex = async () => staff.presses(await staff.gets('/admin/stock/places'), 'Save New place', annex)

test('a place is opened, said anew, and closed only when nothing lies in it', async () => {
  expect((await opensAnnex()).alert()).toContain('The place is saved')
  const page = await staff.gets('/admin/stock/places')
  const renamed = await staff.presses(page, 'Save annex', { name: 'Old annex' })
  expect(renamed.$('main h2').text()).toContain('Old annex')
  const stale = await staff.presses(page, 'Save annex', { name: 'Other annex' })
  expect([stale.status, stale.alert()]).toEqual([409, expect.stringContaining('Somebody else has changed')])
  expect(stale.$('[value="Other annex"]')).toHaveLength(1)
  const full = await staff.presses(renamed, 'Save main', { open: 'no' })
  expect([full.status, full.alert()]).toEqual([409, expect.stringContaining('There are goods in this place')])
  expect((await logged()).map(({ action, subject, after }) => [action, subject, after?.name])).toEqual([
    ['place-set', 'place annex', 'Annex'],
    ['place-set', 'place annex', 'Old annex'],
  ])
})

test.each([
  [{ country: 'France' }, 'two letters'],
  [{ position: '-1' }, 'whole number from 0'],
  [{ name: ' ' }, 'name'],
  [{ code: 'An Nex' }, 'small letters'],
])('a new place is refused with %o, and what was typed stays', async (wrong, why) => {
  const page = await staff.presses(await staff.gets('/admin/stock/places'), 'Save New place', {
    ...annex,
    ...wrong,
  })
  expect([page.status, page.alert()]).toEqual([422, expect.stringContaining(why)])
  expect(page.$('[name=position]').last().attr('value')).toBe({ ...annex, ...wrong }.position)
})

test('pieces that are free go to another place, once by a form that is sent twice, and both places say so', async () => {
  await opensAnnex()
  const at = `/admin/stock/${variantId(products.mug)}`
  const page = await staff.gets(at)
  const { onHand } = (await levels())[0]!
  const answers = await Promise.all([1, 2].map(() => staff.presses(page, 'Transfer', { quantity: '3' })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers.map(({ alert }) => alert()).join()).toContain('3 pieces were transferred')
  expect(await levels()).toEqual([
    { code: 'main', onHand: onHand - 3 },
    { code: 'annex', onHand: 3 },
  ])
  const entries = (await logged()).filter(({ action }) => action === 'stock-transferred')
  expect(entries).toMatchObject([{ before: { main: onHand }, after: { main: onHand - 3, annex: 3 } }])
  const short = await staff.presses(await staff.gets(at), 'Transfer', {
    ...{ from: 'annex', to: 'main', quantity: '4' },
  })
  expect([short.status, short.alert()]).toEqual([
    409,
    expect.stringContaining('Only 3 pieces are free there'),
  ])
  const same = await staff.presses(await staff.gets(at), 'Transfer', {
    from: 'main',
    to: 'main',
    quantity: '1',
  })
  expect([same.status, same.alert()]).toEqual([409, expect.stringContaining('two different places')])
  const none = await staff.presses(await staff.gets(at), 'Transfer', { quantity: 'many' })
  expect([none.status, none.alert()]).toEqual([422, expect.stringContaining('whole number from 1')])
})
