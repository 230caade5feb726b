import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  findCategory,
  listCategory,
  moveCategory,
  renameProduct,
  saveCategory,
} from '../../src/catalogue/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { findDocuments } from '../../src/search/index.ts'
import { multiply } from './copies.ts'
import { category, emptyCatalogue, inEnglish, offer, plain } from './goods.ts'
import { listeningShop } from './listening-shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
beforeAll(async () => {
  shop = await listeningShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await emptyCatalogue()
  await category('kitchen')
})

async function ask(path: string): Promise<[number, string | null]> {
  const answer = await shop.ask(path)
  return [answer.status, answer.headers.get('location')]
}

describe('a product that is renamed', () => {
  test('is found under its new address, to which the former one leads for good, with its query', async () => {
    const { id } = await offer(plain('bowl'))
    expect(await renameProduct(id, 'moss-bowl')).toEqual({ id, slug: 'moss-bowl' })
    expect(await ask('/de/products/bowl?sku=BOWL&quantity=2')).toEqual([
      301,
      '/de/products/moss-bowl?sku=BOWL&quantity=2',
    ])
    expect(await ask('/products/moss-bowl')).toEqual([200, null])
  })

  test('leads there in one step, however often it is renamed, and may have its former name again', async () => {
    const { id } = await offer(plain('bowl'))
    await renameProduct(id, 'second')
    await renameProduct(id, 'third')
    expect(await ask('/products/bowl')).toEqual([301, '/products/third'])
    await renameProduct(id, 'bowl')
    expect(await ask('/products/bowl')).toEqual([200, null])
    expect(await ask('/products/third')).toEqual([301, '/products/bowl'])
    expect(await rows('select from catalogue.former_slugs')).toHaveLength(2)
  })

  test('cannot have the name of another, but one that another has left', async () => {
    const bowl = await offer(plain('bowl'))
    const jug = await offer(plain('jug'))
    expect(await renameProduct(bowl.id, 'jug')).toEqual({ refused: 'taken' })
    expect(await ask('/products/bowl')).toEqual([200, null])
    await renameProduct(jug.id, 'ewer')
    expect(await renameProduct(bowl.id, 'jug')).toEqual({ id: bowl.id, slug: 'jug' })
    expect(await ask('/products/jug')).toEqual([200, null])
    expect(await renameProduct(4711, 'nobody')).toEqual({ refused: 'unknown' })
    await expect(renameProduct(bowl.id, 'No Slug')).rejects.toThrow('is no slug')
  })

  test('gets a name that many want at once only if no other gets it', async () => {
    const products = await Promise.all(['a', 'b', 'c', 'd'].map((slug) => offer(plain(slug))))
    const outcomes = await Promise.all(products.map(({ id }) => renameProduct(id, 'wanted')))
    expect(outcomes.filter(({ refused }) => refused === 'taken')).toHaveLength(3)
    const winner = outcomes.findIndex(({ refused }) => !refused)
    expect(await ask(`/products/${'abcd'[winner]}`)).toEqual([301, '/products/wanted'])
    expect(await rows('select from catalogue.former_slugs')).toHaveLength(1)
  })
})

describe('a product that has been withdrawn', () => {
  const past = (days: number) => new Date(Date.now() - days * 86_400_000)

  test('says that it has gone, and what could take its place', async () => {
    await offer(
      plain('old', { published: past(9), withdrawn: past(1), title: { en: 'Old jug', de: 'Alter Krug' } }),
    )
    await offer(plain('bowl', { published: past(9) }))
    const page = await shop.shopper().gets('/de/products/old')
    expect(page.status).toBe(410)
    expect(page.heading()).toContain('Alter Krug')
    expect(page.$('main .card-name a').attr('href')).toBe('/de/products/bowl')
    expect(page.$('meta[name=robots]').attr('content')).toBe('noindex')
    expect(page.$('main a.button').attr('href')).toBe('/de/categories/kitchen')
  })

  test('is unknown as long as nobody has ever seen it', async () => {
    await offer(plain('draft', { published: false }))
    await offer(plain('soon', { published: new Date(Date.now() + 86_400_000) }))
    expect((await ask('/products/draft'))[0]).toBe(404)
    expect((await ask('/products/soon'))[0]).toBe(404)
  })
})

