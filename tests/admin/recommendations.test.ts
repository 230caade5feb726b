import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { trainModel } from '../../src/recommendations/index.ts'
import { keepDeeds } from '../../src/recommendations/keep-deeds.ts'
import { plantVisits, productId } from '../recommendations/planted.ts'
import { until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

const ADDRESS = '/admin/recommendations'
let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper

beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  await rows('truncate recommendations.models, recommendations.artifacts, recommendations.choices')
  await rows('update recommendations.settings set control_share = 0, version = 0')
  staff = await office.staff('products@example.com')
})
afterAll(() => office.close())

const deeds = async (action: string) => (await logged()).filter((one) => one.action === action)
const suggestedAt = async (who: Shopper, address: string) => {
  const page = await who.gets(address)
  return page
    .$('.recommended .card-name')
    .toArray()
    .map((card) => page.$(card).text().trim())
}

describe('what is chosen by hand', () => {
  test('comes first, or never, in its place or everywhere, until it is taken back', async () => {
    const guest = shopperAt(office.url)
    const pinned = await staff.presses(await staff.gets(ADDRESS), 'Choose', {
      ...{ sku: products.bowl.sku, kind: 'pinned', placement: 'home' },
    })
    expect(pinned.alert()).toContain('It is chosen')
    expect((await suggestedAt(guest, '/recommendations/home'))[0]).toBe('Moss bowl')

    await staff.presses(await staff.gets(ADDRESS), 'Choose', {
      ...{ sku: products.bowl.sku, kind: 'excluded', placement: 'everywhere' },
    })
    expect(await suggestedAt(guest, '/recommendations/home')).not.toContain('Moss bowl')
    expect(await suggestedAt(guest, '/recommendations/order?product=oat-mug')).not.toContain('Moss bowl')
    expect(await deeds('choice-made')).toHaveLength(2)

    const removed = await staff.presses(await staff.gets(ADDRESS), 'Remove Moss bowl')
    await staff.presses(removed, 'Remove Moss bowl')
    expect(await suggestedAt(guest, '/recommendations/home')).toContain('Moss bowl')
    expect(await deeds('choice-removed')).toHaveLength(2)
  })

  test('of a SKU that there is not is refused, and nothing that was entered is lost', async () => {
    const refused = await staff.presses(await staff.gets(ADDRESS), 'Choose', {
      ...{ sku: 'NOWHERE', kind: 'excluded', placement: 'basket' },
    })
    expect(refused.status).toBe(422)
    expect(refused.$('#sku').attr('value')).toBe('NOWHERE')
    expect(refused.$('#sku-error').text()).toContain('Enter the SKU of a product')
    expect(refused.$('#placement option[selected]').attr('value')).toBe('basket')
  })
})

describe('the comparison', () => {
  test('shows some visitors what sells best, always the same ones, and their figures beside the others', async () => {
    const [mug, lamp] = [await productId(products.mug), await productId(products.lastLamp)]
    await plantVisits(60, [mug, lamp])
    await trainModel()
    const set = await staff.presses(await staff.gets(ADDRESS), 'Save', { share: '50' })
    expect(set.alert()).toContain('The comparison is set')

    // A model that is still being read is stood in for by what sells best.
    await until('the model answers', () => office.deps.recommender.ask({ trail: [], count: 1 }))
    const visitors = Array.from({ length: 12 }, () => shopperAt(office.url))
    for (const who of visitors) {
      await who.posts('/consent', { personalisation: 'yes' })
      await who.gets('/recommendations/home')
      await who.gets('/recommendations/home')
    }
    await office.deps.recorder.flush()
    const seen = await rows<{ versions: number }>(
      `select count(distinct version)::integer as versions from recommendations.events
       where kind = 'impression' group by visit_id`,
    )
    expect(seen).toHaveLength(12)
    expect(seen.every(({ versions }) => versions === 1)).toBe(true)
  })

  test('is refused where somebody else has set it meanwhile, or it is no share', async () => {
    const page = await staff.gets(ADDRESS)
    await staff.presses(page, 'Save', { share: '10' })
    const late = await staff.presses(page, 'Save', { share: '20' })
    expect(late.status).toBe(409)
    expect(late.$('#share-error').text()).toContain('Somebody else')
    const wrong = await staff.presses(await staff.gets(ADDRESS), 'Save', { share: '80' })
    expect(wrong.status).toBe(422)
    expect(await row('select control_share as share from recommendations.settings')).toEqual({ share: 10 })
  })
})