describe('a category that moves', () => {
  const idOf = async (path: string) => (await findCategory(path))!.id
  const found = async (shelf: number) =>
    (
      await findDocuments({
        ...{ ...inEnglish, shelf, chosen: [], order: 'merit', size: 10 },
        from: { skipped: 0 },
      })
    ).total

  test('takes along what is below it: paths, former addresses and lists', async () => {
    const kitchen = await idOf('kitchen')
    const cups = await category('cups', kitchen)
    const tall = await category('tall', cups)
    const table = await category('table')
    await offer(plain('mug', { categoryId: tall }))
    expect(await moveCategory({ id: cups, parentId: table, slug: 'mugs' })).toEqual({
      id: cups,
      path: 'table/mugs',
    })
    expect((await findCategory('table/mugs/tall'))?.id).toBe(tall)
    expect(await ask('/de/categories/kitchen/cups/tall?sort=price')).toEqual([
      301,
      '/de/categories/table/mugs/tall?sort=price',
    ])
    expect([await found(kitchen), await found(table), await found(cups)]).toEqual([0, 1, 1])
  })

  test('and comes back leaves no address that leads in circles', async () => {
    const cups = await category('cups', await idOf('kitchen'))
    await moveCategory({ id: cups, parentId: null })
    await moveCategory({ id: cups, parentId: await idOf('kitchen') })
    expect(await ask('/categories/cups')).toEqual([301, '/categories/kitchen/cups'])
    expect(await rows('select from catalogue.former_paths')).toHaveLength(1)
  })

  test('goes neither where another is nor into itself', async () => {
    const kitchen = await idOf('kitchen')
    const cups = await category('cups', kitchen)
    await category('cups')
    expect(await moveCategory({ id: cups, parentId: null })).toEqual({ refused: 'taken' })
    expect(await moveCategory({ id: kitchen, parentId: cups })).toEqual({ refused: 'within-itself' })
    expect(await moveCategory({ id: kitchen, parentId: kitchen })).toEqual({ refused: 'within-itself' })
    expect(await moveCategory({ id: kitchen, parentId: 4711 })).toEqual({ refused: 'unknown' })
    expect(await moveCategory({ id: 4711, slug: 'x' })).toEqual({ refused: 'unknown' })
  })

  test('among others that move and are made at once leaves every path made of its ancestors', async () => {
    const kitchen = await idOf('kitchen')
    const attic = await category('attic')
    await Promise.all([
      moveCategory({ id: kitchen, parentId: attic }),
      moveCategory({ id: attic, parentId: kitchen }),
      ...['a', 'b', 'c', 'd'].map((slug) => saveCategory({ slug, parentId: kitchen, name: { en: slug } })),
      moveCategory({ id: kitchen, slug: 'cuisine' }),
    ])
    const wrong = await rows(
      `select child.path from catalogue.categories child
       left join catalogue.categories parent on parent.id = child.parent_id
       where child.path <> coalesce(parent.path || '/', '') || child.slug`,
    )
    expect(wrong).toEqual([])
    expect(await rows('select from catalogue.categories')).toHaveLength(6)
  })

  test('with many products has them listed by the worker', async () => {
    const kitchen = await idOf('kitchen')
    const cups = await category('cups', kitchen)
    const { id } = await offer(plain('mug', { categoryId: cups }))
    await multiply(id, 1, 250)
    const attic = await category('attic')
    await moveCategory({ id: cups, parentId: attic })
    const job = await row<{ payload: { categoryId: number } }>(
      `select payload from graphile_worker._private_jobs job
       join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'category.moved'`,
    )
    expect(job?.payload).toEqual({ categoryId: cups })
    expect(await found(attic)).toBe(0)
    await listCategory(job!.payload)
    expect([await found(attic), await found(kitchen)]).toEqual([251, 0])
  })
})