describe('what comes of it', () => {
  test('is told by place and by what has recommended it, as a table and as a file', async () => {
    const asha = shopperAt(office.url)
    await asha.posts('/consent', { personalisation: 'yes' })
    const visitorId = asha.jar.get('visitor')!
    const mug = await productId(products.mug)
    const about = { visitorId, placement: 'home', at: new Date() }
    await keepDeeds([{ ...about, kind: 'impression', version: 'model-1', shown: [mug] }])
    await keepDeeds([{ ...about, kind: 'click', productId: mug }])
    await keepDeeds([
      { visitorId, at: new Date(), kind: 'basket', productId: mug },
      { visitorId, at: new Date(), kind: 'purchase', productId: mug, amount: 2_400, currency: 'EUR' },
    ])
    const page = await staff.gets(ADDRESS)
    const cells = page
      .$('#figures-caption')
      .parent()
      .find('tbody tr')
      .first()
      .children()
      .toArray()
      .map((cell) => page.$(cell).text())
    expect(cells).toEqual(['Home page', 'model-1', '1', '1', '100.0%', '1', '1', '€24.00'])
    expect(page.$('main').text()).toContain('1 of the 4 products on show were recommended')
    const file = await staff.gets(`${ADDRESS}.csv`)
    expect(file.$.text()).toContain('home,model-1,1,1,1,1,2400 EUR')
  })
})

describe('learning', () => {
  test('is asked for, done by the worker, told of, and what was before can be used again', async () => {
    await plantVisits(60, [await productId(products.mug), await productId(products.lastLamp)])
    expect((await staff.presses(await staff.gets(ADDRESS), 'Learn anew now')).alert()).toContain(
      'The worker learns anew',
    )
    const [job] = await rows(`select from graphile_worker.jobs where task_identifier = 'training.wanted'`)
    expect(job).toBeDefined()
    await trainModel()
    await trainModel()
    const page = await staff.gets(ADDRESS)
    expect(page.$('#models-caption').parent().find('tbody tr')).toHaveLength(2)
    expect(page.$('main').text()).toContain('It knows 60 visits and 4 products')
    const used = await staff.presses(page, 'Use this one')
    expect(used.alert()).toContain('This model answers from now on')
    const states = await rows<{ state: string }>('select state from recommendations.models order by id')
    expect(states.map(({ state }) => state)).toEqual(['running', 'retired'])
    expect(await deeds('model-used')).toHaveLength(1)
  })

  test('what a visitor would see is tried, with the reason, and an unknown SKU is told of', async () => {
    await plantVisits(60, [await productId(products.mug), await productId(products.lastLamp)])
    await trainModel()
    const trail = new URLSearchParams({ trail: `${products.mug.sku} NOWHERE`, at: 'home' })
    await expect
      .poll(async () => {
        const tried = await staff.gets(`${ADDRESS}?${trail}`)
        expect(tried.$('main').text()).toContain('Not known: NOWHERE')
        const cells = tried.$('#tried-caption').parent().find('tbody tr').first().children().toArray()
        return cells.map((cell) => tried.$(cell).text())
      })
      .toEqual(['Last lamp', '€149.00', 'Because you looked at Oat mug'])
  })
})

test('who only sees figures sees no form to change anything', async () => {
  const analyst = await office.staff('analyst@example.com')
  const page = await analyst.gets(ADDRESS)
  expect(page.status).toBe(200)
  expect(page.$('main form[method=post]')).toHaveLength(0)
  expect((await analyst.posts(`${ADDRESS}/trainings`, {})).status).toBe(403)
})

test('what nobody can type is no fault of the shop', async () => {
  expect((await staff.gets(`${ADDRESS}?at=home&trail=%00`)).status).toBe(200)
  const choice = await staff.posts(`${ADDRESS}/choices`, { sku: 'a\0b', kind: 'pinned', placement: 'home' })
  expect(choice.status).toBe(422)
  const share = await staff.posts(`${ADDRESS}/comparison`, { version: 3_000_000_000, share: 5 })
  expect(share.status).toBe(422)
})
